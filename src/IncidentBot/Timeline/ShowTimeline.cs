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

    public Usage Usage => new("timeline", "[page]", "Show what happened, in order", Where.InIncident);

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (await turn.IncidentAsync(line, Usage, ct) is not { } incident || turn.Page(line.Rest, Usage) is not { } page)
            return;
        var db = await turn.StoreAsync(ct);
        turn.Answer(TimelineReply.Of(incident, await db.Timeline.PageAsync(incident.Id, page, PageSize, ct)), "shown");
    }
}

internal static class TimelineReply
{
    public static MessageContent Of(Incident incident, Page<TimelineEntry> entries) =>
        new Listing(incident, $"*Timeline of {Mrkdwn.Truncate(IncidentWords.Title(incident), 200)}*", "timeline").Of(entries.Select(TimelineWords.Line));
}
