using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Wording;

namespace IncidentBot.Timeline;

/// <summary>What an incident has many of, read page by page: from every page there is a way to the one before and the one after.</summary>
/// <param name="Incident">The incident.</param>
/// <param name="Title">What stands on top, as mrkdwn.</param>
/// <param name="Words">What to type for it, less the page's number.</param>
internal sealed record Listing(Incident Incident, string Title, string Words)
{
    private const int LongestText = 3_900;

    /// <summary>How many rows share a block; a block carries 3,000 characters.</summary>
    public int RowsPerBlock { get; init; } = 5;

    /// <summary>A button besides those that turn the page.</summary>
    public Button? Besides { get; init; }

    public MessageContent Of(Page<string> page)
    {
        if (page.Rows.Count == 0)
            return MessageContent.Plain(page.Number == 1 ? Speak("There is nothing there yet.") : Speak($"There is nothing on that page. {IncidentWords.Command(Incident, Turned(1))} shows the latest."));
        var ways = Ways(page).ToList();
        var typed = ways.Count == 0 ? "" : $"\n{string.Join(" · ", ways.Select(way => $"{way.Label}: {IncidentWords.Command(Incident, Turned(way.Page))}"))}";
        Button[] buttons = [.. ways.Select(way => Buttons.Run(Incident, way.Label, Turned(way.Page))), .. Besides is null ? Array.Empty<Button>() : [Besides]];
        var blocks = new List<Block> { new SectionBlock { Text = new Markdown(Title) } };
        blocks.AddRange(page.Rows.Chunk(RowsPerBlock).Select(some => new SectionBlock { Text = new Markdown(Mrkdwn.Truncate(string.Join("\n", some), BlockLimits.TextMax)) }));
        if (buttons.Length > 0)
            blocks.Add(new ActionsBlock { Elements = buttons });
        return new MessageContent(Mrkdwn.Truncate($"{Title}\n{string.Join("\n", page.Rows)}", LongestText - typed.Length) + typed, blocks);
    }

    private static IEnumerable<(string Label, int Page)> Ways(Page<string> page)
    {
        if (page.Earlier > 0)
            yield return (Speak($"{page.Earlier} earlier"), page.Number + 1);
        if (page.Later > 0)
            yield return (Speak($"{page.Later} later"), page.Number - 1);
    }

    private string Turned(int page) => string.Create(CultureInfo.InvariantCulture, $"{Words} {page}");
}
