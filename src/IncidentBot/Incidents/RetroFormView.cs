using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Times;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Requests;
using IncidentBot.Wording;

namespace IncidentBot.Incidents;

/// <summary>What stands in the form, word for word.</summary>
internal sealed record RetroWords(string Title)
{
    public string Summary { get; init; } = "";

    /// <summary>Its key, or empty.</summary>
    public string Severity { get; init; } = "";

    public bool IsPrivate { get; init; }

    /// <summary>The times as they were written; empty where nobody knows.</summary>
    public IReadOnlyDictionary<NamedTime, string> Times { get; init; } = new Dictionary<NamedTime, string>();
}

/// <summary>The form for what is over already.</summary>
internal static class RetroFormView
{
    public const string Title = "title";
    public static string NoTitle => Speak("Say in a few words what was wrong.");
    private const string Value = "value";
    private const string SeverityBlock = "severity";
    private const string Summary = "summary";
    private const string Privacy = "privacy";
    private const int LongestSummary = 2_000;
    private const int LongestTime = 60;
    private static Option Private => new() { Text = new PlainText(Speak("Private: only people who are invited")), Value = "private" };

    private static readonly (NamedTime Name, string Block, string Label)[] Moments =
    [
        (NamedTime.ImpactStart, "impact_start", Unspoken("When did it begin to hurt?")),
        (NamedTime.Detected, "detected", Unspoken("When was the first sign of it?")),
        (NamedTime.Mitigated, "mitigated", Unspoken("When did it hurt less?")),
        (NamedTime.Resolved, "resolved", Unspoken("When was it over? Left empty, it still goes on")),
    ];

    public static ModalViewDefinition Of(SeverityScale scale, RetroWords words)
    {
        Option[] levels = [.. scale.Levels.Select(level => new Option { Text = new PlainText(IncidentWords.Signed(level.Severity)), Value = IncidentWords.Typed(level.Severity) })];
        return new ModalViewDefinition
        {
            CallbackId = RetroForm.Callback,
            Title = Speak("Declare afterwards"),
            Submit = Speak("Declare"),
            Close = Speak("Cancel"),
            Blocks =
            [
                Inputs.Of(Title, Speak("What was wrong?"), new PlainTextInput { ActionId = Value, InitialValue = OrNone(words.Title), MaxLength = DeclareForm.MostTyped, Placeholder = Speak("Orders were lost") }),
                Inputs.Of(SeverityBlock, Speak("How bad was it?"), new StaticSelectMenu { ActionId = Value, Options = levels, InitialOption = levels.FirstOrDefault(level => level.Value == words.Severity), Placeholder = Speak("I do not know yet") }, optional: true),
                .. Moments.Select(moment => Inputs.Of(moment.Block, Speak(moment.Label), Time(words.Times.GetValueOrDefault(moment.Name, "")), optional: true)),
                Inputs.Of(Summary, Speak("What is known?"), new PlainTextInput { ActionId = Value, InitialValue = OrNone(words.Summary), Multiline = true, MaxLength = LongestSummary }, optional: true),
                Inputs.Of(Privacy, Speak("Who may know?"), new CheckboxGroup { ActionId = Value, Options = [Private], InitialOptions = words.IsPrivate ? [Private] : null }, optional: true),
            ],
        };
    }

    public static RetroWords Read(ViewState state) => new((state.GetText(Title, Value) ?? "").Trim())
    {
        Summary = state.GetText(Summary, Value) ?? "",
        Severity = state.GetSelectedOption(SeverityBlock, Value) ?? "",
        IsPrivate = state.GetSelectedOptions(Privacy, Value).Count > 0,
        Times = Moments.ToDictionary(moment => moment.Name, moment => (state.GetText(moment.Block, Value) ?? "").Trim()),
    };

    private static PlainTextInput Time(string said) =>
        new() { ActionId = Value, InitialValue = OrNone(said), MaxLength = LongestTime, Placeholder = Speak("yesterday 21:30, 2025-07-21 10:15 UTC-5, 3h ago") };

    private static string? OrNone(string text) => text.Length > 0 ? text : null;
}

/// <summary>What whoever declares afterwards is told.</summary>
internal static class RetroReplies
{
    public static string SayWhen(string said) => Speak($"`{Mrkdwn.Truncate(Mrkdwn.Escape(said), 60).Replace('`', '\'')}` is no time I can read. Write it alone, such as `yesterday 21:30` or `2025-07-21 10:15 UTC-5`.");

    public static MessageContent WhichTime(NamedTime name, string sentence, long request) => NotYet($"*{NamedTimeWords.Name(name)}:* {sentence}", request);

    /// <summary>Nothing is declared yet, and nothing that was written is lost.</summary>
    public static MessageContent NotYet(string sentence, long request) => MessageContent.With(
        Speak($"Not declared yet. {sentence} All you wrote is kept; the button opens the form with it."),
        Buttons.Run(Speak("Open the form again"), string.Create(CultureInfo.InvariantCulture, $"{RetroAgain.Word} {request}"), ButtonStyle.Primary));
}
