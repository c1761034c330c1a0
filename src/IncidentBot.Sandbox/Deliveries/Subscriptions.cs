using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.Deliveries;

/// <summary>Which events reach the app: those it subscribed to, has the scope for, and whose place its bot can see (Slack docs: Events API).</summary>
internal static class Subscriptions
{
    public static bool Reaches(SlackWorkspace workspace, JsonObject inner, Conversation? where)
    {
        var type = (string)inner["type"]!;
        if (!workspace.Tokens.IsInstalled && !SaysGoodbye(type))
            return false;
        var subscription = type == "message" ? $"message.{Plural(where!)}" : type;
        if (!workspace.App.Manifest.BotEvents.Contains(subscription))
            return false;
        var scopes = Scopes(type, where);
        return (scopes.Length == 0 || Array.Exists(scopes, workspace.App.Has)) && IsVisible(type, workspace.Bot.Id, where);
    }

    /// <summary>Whether an app hears that after its tokens ended; it hears nothing else (Slack docs: app_uninstalled, tokens_revoked).</summary>
    public static bool SaysGoodbye(string type) => type is "app_uninstalled" or "tokens_revoked";

    private static string Plural(Conversation where) => where.Kind switch
    {
        ConversationKind.PublicChannel => "channels",
        ConversationKind.PrivateChannel => "groups",
        ConversationKind.Direct => "im",
        _ => "mpim",
    };

    private static string[] Scopes(string type, Conversation? where) => type switch
    {
        "message" => [$"{where!.ScopeFamily}:history"],
        "app_mention" => ["app_mentions:read"],
        "reaction_added" or "reaction_removed" => ["reactions:read"],
        "file_shared" => ["files:read"],
        "pin_added" or "pin_removed" => ["pins:read"],
        "member_joined_channel" or "member_left_channel" => [$"{where!.ScopeFamily}:read"],
        "subteam_created" or "subteam_updated" or "subteam_members_changed" => ["usergroups:read"],
        "user_change" or "team_join" => ["users:read"],
        "app_home_opened" or "app_uninstalled" or "tokens_revoked" => [],
        "team_rename" or "team_domain_change" => ["team:read"],
        "channel_id_changed" => ["channels:read", "groups:read", "im:read", "mpim:read"],
        _ when type.StartsWith("channel_", StringComparison.Ordinal) => ["channels:read"],
        _ when type.StartsWith("group_", StringComparison.Ordinal) => ["groups:read"],
        _ => throw new NotModelled($"the scope of the event {type}"),
    };

    /// <summary>The life of public channels is heard from everywhere; all else needs membership.</summary>
    private static bool IsVisible(string type, string botUserId, Conversation? where) =>
        where is null || where.Has(botUserId) || (where.IsPublic && type.StartsWith("channel_", StringComparison.Ordinal));
}
