using System.Text.Json;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Requests;
using IncidentBot.Storage;
using IncidentBot.Wording;

namespace IncidentBot.Messaging;

/// <summary>
/// One question, for a button whose command needs words. The answer is put behind the command line and run like anything
/// typed: one path, one check.
/// </summary>
internal sealed class QuestionForm : IForm
{
    public const string Callback = "question";
    private const string Block = "answer";
    private const string Value = "value";
    private const int Longest = BlockLimits.PlainTextInputMax;

    public string CallbackId => Callback;

    public static string Remember(Question question, CommandLine line, ChannelId? openedIn) =>
        JsonSerializer.Serialize(new Remembered(line.ToString(), question, openedIn?.Value));

    public Task<bool> MayOpenAsync(string remembered, Turn turn, CancellationToken ct) => turn.MayRunAsync(CommandLine.Read(Read(remembered).Line), ct);

    public async Task<ModalViewDefinition> OpenAsync(string remembered, FormReading reading, CancellationToken ct)
    {
        var (line, question, _) = Read(remembered);
        return new ModalViewDefinition
        {
            CallbackId = Callback,
            PrivateMetadata = remembered,
            Title = question.Title,
            Submit = Speak("Send"),
            Close = Speak("Cancel"),
            Blocks =
            [
                Inputs.Of(
                    Block,
                    question.Label,
                    question.AsksWhom ? new UserSelectMenu { ActionId = Value } : new PlainTextInput { ActionId = Value, Multiline = question.Multiline, MaxLength = Longest, InitialValue = await WordsAsync(question, line, reading, ct) },
                    hint: question.Hint),
            ],
        };
    }

    public IReadOnlyDictionary<string, string> Check(ViewState state) => string.IsNullOrWhiteSpace(Answer(state))
        ? new Dictionary<string, string> { [Block] = state.GetValue(Block, Value)?.Type == "users_select" ? Speak("Choose a person.") : Speak("Write a few words.") }
        : new Dictionary<string, string>();

    public Task SubmitAsync(ViewInfo view, Turn turn, CancellationToken ct)
    {
        var remembered = Read(view.PrivateMetadata);
        if (remembered.Channel is { } channel)
            turn.ComeBackTo(channel);
        return turn.RunAsync(LineOf(view), ct);
    }

    /// <summary>The line an answer completed; null where the request is none.</summary>
    public static CommandLine? LineOf(SlackRequest request) => request is ViewSubmission { View: { CallbackId: Callback } view } ? LineOf(view) : null;

    private static CommandLine LineOf(ViewInfo view)
    {
        var (line, question, _) = Read(view.PrivateMetadata);
        return CommandLine.Read($"{line} {(question.WordsOf is null ? Answer(view.State) : TypedWords.Read(view.State.GetText(Block, Value) ?? ""))}");
    }

    private static string Answer(ViewState state) =>
        state.GetSelectedUser(Block, Value) is { } person ? Mrkdwn.User(person) : Mrkdwn.Escape(state.GetText(Block, Value) ?? "");

    /// <summary>The words as they are typed; none where they would not fit.</summary>
    private static async Task<string?> WordsAsync(Question question, string line, FormReading reading, CancellationToken ct)
    {
        if (question.WordsOf is not { } entry || CommandLine.Read(line).Number is not { } number)
            return null;
        var text = await reading.Db.Timeline.TextOfAsync(reading.Team, number, entry, ct);
        return text is { Length: > 0 } && TypedWords.Of(text) is { Length: <= Longest } words ? words : null;
    }

    private static Remembered Read(string remembered) =>
        JsonSerializer.Deserialize<Remembered>(remembered) ?? throw new FormatException("A question form that remembers nothing.");

    private sealed record Remembered(string Line, Question Question, string? Channel);
}

/// <summary><c>form declare</c>, typed by the button that stands in for a form that opened too late.</summary>
internal sealed class FormCommand(IEnumerable<IForm> forms) : ISubcommand
{
    public Usage Usage => new("form", "<form>", Unspoken("Open a form"), Where.Anywhere) { Hidden = true };

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        var (callback, remembered) = CommandLine.SplitFirst(line.Rest);
        if (forms.SingleOrDefault(form => form.CallbackId == callback) is not { } form)
            turn.NotUnderstood(Speak("There is no such form."), Usage);
        else if (await form.MayOpenAsync(remembered, turn, ct))
            turn.OpenForm(callback, remembered);
    }
}
