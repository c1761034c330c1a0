using System.Globalization;
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
        if (await turn.FindIncidentAsync(line.Number, ct) is not { } incident)
        {
            turn.Answer(Replies.NoIncidentHere(Usage, line.Number), "no incident here");
            return;
        }
        var page = 1;
        if (line.Rest.Length > 0 && (!int.TryParse(line.Rest, NumberStyles.None, CultureInfo.InvariantCulture, out page) || page is < 1 or > 10_000))
        {
            turn.Answer(Replies.NotUnderstood("Say which page, such as 2 for the one before the latest.", Usage), "not understood");
            return;
        }
        var db = await turn.StoreAsync(ct);
        var (entries, total) = await db.Timeline.PageAsync(incident.Id, page, PageSize, ct);
        turn.Answer(TimelineReply.Of(incident, entries, page, total), "shown");
    }
}

internal static class TimelineReply
{
    private const int LinesPerBlock = 5;

    public static MessageContent Of(Incident incident, IReadOnlyList<TimelineEntry> entries, int page, int total)
    {
        if (entries.Count == 0)
            return MessageContent.Plain("There is nothing on that page of the timeline.");
        var title = $"*Timeline of {Mrkdwn.Truncate(IncidentWords.Title(incident), 200)}*";
        var lines = entries.Select(TimelineWords.Line).ToList();
        var older = total - ((page - 1) * ShowTimeline.PageSize) - entries.Count;
        var blocks = new List<Block> { new SectionBlock { Text = new Markdown(title) } };
        blocks.AddRange(lines.Chunk(LinesPerBlock).Select(some => new SectionBlock { Text = new Markdown(Mrkdwn.Truncate(string.Join("\n", some), 3_000)) }));
        if (older > 0)
        {
            blocks.Add(new ActionsBlock
            {
                Elements = [Buttons.Run(incident, string.Create(CultureInfo.InvariantCulture, $"{older} earlier"), string.Create(CultureInfo.InvariantCulture, $"timeline {page + 1}"))],
            });
        }
        return new MessageContent(Mrkdwn.Truncate($"{title}\n{string.Join("\n", lines)}", 3_900), blocks);
    }
}
