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

    /// <summary>The same of a line among others.</summary>
    public static string LineInPlaceOf(UserId of, string line) => Speak($"In place of {IncidentWords.Person(of)}: {line}");

    /// <summary>That one is reminded oneself again.</summary>
    public static MessageContent Yours => MessageContent.Plain(Speak("Nobody covers you any more: your reminders come to you again."));

    /// <summary>The same, because whoever covered cannot be written to.</summary>
    public static MessageContent Unreached(UserId with) =>
        MessageContent.Plain(Speak($"I cannot reach {IncidentWords.Person(with)}, who covers you. That is over: your reminders come to you again."));

    public static MessageContent Over(UserId of) => MessageContent.Plain(Speak($"You do not cover {IncidentWords.Person(of)} any more. Thank you."));

    private static string InPlaceOf(UserId of, DateTimeOffset until) => Speak($"You get this because you cover {IncidentWords.Person(of)} until {IncidentWords.Moment(until)}.");
}
