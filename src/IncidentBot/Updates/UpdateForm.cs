using IncidentBot.Domain.Timeline;
using IncidentBot.Domain.Updates;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Requests;
using IncidentBot.Wording;

namespace IncidentBot.Updates;

/// <summary>The update in its three parts, begun with what was said last; told to people, or only corrected.</summary>
internal sealed class UpdateForm : IForm
{
    public const string Callback = "update";

    public string CallbackId => Callback;

    public Task<bool> MayOpenAsync(string remembered, Turn turn, CancellationToken ct) => turn.MayRunAsync(new CommandLine(OpenedOn.Read(remembered).Number, PostUpdate.Called.Word, ""), ct);

    public async Task<ModalViewDefinition> OpenAsync(string remembered, FormReading reading, CancellationToken ct)
    {
        var opened = OpenedOn.Read(remembered);
        var incident = await reading.Db.Incidents.FindAsync([reading.Team, opened.Number], ct) is { } row ? await reading.WhereItGoesOnAsync(row.ToDomain(), ct) : null;
        var last = incident?.LastUpdate;
        return UpdateFormView.Of(last, (opened with { Number = incident?.Id.Number ?? opened.Number, Saw = last?.Mark }).Write());
    }

    public IReadOnlyDictionary<string, string> Check(ViewState state) => string.IsNullOrWhiteSpace(state.GetText(UpdateFormView.Status, UpdateFormView.Value))
        ? new Dictionary<string, string> { [UpdateFormView.Status] = UpdateFormView.SaySomething }
        : new Dictionary<string, string>();

    public async Task SubmitAsync(ViewInfo view, Turn turn, CancellationToken ct)
    {
        var remembered = OpenedOn.Read(view.PrivateMetadata);
        if (remembered.Channel is { } channel)
            turn.ComeBackTo(channel);
        var parts = new UpdateParts(Part(UpdateFormView.Status), Part(UpdateFormView.Findings), Part(UpdateFormView.Actions));
        var isCorrection = view.State.GetSelectedOption(UpdateFormView.How, UpdateFormView.Value) == UpdateFormView.Correct;
        if (await turn.FormsIncidentAsync(view, remembered, PostUpdate.Called, isOfItsOwn: isCorrection, ct) is not { } incident
            || !await turn.MayAsync([PostUpdate.Called.Word], incident, ViewWords.Typed(view.State), ct))
            return;
        var audience = view.State.GetSelectedOptions(UpdateFormView.Audience, UpdateFormView.Value).Count > 0 ? UpdateAudience.External : UpdateAudience.Internal;
        var text = turn.ForAll(() => UpdateWords.Text(parts));
        turn.Conclude(incident, isCorrection
            ? Domain.Updates.Updates.Correct(incident, text, parts, turn.By, turn.Now, remembered.Saw, audience)
            : Domain.Updates.Updates.Post(incident, text, turn.By, turn.Now, parts, audience));

        string Part(string block) => TypedWords.Read(view.State.GetText(block, UpdateFormView.Value) ?? "");
    }
}

/// <summary>How the form looks.</summary>
internal static class UpdateFormView
{
    public const string Value = "value";
    public const string Status = "status";
    public const string Findings = "findings";
    public const string Actions = "actions";
    public const string Audience = "audience";
    public const string How = "how";
    public const string Correct = "correct";
    public static string SaySomething => Speak("Say in a few words how it stands.");

    /// <summary>A field takes no more (Slack docs: plain-text input element).</summary>
    private const int Longest = BlockLimits.PlainTextInputMax;

    private static Option TellPeople => new() { Text = new PlainText(Speak("Tell people now")), Value = "tell" };
    private static Option CorrectLast => new() { Text = new PlainText(Speak("Correct the last update; only subscribers hear")), Value = Correct };

    private static Option Outside => new() { Text = new PlainText(Speak("People outside too, such as customers")), Value = "external" };

    public static ModalViewDefinition Of(StatusUpdate? last, string remembered) => new()
    {
        CallbackId = UpdateForm.Callback,
        PrivateMetadata = remembered,
        Title = Speak("Update"),
        Submit = Speak("Send"),
        Close = Speak("Cancel"),
        Blocks =
        [
            .. Text(Status, Speak("How does it stand?"), Speak("What works, what does not, since when."), last?.Parts?.Status ?? last?.Text, optional: false),
            .. Text(Findings, Speak("What was found?"), Speak("What is known of the cause, and what was ruled out."), last?.Parts?.Findings),
            .. Text(Actions, Speak("What is being done, and what is needed?"), Speak("Who does what, what you need from others, when they hear more."), last?.Parts?.Actions),
            Inputs.Of(
                Audience,
                Speak("Who is it for?"),
                new CheckboxGroup { ActionId = Value, Options = [Outside], InitialOptions = last?.Audience == UpdateAudience.External ? [Outside] : null },
                optional: true),
            .. last is null ? Array.Empty<Block>() : [Inputs.Of(How, Speak("What shall happen?"), new RadioButtonGroup { ActionId = Value, Options = [TellPeople, CorrectLast], InitialOption = TellPeople })],
        ],
    };

    /// <summary>The field with what was said before; what it cannot hold whole is not cut, and is said above it.</summary>
    private static Block[] Text(string block, string label, string hint, string? before, bool optional = true)
    {
        var typed = before is null or Redaction.Mark ? "" : TypedWords.Of(before);
        var field = Inputs.Of(block, label, new PlainTextInput { ActionId = Value, Multiline = true, MaxLength = Longest, InitialValue = typed.Length is > 0 and <= Longest ? typed : null }, optional, hint);
        return typed.Length <= Longest ? [field] : [new SectionBlock { Text = new Markdown(TooLong(typed.Length)) }, field];
    }

    private static string TooLong(int length) => Speak(
        $"What was said last has {length} characters here, and this field holds {Longest}: it is left empty, so that nothing is cut unseen. To correct it, copy the words from the channel and shorten them, or spread them over the fields.");
}
