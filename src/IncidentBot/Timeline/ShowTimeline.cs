using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Wording;

namespace IncidentBot.Timeline;

/// <summary><c>/incident timeline</c> — what happened, in the order it happened; the latest page first.</summary>
internal sealed class ShowTimeline : ISubcommand
{
    public const int PageSize = 30;

    private static readonly Dictionary<int, WordsChange> NoChanges = [];

    public Usage Usage => new("timeline", "[page]", Unspoken("Show what happened, in order"), Where.InIncident);

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (await turn.IncidentAsync(line, Usage, ct) is not { } incident || turn.Page(line.Rest, Usage) is not { } page)
            return;
        var db = await turn.StoreAsync(ct);
        var entries = await db.Timeline.PageAsync(incident.Id, page, PageSize, ct);
        int[] changed = [.. entries.Rows.Where(entry => entry.Version > 1).Select(entry => entry.Number)];
        var changes = changed.Length == 0 ? NoChanges : await db.TimelineVersions.WordsChangesAsync(incident.Id, changed, ct);
        turn.Answer(TimelineReply.Of(incident, entries.Select(entry => new TimelineLine(entry, changes.GetValueOrDefault(entry.Number)))), "shown");
    }
}

/// <summary>An entry, and what changed its words since it was recorded, if anything did.</summary>
internal sealed record TimelineLine(TimelineEntry Entry, WordsChange? Changed = null);

internal static class TimelineReply
{
    public static MessageContent Of(Incident incident, Page<TimelineLine> lines) =>
        new Listing(incident, Speak($"*Timeline of {Mrkdwn.Truncate(IncidentWords.Title(incident), 200)}*"), "timeline").Of(lines.Select(line => TimelineWords.Line(line.Entry, line.Changed, incident.Channel)));
}
