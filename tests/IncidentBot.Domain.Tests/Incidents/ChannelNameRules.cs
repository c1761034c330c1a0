using System.Text.RegularExpressions;
using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Tests.Incidents;

/// <summary>What holds of every channel name, whatever the title (Slack docs: conversations.create).</summary>
internal static partial class ChannelNameRules
{
    public static string Valid(int number, string title, int attempt = 1)
    {
        var name = ChannelNameTemplate.Default.For(new ChannelNameParts(number, title, DateOnly.MinValue, "", IsDrill: false), attempt);
        Assert.Matches(SlackTakes(), name);
        Assert.Contains(name, char.IsAsciiLetterOrDigit);
        Assert.Matches($@"\Ainc-{number}(-|\z)", name);
        Assert.DoesNotMatch("--|-\\z", name);
        if (attempt > 1)
            Assert.EndsWith($"-{attempt}", name, StringComparison.Ordinal);
        return name;
    }

    [GeneratedRegex(@"\A[a-z0-9_-]{1,80}\z")]
    private static partial Regex SlackTakes();
}
