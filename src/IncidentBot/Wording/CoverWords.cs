using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Wording;

/// <summary>What is said to whoever is reminded in somebody's place.</summary>
internal static class CoverWords
{
    /// <summary>The same message, with a line that says for whom it is.</summary>
    public static MessageContent InPlaceOf(UserId of, DateTimeOffset until, MessageContent content)
    {
        var line = InPlaceOf(of, until);
        IReadOnlyList<Block> blocks = content.Blocks.Count > 0 ? content.Blocks : [new SectionBlock { Text = new Markdown(Mrkdwn.Truncate(content.Text, BlockLimits.TextMax)) }];
        return new MessageContent($"{content.Text}\n{line}", [.. blocks, new ContextBlock { Elements = [new Markdown(line)] }]);
    }

    private static string InPlaceOf(UserId of, DateTimeOffset until) => Speak($"You get this because you cover {IncidentWords.Person(of)} until {IncidentWords.Moment(until)}.");
}
