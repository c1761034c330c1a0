using IncidentBot.Domain.Impacts;
using IncidentBot.Domain.Incidents;
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

    public Task<bool> MayOpenAsync(string remembered, Turn turn, CancellationToken ct) => turn.MayRunAsync(new CommandLine(OpenedOn.Read(remembered).Number, ImpactCommand.Called.Word, ""), ct);

    public async Task<ModalViewDefinition> OpenAsync(string remembered, FormReading reading, CancellationToken ct)
    {
        var opened = OpenedOn.Read(remembered);
        var incident = await reading.Db.Incidents.FindAsync([reading.Team, opened.Number], ct) is { } row ? await reading.WhereItGoesOnAsync(row.ToDomain(), ct) : null;
        return ImpactFormView.Of(incident?.Impacts.Last, (opened with { Number = incident?.Id.Number ?? opened.Number }).Write());
    }

    public IReadOnlyDictionary<string, string> Check(ViewState state)
    {
        var wrong = new Dictionary<string, string>();
        foreach (var count in new[] { ImpactFormView.Affected, ImpactFormView.Daily })
        {
            if (!ImpactCommand.TryRead(Text(state, count), out _))
                wrong[count] = ImpactFormView.NoCount;
        }
        if (wrong.Count == 0 && EstimateOf(state, default, default).IsMoreThanAll)
            wrong[ImpactFormView.Affected] = ImpactFormView.MoreThanAll;
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
        if (await turn.FormsIncidentAsync(view, remembered, ImpactCommand.Called, isOfItsOwn: false, ct) is not { } incident
            || !await turn.MayAsync([ImpactCommand.Called.Word], incident, ViewWords.Typed(view.State), ct))
            return;
        var estimate = EstimateOf(view.State, turn.By, turn.Now);
        turn.Conclude(incident, IncidentImpact.Estimate(incident, estimate.Affected, estimate.Daily, turn.By, turn.Now));
    }

    private static ImpactEstimate EstimateOf(ViewState state, UserId by, DateTimeOffset now)
    {
        var affected = new AffectedUsers(Count(ImpactFormView.Affected), ImpactFormView.AreDistinct(state.GetSelectedOption(ImpactFormView.Distinct, ImpactFormView.Value)))
        {
            Source = Words(ImpactFormView.AffectedSource),
            Window = Words(ImpactFormView.Window),
            Link = PeoplesWords.Link(Text(state, ImpactFormView.AffectedLink)) ?? "",
        };
        var daily = new DailyActiveUsers(Count(ImpactFormView.Daily))
        {
            Source = Words(ImpactFormView.DailySource),
            Link = PeoplesWords.Link(Text(state, ImpactFormView.DailyLink)) ?? "",
        };
        return new ImpactEstimate(affected, daily, by, now);

        PeopleCount? Count(string block) => PeopleCount.Read(Text(state, block));

        string Words(string block) => Mrkdwn.Escape(Text(state, block));
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
    private const string Once = "distinct";
    private const string Twice = "twice";
    private const int LongestWords = 120;
    private const int LongestLink = 2_000;

    public static string MoreThanAll => Speak("That would be more users than there are on a day. Which of the two numbers is wrong? Occurrences are not users: then say No below.");

    private static Option EachOnce => Choice(Speak("Yes: nobody is counted twice"), Once);
    private static Option PerhapsTwice => Choice(Speak("No: somebody may be counted twice"), Twice);
    private static Option NotSaid => Choice(Speak("Not known"), "unknown");

    /// <summary>What was chosen; null where it is not known.</summary>
    public static bool? AreDistinct(string? chosen) => chosen switch { Once => true, Twice => false, _ => null };

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
                new RadioButtonGroup { ActionId = Value, Options = [EachOnce, PerhapsTwice, NotSaid], InitialOption = last?.Affected.AreDistinct switch { true => EachOnce, false => PerhapsTwice, _ => NotSaid } },
                optional: true,
                Speak("Occurrences are not users. Unless everybody is counted once, the share is an upper end.")),
            Input(AffectedSource, Speak("Where does that number come from?"), Speak("Logs, events, occurrences of an error."), last?.Affected.Source, LongestWords),
            Input(Window, Speak("Counted from when to when?"), Speak("Such as 10:00 to 11:00 UTC."), last?.Affected.Window, LongestWords),
            Input(AffectedLink, Speak("Where can it be read?"), Speak("A link."), last?.Affected.Link, LongestLink),
            Input(Daily, Speak("How many users are there on a day?"), Speak("Daily active users, such as 60000."), Typed(last?.Daily.Count), LongestWords),
            Input(DailySource, Speak("Where does that number come from?"), Speak("The analytics, and of which day."), last?.Daily.Source, LongestWords),
            Input(DailyLink, Speak("Where can it be read?"), Speak("A link."), last?.Daily.Link, LongestLink),
        ],
    };

    private static Option Choice(string text, string value) => new() { Text = new PlainText(text), Value = value };

    private static string? Typed(PeopleCount? count) => count is null ? null : ImpactWords.Typed(count);

    private static InputBlock Input(string block, string label, string hint, string? before, int longest) => Inputs.Of(
        block,
        label,
        new PlainTextInput { ActionId = Value, MaxLength = longest, InitialValue = before is { Length: > 0 } && Mrkdwn.Unescape(before) is { } typed && typed.Length <= longest ? typed : null },
        optional: true,
        hint);
}
