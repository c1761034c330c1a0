using System.Globalization;
using System.Text.RegularExpressions;

namespace IncidentBot.Tests.Replays;

/// <summary>
/// Takes out of a text what differs between two plays of one replay: ids become names, moments become local minutes, links
/// to messages lose their number.
/// </summary>
internal sealed partial class PlainWords(IReadOnlyDictionary<string, string> names, Replay replay)
{
    /// <summary>The name of a person or channel, by id; an id nobody has stays as it is.</summary>
    public string NameOf(string id) => names.GetValueOrDefault(id, id);

    public string Plain(string text)
    {
        text = Moment().Replace(text, match => "{" + Minute(match) + "}");
        text = Ticks().Replace(text, match => "={" + replay.Minute(new DateTimeOffset(long.Parse(match.Groups["ticks"].ValueSpan, CultureInfo.InvariantCulture), TimeSpan.Zero)) + "}");
        text = Mention().Replace(text, match => match.Groups["kind"].Value + NameOf(match.Groups["id"].Value));
        return MessageLink().Replace(text, match => $"<message in {NameOf(match.Groups["channel"].Value)}|");
    }

    private string Minute(Match match) =>
        replay.Minute(DateTimeOffset.FromUnixTimeSeconds(long.Parse(match.Groups["unix"].ValueSpan, CultureInfo.InvariantCulture)));

    /// <summary>A date as Slack shows it in each reader's zone; inside JSON too, where angle brackets may be escaped.</summary>
    [GeneratedRegex(@"<!date\^(?<unix>\d+)\^[^|<>]*\|[^<>]*>")]
    private static partial Regex Moment();

    /// <summary>A moment as a button carries it.</summary>
    [GeneratedRegex(@"=(?<ticks>6\d{17})\b")]
    private static partial Regex Ticks();

    [GeneratedRegex(@"<(?<kind>[@#])(?<id>[A-Z0-9]+)(\|[^<>]*)?>")]
    private static partial Regex Mention();

    [GeneratedRegex(@"<[^<>|]+/archives/(?<channel>[A-Z0-9]+)/p\d+[^<>|]*\|")]
    private static partial Regex MessageLink();
}
