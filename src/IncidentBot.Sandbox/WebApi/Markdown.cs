using System.Text.RegularExpressions;

namespace IncidentBot.Sandbox.WebApi;

/// <summary>The part of standard Markdown that <c>markdown_text</c> is known to turn into mrkdwn: bold, strikethrough, links.</summary>
internal static partial class Markdown
{
    public static string ToMrkdwn(string markdown) =>
        Link().Replace(Struck().Replace(Bold().Replace(markdown, "*$1*"), "~$1~"), "<$2|$1>");

    [GeneratedRegex(@"\*\*([^*\n]+)\*\*")]
    private static partial Regex Bold();

    [GeneratedRegex(@"~~([^~\n]+)~~")]
    private static partial Regex Struck();

    [GeneratedRegex(@"\[([^\]\n|>]+)\]\((https?://[^)\s|>]+)\)")]
    private static partial Regex Link();
}
