using System.Globalization;
using System.Text.RegularExpressions;
using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Requests;
using IncidentBot.Storage;
using IncidentBot.Wording;

namespace IncidentBot.Timeline;

/// <summary><c>/incident ledger</c> — what came in about the incident and what became of it, newest first; and what could not be sent.</summary>
internal sealed class ShowLedger : ISubcommand
{
    public const int PageSize = 20;
    public const int MostUnsent = 10;

    private const string Failures = "failed";

    public Usage Usage => new("ledger", "[failed] [page]", Unspoken("Show what came in and what became of it"), Where.InIncident);

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        var (word, after) = CommandLine.SplitFirst(line.Rest);
        var onlyFailed = word.Equals(Failures, StringComparison.OrdinalIgnoreCase);
        if (await turn.IncidentAsync(line, Usage, ct) is not { } incident || turn.Page(onlyFailed ? after : line.Rest, Usage) is not { } page)
            return;
        var db = await turn.StoreAsync(ct);
        var unsent = page == 1 ? await db.Outbox.TroubleAboutAsync(turn.Team, incident.Id.Number, MostUnsent, ct) : [];
        turn.Answer(LedgerReply.Of(incident, await db.AboutAsync(turn.Team, incident.Id.Number, onlyFailed, page, PageSize, ct), unsent, onlyFailed), "shown");
    }
}

internal static partial class LedgerReply
{
    public static MessageContent Of(Incident incident, Page<InboxRow> came, IReadOnlyList<OutboxRow> unsent, bool onlyFailed)
    {
        var lines = came.Select(Line);
        return new Listing(incident, Speak($"*{(onlyFailed ? Speak("What failed") : Speak("Ledger"))} of {Mrkdwn.Truncate(IncidentWords.Title(incident), 200)}*, newest first"), onlyFailed ? "ledger failed" : "ledger")
            .Of(lines with { Rows = [.. unsent.Select(Line), .. lines.Rows] });
    }

    private static string Line(InboxRow row)
    {
        var (what, by) = row.Source == InboxSource.Slack ? Told(row) : (row.Kind, null);
        var again = row.CameAgain > 0 ? (row.CameAgain == 1 ? Speak(", and 1 duplicate") : Speak($", and {row.CameAgain} duplicates")) : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"`{row.Reference}` {IncidentWords.Moment(row.ReceivedAt)} {what}{(by is null ? "" : Speak($" by {IncidentWords.Person(new UserId(by))}"))}: {Became(row)}{again}");
    }

    private static string Line(OutboxRow row) => Speak($":warning: `{row.Reference}` {row.Kind}: {(row.State == OutboxState.Dead ? Speak("given up") : Speak("not sent yet"))} ({Mrkdwn.Escape(row.Error ?? "")}){(row.TurnAt is { } next ? Speak($", next try {IncidentWords.Moment(next)}") : "")}");

    private static string Became(InboxRow row) => row switch
    {
        { State: InboxState.Dead } => Failed(row),
        { State: InboxState.Waiting } => Speak("waits for an answer from Slack"),
        { State: InboxState.Pending, NextTryAt: { } next } => Speak($"{Failed(row)}, next try {IncidentWords.Moment(next)}"),
        { State: InboxState.Pending } => Speak("not handled yet"),
        { Outcome: Outcome.Failed } => Failed(row),
        { Outcome: Outcome.Duplicate } => Speak($"duplicate: {Why(row)}"),
        { Outcome: Outcome.Ignored } => Speak($"ignored: {Why(row)}"),
        { Outcome: Outcome.Refused } => Speak($"refused: {Why(row)}"),
        { Outcome: Outcome.Answered or Outcome.Begun } => Why(row),
        _ => row.OutcomeWords is null ? Speak("recorded") : Speak($"recorded ({Why(row)})"),
    };

    private static string Failed(InboxRow row) => Speak($":warning: failed: {Why(row)}");

    private static string Why(InboxRow row) => Spaced(row.OutcomeWords ?? Speak("no reason was given"));

    /// <summary>Refusals and events go by the names of their types; people read <c>already at severity</c>.</summary>
    private static string Spaced(string outcome) =>
        Mrkdwn.Escape(TypeNames().Replace(outcome, name => $"{name.Groups[1].Value}{(name.Groups[1].Length > 0 ? " " : "")}{name.Groups[2].Value.ToLowerInvariant()}"));

    [GeneratedRegex("([a-z]?)([A-Z])")]
    private static partial Regex TypeNames();

    /// <summary>What kind of request, and whose; never its words.</summary>
    private static (string What, string? By) Told(InboxRow row) =>
        row.Body.Length == 0 ? (Forgotten(row), null)
        : SlackRequestReader.Read(row.Kind, row.Body) is not SlackReading.Understood { Request: var request } ? (Speak("unreadable"), null)
        : (request switch
        {
            SlashCommand => Speak("command"),
            BlockActionRequest => Speak("button"),
            ViewSubmission => Speak("form"),
            GlobalShortcut or MessageShortcut => Speak("shortcut"),
            EventCallback happened => happened.Event.Type,
            _ => Speak("request"),
        }, request.UserId);

    /// <summary>Which event it was, its natural key still says.</summary>
    private static string Forgotten(InboxRow row) =>
        Speak($"{(row.NaturalKey is { } happened ? Speak($"event ({happened.Split(' ')[0]})") : Speak("request"))}, its words were not kept");
}
