using IncidentBot.Domain.Impacts;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Requests;
using IncidentBot.Wording;

namespace IncidentBot.Impacts;

/// <summary>Both numbers with where they come from, begun with what was said last.</summary>
internal sealed class ImpactForm : IForm
{
    public const string Callback = "impact";

    public string CallbackId => Callback;

    public async Task<ModalViewDefinition> OpenAsync(string remembered, FormReading reading, CancellationToken ct)
    {
        var row = await reading.Db.Incidents.FindAsync([reading.Team, OpenedOn.Read(remembered).Number], ct);
        return ImpactFormView.Of(row?.ToDomain().Impacts.Last, remembered);
    }

    public IReadOnlyDictionary<string, string> Check(ViewState state)
    {
        var wrong = new Dictionary<string, string>();
        foreach (var count in new[] { ImpactFormView.Affected, ImpactFormView.Daily })
        {
            if (!ImpactCommand.TryRead(Text(state, count), out _))
                wrong[count] = ImpactFormView.NoCount;
        }
        foreach (var link in new[] { ImpactFormView.AffectedLink, ImpactFormView.DailyLink })
        {
            if (Text(state, link).Length > 0 && PeoplesWords.Link(Text(state, link)) is null)
                wrong[link] = ImpactFormView.NoLink;
        }
        return wrong;
    }

    public async Task SubmitAsync(ViewInfo view, Turn turn, CancellationToken ct)
    {
        var remembered = OpenedOn.Read(view.PrivateMetadata);
        if (remembered.Channel is { } channel)
            turn.ComeBackTo(channel);
        if (await turn.IncidentAsync(new CommandLine(remembered.Number, Callback, ""), ImpactCommand.Called, ct) is not { } incident
            || !await turn.MayAsync([ImpactCommand.Called.Word], incident, ViewWords.Typed(view.State), ct))
            return;
        var affected = new AffectedUsers(Count(ImpactFormView.Affected), view.State.GetSelectedOptions(ImpactFormView.Distinct, ImpactFormView.Value).Count > 0)
        {
            Source = Words(ImpactFormView.AffectedSource),
            Window = Words(ImpactFormView.Window),
            Link = PeoplesWords.Link(Text(view.State, ImpactFormView.AffectedLink)) ?? "",
        };
        var daily = new DailyActiveUsers(Count(ImpactFormView.Daily))
        {
            Source = Words(ImpactFormView.DailySource),
            Link = PeoplesWords.Link(Text(view.State, ImpactFormView.DailyLink)) ?? "",
        };
        turn.Conclude(incident, IncidentImpact.Estimate(incident, affected, daily, turn.By, turn.Now));

        PeopleCount? Count(string block) => PeopleCount.Read(Text(view.State, block));

        string Words(string block) => Mrkdwn.Escape(Text(view.State, block));
    }

    private static string Text(ViewState state, string block) => (state.GetText(block, ImpactFormView.Value) ?? "").Trim();
}

/// <summary>How the form looks.</summary>
internal static class ImpactFormView
{
    public const string Value = "value";
    public const string Affected = "affected";
    public const string Distinct = "distinct";
    public const string AffectedSource = "affected_source";
    public const string Window = "window";
    public const string AffectedLink = "affected_link";
    public const string Daily = "daily";
    public const string DailySource = "daily_source";
    public const string DailyLink = "daily_link";
    public static string NoCount => Speak("Write a number such as 4200, a range such as 200-300, or leave it empty for unknown.");
    public static string NoLink => Speak("Write a link that begins with https://, or leave it empty.");
    private const int LongestWords = 120;
    private const int LongestLink = 2_000;

    private static Option EachOnce => new() { Text = new PlainText(Speak("These are distinct users: nobody is counted twice")), Value = "distinct" };

    public static ModalViewDefinition Of(ImpactEstimate? last, string remembered) => new()
    {
        CallbackId = ImpactForm.Callback,
        PrivateMetadata = remembered,
        Title = Speak("Impact"),
        Submit = Speak("Save"),
        Close = Speak("Cancel"),
        Blocks =
        [
            new SectionBlock { Text = new Markdown(Speak("(affected users / daily active users) × 100. What you do not know, leave empty: it is shown as unknown.")) },
            Input(Affected, Speak("How many users are affected?"), Speak("Such as 4200, 200-300 or 4.2k."), Typed(last?.Affected.Count), LongestWords),
            Inputs.Of(
                Distinct,
                Speak("Is everybody counted once?"),
                new CheckboxGroup { ActionId = Value, Options = [EachOnce], InitialOptions = last?.Affected.AreDistinct == true ? [EachOnce] : null },
                optional: true,
                Speak("Occurrences are not users. Without the tick no share is worked out.")),
            Input(AffectedSource, Speak("Where does that number come from?"), Speak("Logs, events, occurrences of an error."), last?.Affected.Source, LongestWords),
            Input(Window, Speak("Counted from when to when?"), Speak("Such as 10:00 to 11:00 UTC."), last?.Affected.Window, LongestWords),
            Input(AffectedLink, Speak("Where can it be read?"), Speak("A link."), last?.Affected.Link, LongestLink),
            Input(Daily, Speak("How many users are there on a day?"), Speak("Daily active users, such as 60000."), Typed(last?.Daily.Count), LongestWords),
            Input(DailySource, Speak("Where does that number come from?"), Speak("The analytics, and of which day."), last?.Daily.Source, LongestWords),
            Input(DailyLink, Speak("Where can it be read?"), Speak("A link."), last?.Daily.Link, LongestLink),
        ],
    };

    private static string? Typed(PeopleCount? count) => count is null ? null : ImpactWords.Typed(count);

    private static InputBlock Input(string block, string label, string hint, string? before, int longest) => Inputs.Of(
        block,
        label,
        new PlainTextInput { ActionId = Value, MaxLength = longest, InitialValue = before is { Length: > 0 } && Mrkdwn.Unescape(before) is { } typed && typed.Length <= longest ? typed : null },
        optional: true,
        hint);
}
