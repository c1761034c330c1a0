using System.Text.RegularExpressions;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.Incidents;

/// <summary>The channel's topic: plain text, at most 250 characters (Slack docs: conversations.setTopic). The title comes last, being what may be cut. Angle brackets become others, so that nothing in it can ring or link.</summary>
internal static partial class IncidentTopic
{
    private const int Longest = 250;

    public static string Of(Incident incident, string? commander)
    {
        var who = commander is null ? Speak("no commander") : Speak($"commander {Mrkdwn.Truncate(commander, 60)}");
        return Mrkdwn.Truncate($"{Mark(incident)} {Name(incident.Severity)} · {Name(incident.Status)} · {who} · {Named(incident, incident.Title)}".Replace('<', '‹').Replace('>', '›'), Longest);
    }

    /// <summary>
    /// Whether what Slack shows is this topic. Slack tells the channel of every setting, so it should not be set twice; it
    /// keeps emoji as their names and escapes three characters, so only letters and digits are compared.
    /// </summary>
    public static bool IsShownAs(string shown, string topic) => Bare(Mrkdwn.Unescape(shown)) == Bare(topic);

    private static string Bare(string text) => string.Concat(EmojiName().Replace(text, "").Where(char.IsLetterOrDigit));

    [GeneratedRegex(":[a-z0-9_+'-]+:")]
    private static partial Regex EmojiName();
}
