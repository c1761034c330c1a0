using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Domain.Times;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Requests;
using IncidentBot.Timeline;
using IncidentBot.Wording;

namespace IncidentBot.Incidents;

/// <summary><c>/incident retro Orders were lost</c> — declares what is over already, with the times it had; a form asks for them.</summary>
internal sealed class Retro : ISubcommand
{
    public const string Word = "retro";
    public const string Also = "past";

    /// <summary>How it is called, also where the form stands for it.</summary>
    public static Usage Called { get; } = new(Word, "[title]", Unspoken("Declare what is over already, with the times it had"), Where.Anywhere, Also);

    public Usage Usage => Called;

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (await MessageWords.OrWaitAsync(line.Rest, turn, ct) is { } words)
            turn.OpenForm(RetroForm.Callback, RetroForm.Titled(PeoplesWords.Plain(words)));
    }
}

/// <summary><c>retroagain 42</c>, typed by <i>Open the form again</i>: the form comes back as request 42 sent it.</summary>
internal sealed class RetroAgain : ISubcommand
{
    public const string Word = "retroagain";

    public Usage Usage => new(Word, "<request>", Unspoken("Open the form again with what was written"), Where.Anywhere) { Hidden = true };

    public Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        turn.OpenForm(RetroForm.Callback, $"{RetroForm.Sent}{line.Rest}");
        return Task.CompletedTask;
    }
}

/// <summary>What is past, as the form took it.</summary>
internal sealed class RetroForm : IForm
{
    public const string Callback = "retro";

    /// <summary>Remembered in front of the request that sent the form before.</summary>
    public const string Sent = "sent:";
    private const string TitlePrefix = "title:";
    private const int LongestRemembered = 1_500;

    public string CallbackId => Callback;

    /// <summary>Longer words would not fit the button that opens the form later.</summary>
    public static string Titled(string title) => TitlePrefix + Mrkdwn.Truncate(title, LongestRemembered);

    public Task<bool> MayOpenAsync(string remembered, Turn turn, CancellationToken ct) => turn.MayAsync([Retro.Word], null, "", ct);

    public async Task<ModalViewDefinition> OpenAsync(string remembered, FormReading reading, CancellationToken ct)
    {
        var before = await SentBeforeAsync(remembered, reading, ct);
        return RetroFormView.Of(reading.Options.Severities, before is null ? Begun(remembered) : RetroFormView.Read(before));
    }

    /// <summary>What is too long for a title stands below as a whole.</summary>
    private static RetroWords Begun(string remembered)
    {
        var title = remembered.StartsWith(TitlePrefix, StringComparison.Ordinal) ? remembered[TitlePrefix.Length..] : "";
        return title.Length <= Declaration.LongestTitle ? new RetroWords(title) : new RetroWords(Mrkdwn.Truncate(title, Declaration.LongestTitle)) { Summary = title };
    }

    public IReadOnlyDictionary<string, string> Check(ViewState state) =>
        new Declaration(RetroFormView.Read(state).Title, "", Severity.Unset, IsPrivate: false, UserId.Unsaid).Objection() switch
        {
            TitleMissing => new Dictionary<string, string> { [RetroFormView.Title] = RetroFormView.NoTitle },
            _ => new Dictionary<string, string>(),
        };

    public async Task SubmitAsync(ViewInfo view, Turn turn, CancellationToken ct)
    {
        if (!await turn.MayAsync([Retro.Word], null, ViewWords.Typed(view.State), ct))
            return;
        var words = RetroFormView.Read(view.State);
        var times = new Dictionary<NamedTime, DateTimeOffset?>();
        foreach (var (name, said) in words.Times.Where(time => time.Value.Length > 0))
        {
            switch (await NotedTime.ReadAsync(Mrkdwn.Escape(said), turn, ct))
            {
                case null:
                    return;
                case TimeReading.Timed { Rest.Length: 0 } timed:
                    times[name] = timed.Happened.Instant;
                    break;
                case TimeReading.Doubtful doubtful:
                    turn.Refuse(RetroReplies.WhichTime(name, NoteReplies.Doubt(doubtful), turn.InboxId), "not understood");
                    return;
                default:
                    turn.Refuse(RetroReplies.WhichTime(name, RetroReplies.SayWhen(said), turn.InboxId), "not understood");
                    return;
            }
        }
        var incident = new Declaration(words.Title, words.Summary, SeverityOf(words, turn), words.IsPrivate, turn.By);
        Declare(new PastIncident(incident)
        {
            ImpactStart = times.GetValueOrDefault(NamedTime.ImpactStart),
            Detected = times.GetValueOrDefault(NamedTime.Detected),
            Mitigated = times.GetValueOrDefault(NamedTime.Mitigated),
            Resolved = times.GetValueOrDefault(NamedTime.Resolved),
        }, turn);
    }

    private static Severity SeverityOf(RetroWords words, Turn turn) =>
        words.Severity.Length > 0 && turn.Options.Severities.Read(words.Severity) is var (severity, _) ? severity : Severity.Unset;

    private static void Declare(PastIncident past, Turn turn)
    {
        if (past.Objection(turn.Now) is { } why)
        {
            turn.Refuse(RetroReplies.NotYet(Refusals.Sentence(why), turn.InboxId), why.GetType().Name);
            return;
        }
        var declared = (Decision.Accepted)past.Declare(turn.NextIncidentId(), turn.Options.Lifecycle, turn.Options.Reviews, turn.Now);
        turn.Accept(declared);
        Declaring.NoteWhole(past.Said, declared.After, turn);
        turn.Owe(MakeChannel.For(declared.After, turn.Options, turn.ReplyTo));
        turn.Noted("declared afterwards");
    }

    /// <summary>What was sent before, good only for whoever sent it; null where it is not kept any more.</summary>
    private static async Task<ViewState?> SentBeforeAsync(string remembered, FormReading reading, CancellationToken ct) =>
        remembered.StartsWith(Sent, StringComparison.Ordinal)
        && long.TryParse(remembered.AsSpan(Sent.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && await SaidBefore.RequestAsync(reading.Db, id, reading.Team, reading.Asker, ct) is ({ } sent, _)
        && sent is ViewSubmission { View: { CallbackId: Callback } view }
            ? view.State
            : null;
}
