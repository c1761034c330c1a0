using System.Text.RegularExpressions;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Wording;

/// <summary>
/// What people type reaches us as Slack's mrkdwn: three characters escaped, mentions and links in angle brackets
/// (Slack docs: Formatting message text). The bot never passes on a mention that would ring for a whole channel.
/// </summary>
internal static partial class PeoplesWords
{
    private const int LongestLink = 2_000;

    /// <summary>For titles: the plain characters, links by their label, people by name or as somebody, channel-wide mentions as the words they stand for.</summary>
    public static string Plain(string typed) => Mrkdwn.Unescape(Entity().Replace(typed, PlainEntity)).Trim();

    /// <summary>For texts kept as mrkdwn: mentions of people and links stay, those of whole channels and groups become words.</summary>
    public static string Harmless(string typed) => Broadcast().Replace(typed, m => "@" + m.Groups["name"].Value).Trim();

    /// <summary>For words somebody else wrote that are said again in a channel: whoever they mention was rung for once.</summary>
    public static string Silent(string text) => AnyMention().Replace(text, "@$1");

    /// <summary>
    /// For words in a list of others: they may not turn the rest of their line round, nor open a box around what follows, and
    /// their line breaks are shown as a quote that belongs to the line.
    /// </summary>
    public static string InAList(string text) => Breaks().Replace(Box().Replace(Turning().Replace(text, ""), "`"), "\n> ");

    /// <summary>For words that share a line with others: line breaks become blanks.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Replace("\n> ", "\n", StringComparison.Ordinal).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The person mentioned, when that is all that was typed.</summary>
    public static string? Mentioned(string typed) =>
        Mention().Match(typed.Trim()) is { Success: true } match ? match.Groups[1].Value : null;

    /// <summary>The web address, when that is all that was typed; written so that nothing in it can be anything else, and no longer than fits a line of the card.</summary>
    public static string? Link(string typed)
    {
        var text = typed.Trim();
        if (text is ['<', .., '>'])
            text = text[1..^1].Split('|')[0];
        text = Mrkdwn.Unescape(text);
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme is "https" or "http" && uri.AbsoluteUri.Length <= LongestLink ? uri.AbsoluteUri : null;
    }

    private static string PlainEntity(Match entity)
    {
        var (target, label) = (entity.Groups["target"].Value, entity.Groups["label"].Value);
        return target switch
        {
            ['!', .. var name] => "@" + (label.Length > 0 ? label.TrimStart('@') : name.Split('^')[0]),
            ['#', .. var channel] => "#" + (label.Length > 0 ? label : channel),
            ['@', ..] => label.Length > 0 ? "@" + label : Speak("somebody"),
            _ => label.Length > 0 ? label : target,
        };
    }

    [GeneratedRegex("<(?<target>[^<>|]+)(\\|(?<label>[^<>]*))?>")]
    private static partial Regex Entity();

    [GeneratedRegex("<!(subteam\\^(?<id>\\w+)\\|@?(?<name>[^<>]*)|(?<name>here|channel|everyone|subteam)[^<>]*)>")]
    private static partial Regex Broadcast();

    [GeneratedRegex("[\u202A-\u202E\u2066-\u2069]")]
    private static partial Regex Turning();

    [GeneratedRegex("`{3,}")]
    private static partial Regex Box();

    [GeneratedRegex(@"\s*\n\s*")]
    private static partial Regex Breaks();

    [GeneratedRegex("<@([^<>|]+)(\\|[^<>]*)?>")]
    private static partial Regex AnyMention();

    [GeneratedRegex("^<@([UW][A-Z0-9]+)(\\|[^<>]*)?>$")]
    private static partial Regex Mention();
}
