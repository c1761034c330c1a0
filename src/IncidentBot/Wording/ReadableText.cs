using System.Text.RegularExpressions;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Wording;

/// <summary>
/// A message's words as they are kept on the timeline: mentions of people, channels and groups by their names, dates by
/// their words, so that the line reads the same in a file and rings nobody. What has no name that we know stays as it is
/// (Slack docs: Formatting text for app surfaces).
/// </summary>
internal static partial class ReadableText
{
    /// <summary>The people whose names are needed, each once.</summary>
    public static IReadOnlyList<string> PeopleIn(string text) =>
        [.. Entity().Matches(text).Where(match => match.Groups["sigil"].Value == "@" && match.Groups["label"].Length == 0)
            .Select(match => match.Groups["id"].Value).Distinct()];

    /// <summary>The channels whose names are needed, each once.</summary>
    public static IReadOnlyList<string> ChannelsIn(string text) =>
        [.. Entity().Matches(text).Where(match => match.Groups["sigil"].Value == "#" && match.Groups["label"].Length == 0)
            .Select(match => match.Groups["id"].Value).Distinct()];

    /// <summary>The text with names in it.</summary>
    /// <param name="text">The text as Slack has it.</param>
    /// <param name="names">People's and channels' names by id, as far as they are known.</param>
    public static string Of(string text, IReadOnlyDictionary<string, string> names) => Entity().Replace(text, entity => Named(entity, names)).Trim();

    private static string Named(Match entity, IReadOnlyDictionary<string, string> names)
    {
        var (id, label) = (entity.Groups["id"].Value, entity.Groups["label"].Value);
        return (entity.Groups["sigil"].Value, id) switch
        {
            ("!", "date") => label.Length > 0 ? label : Speak("a date"),
            ("!", "subteam") => At(label.Length > 0 ? label : entity.Groups["more"].Value.TrimStart('^')),
            ("!", _) => At(label.Length > 0 ? label : id),
            ("#", _) when label.Length > 0 => "#" + label.TrimStart('#'),
            ("#", _) => names.TryGetValue(id, out var channel) && channel.Length > 0 ? "#" + Mrkdwn.Escape(channel) : entity.Value,
            _ when label.Length > 0 => At(label),
            _ => names.TryGetValue(id, out var name) && name.Length > 0 ? At(Mrkdwn.Escape(name)) : entity.Value,
        };
    }

    private static string At(string name) => "@" + name.TrimStart('@');

    [GeneratedRegex(@"<(?<sigil>[@#!])(?<id>[^<>|^]+)(?<more>\^[^<>|]*)?(\|(?<label>[^<>]*))?>")]
    private static partial Regex Entity();
}
