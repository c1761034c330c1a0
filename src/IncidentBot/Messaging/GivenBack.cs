using IncidentBot.Slack.Blocks;
using IncidentBot.Wording;

namespace IncidentBot.Messaging;

/// <summary>What somebody wrote and is not kept comes back whole, each letter of it escaped, to be copied: nobody types it twice at night.</summary>
internal static class GivenBack
{
    /// <summary>The longest a sentence above may be.</summary>
    public const int PerBlock = 2_900;

    private const int LongestText = 3_900;

    /// <summary>Fewer words are typed again in no time.</summary>
    private const int FewWords = 3;

    /// <summary>Whether a line holds words of somebody's own, and not only what the command is told.</summary>
    public static bool IsWorthIt(CommandLine line) => line.Rest.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries).Length >= FewWords;

    public static MessageContent Below(string sentence, string typed, params Button[] buttons) => new(
        Mrkdwn.Truncate($"{sentence}\n{IncidentWords.Quoted(typed)}", LongestText),
        [
            new SectionBlock { Text = new Markdown(Mrkdwn.Truncate(sentence, PerBlock)) },
            .. Pieces(IncidentWords.Quoted(typed)).Select(piece => new SectionBlock { Text = new Markdown(piece) }),
            .. buttons.Length == 0 ? Array.Empty<Block>() : [new ActionsBlock { Elements = buttons }],
        ]);

    /// <summary>Cut between words where there are any, so that no escaped letter is cut in two.</summary>
    private static IEnumerable<string> Pieces(string quoted)
    {
        while (quoted.Length > PerBlock)
        {
            var cut = quoted.LastIndexOfAny(['\n', ' '], PerBlock, PerBlock - 2) is > 0 and var blank ? blank : PerBlock;
            yield return quoted[..cut];
            quoted = $"> {quoted[cut..].TrimStart('\n', ' ', '>')}";
        }
        yield return quoted;
    }
}
