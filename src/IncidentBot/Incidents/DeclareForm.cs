using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Requests;
using IncidentBot.Slack.WebApi;
using IncidentBot.Wording;

namespace IncidentBot.Incidents;

/// <summary>
/// The short form: title, severity, summary, private. Opened on a message, it remembers the stored request that carried
/// the message, and the message becomes the first line of the timeline.
/// </summary>
internal sealed class DeclareForm : IForm
{
    public const string Callback = "declare";

    /// <summary>Remembered where a drill was asked for.</summary>
    public const string Practising = "drill";

    private const string Value = "value";
    private const string Title = "title";
    private const string SeverityBlock = "severity";
    private const string Summary = "summary";
    private const string Privacy = "privacy";
    private const string Practice = "practice";
    private static Option IsDrill => new() { Text = new PlainText(Speak("Only a drill: marked as one everywhere, and no review is owed")), Value = "drill" };
    private const int LongestSummary = 2_000;

    /// <summary>As much as a field takes (Slack docs: plain-text input element): what does not fit a title becomes a note.</summary>
    public const int MostTyped = BlockLimits.PlainTextInputMax;

    public string CallbackId => Callback;

    public Task<bool> MayOpenAsync(string remembered, Turn turn, CancellationToken ct) => MayAsync(remembered, turn, ct);

    public static Task<bool> MayAsync(string remembered, Turn turn, CancellationToken ct) => turn.MayAsync([remembered == Practising ? Practising : Callback], null, "", ct);

    public async Task<ModalViewDefinition> OpenAsync(string remembered, FormReading reading, CancellationToken ct)
    {
        var source = await SourceMessage.FindAsync(remembered, reading.Db, reading.Team, reading.Asker, ct);
        var suggested = source is null ? null : Mrkdwn.Truncate(PeoplesWords.Plain(source.Message.Text.Split('\n')[0]), 150);
        return new ModalViewDefinition
        {
            CallbackId = Callback,
            PrivateMetadata = remembered,
            Title = Speak("Declare an incident"),
            Submit = Speak("Declare"),
            Close = Speak("Cancel"),
            Blocks =
            [
                Inputs.Of(Title, Speak("What is wrong?"), new PlainTextInput { ActionId = Value, InitialValue = suggested, MaxLength = MostTyped, Placeholder = Speak("Checkout is failing") }),
                Inputs.Of(SeverityBlock, Speak("How bad is it?"), new StaticSelectMenu { ActionId = Value, Options = [.. Choices(reading.Options.Severities)], Placeholder = Speak("I do not know yet") }, optional: true),
                Inputs.Of(Summary, Speak("What do you know so far?"), new PlainTextInput { ActionId = Value, Multiline = true, MaxLength = LongestSummary }, optional: true),
                Inputs.Of(Practice, Speak("Is it real?"), new CheckboxGroup { ActionId = Value, Options = [IsDrill], InitialOptions = remembered == Practising ? [IsDrill] : null }, optional: true),
                Inputs.Of(Privacy, Speak("Who may know?"), new CheckboxGroup { ActionId = Value, Options = [new Option { Text = new PlainText(Speak("Private: only people who are invited")), Value = "private" }] }, optional: true),
            ],
        };
    }

    public IReadOnlyDictionary<string, string> Check(ViewState state) => Read(state, Severity.Unset, UserId.Unsaid).Objection() switch
    {
        TitleMissing => new Dictionary<string, string> { [Title] = Speak("Say in a few words what is wrong.") },
        _ => new Dictionary<string, string>(),
    };

    public Task SubmitAsync(ViewInfo view, Turn turn, CancellationToken ct) => DeclareAsync(view, isSure: false, turn, ct);

    public static async Task DeclareAsync(ViewInfo view, bool isSure, Turn turn, CancellationToken ct)
    {
        if (!await turn.MayAsync([view.State.GetSelectedOptions(Practice, Value).Count > 0 ? Practising : Callback], null, ViewWords.Typed(view.State), ct))
            return;
        var source = await SourceMessage.FindAsync(view.PrivateMetadata, await turn.StoreAsync(ct), turn.Team, turn.By.Value, ct);
        var said = Read(view.State, SeverityIn(view.State, turn.Options.Severities), turn.By) with { FirstSignal = source is null ? null : SlackTs.ToTime(source.Message.Ts) };
        if (await Declaring.DoAsync(said, isSure, turn, ct) is { } incident && source is not null)
            turn.RecordFirst(source.AsEntry(incident.Id, Domain.Timeline.EntryKind.Detection, await MessageWords.KnownAsync(turn.ForAll(() => CapturedText.Of(source.Message)), turn, ct), turn));
    }

    public static Declaration Read(ViewState state, Severity severity, UserId by) => new(
        state.GetText(Title, Value) ?? "",
        state.GetText(Summary, Value) ?? "",
        severity,
        state.GetSelectedOptions(Privacy, Value).Count > 0,
        by)
    {
        IsDrill = state.GetSelectedOptions(Practice, Value).Count > 0,
    };

    private static Severity SeverityIn(ViewState state, SeverityScale scale) =>
        state.GetSelectedOption(SeverityBlock, Value) is { } word && scale.Read(word) is var (severity, _) ? severity : Severity.Unset;

    private static IEnumerable<Option> Choices(SeverityScale scale) =>
        scale.Levels.Select(level => new Option { Text = new PlainText(IncidentWords.Signed(level.Severity)), Value = IncidentWords.Typed(level.Severity) });
}

/// <summary>Declaring from Slack's shortcut menus: anywhere, or on a message.</summary>
internal sealed class DeclareShortcut : IShortcut
{
    public string CallbackId => "declare_incident";

    public string Name => "Declare an incident";

    public string Description => "Opens the short form";

    public bool OnMessage => false;

    public async Task HandleAsync(SlackRequest request, Turn turn, CancellationToken ct)
    {
        if (await DeclareForm.MayAsync("", turn, ct))
            turn.OpenForm(DeclareForm.Callback, "");
    }
}

/// <summary>Declaring from a message: it is the evidence, wherever it stands and whether or not the bot can read there.</summary>
internal sealed class DeclareFromMessage : IShortcut
{
    public string CallbackId => "declare_from_message";

    public string Name => "Declare an incident";

    public string Description => "Declares an incident with this message as its first evidence";

    public bool OnMessage => true;

    public async Task HandleAsync(SlackRequest request, Turn turn, CancellationToken ct)
    {
        var remembered = SourceMessage.Remember(turn.InboxId);
        if (await DeclareForm.MayAsync(remembered, turn, ct))
            turn.OpenForm(DeclareForm.Callback, remembered);
    }
}
