using System.Text.RegularExpressions;

namespace IncidentBot.Sandbox.Workspace;

/// <summary>
/// The rules for channel names: lower-case letters, digits, hyphens and underscores, at most 80 (Slack docs:
/// conversations.create; 80 accepted and 81 refused by live Slack). Archived channels keep their names; user groups share
/// them.
/// </summary>
internal static partial class ChannelNames
{
    private const int LongestName = 80;

    public static void RequireGood(string name)
    {
        if (name.Length == 0)
            throw new Refusal("invalid_name_required");
        if (name.Length > LongestName)
            throw new Refusal("invalid_name_maxlength");
        if (OnlyPunctuation().IsMatch(name))
            throw new Refusal("invalid_name_punctuation");
        if (!Good().IsMatch(name))
            throw new Refusal("invalid_name_specials");
    }

    public static void RequireFree(SlackWorkspace workspace, string name, Conversation? except = null)
    {
        if (workspace.Conversations.Values.Any(other => other != except && other.IsChannel && other.Name == name))
            throw new Refusal("name_taken");
        if (workspace.UserGroups.Values.Any(group => group.Handle == name))
            throw new Refusal("name_taken");
    }

    [GeneratedRegex("^[a-z0-9_-]+$")]
    private static partial Regex Good();

    [GeneratedRegex(@"^[\p{P}\p{S}]+$")]
    private static partial Regex OnlyPunctuation();
}
