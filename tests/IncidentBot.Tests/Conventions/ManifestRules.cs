using System.Text.Json.Nodes;

namespace IncidentBot.Tests.Conventions;

/// <summary>What Slack refuses in a manifest (Slack docs: App manifest reference; the published manifest schema).</summary>
internal static class ManifestRules
{
    /// <summary>The scope each event takes; empty where it takes none (Slack docs: Events API, event types).</summary>
    public static readonly IReadOnlyDictionary<string, string> ScopeOf = new Dictionary<string, string>
    {
        ["app_home_opened"] = "",
        ["app_mention"] = "app_mentions:read",
        ["reaction_added"] = "reactions:read",
        ["reaction_removed"] = "reactions:read",
        ["message.channels"] = "channels:history",
        ["message.groups"] = "groups:history",
        ["message.im"] = "im:history",
        ["pin_added"] = "pins:read",
        ["pin_removed"] = "pins:read",
        ["member_joined_channel"] = "channels:read",
        ["member_left_channel"] = "channels:read",
        ["channel_archive"] = "channels:read",
        ["channel_deleted"] = "channels:read",
        ["channel_id_changed"] = "channels:read",
        ["channel_left"] = "channels:read",
        ["channel_rename"] = "channels:read",
        ["channel_unarchive"] = "channels:read",
        ["group_archive"] = "groups:read",
        ["group_deleted"] = "groups:read",
        ["group_left"] = "groups:read",
        ["group_rename"] = "groups:read",
        ["group_unarchive"] = "groups:read",
        ["app_uninstalled"] = "",
        ["tokens_revoked"] = "",
        ["team_domain_change"] = "team:read",
        ["team_rename"] = "team:read",
        ["team_join"] = "users:read",
        ["user_change"] = "users:read",
    };

    private static readonly string[] Top = ["_metadata", "display_information", "features", "oauth_config", "settings"];
    private static readonly string[] Features = ["app_home", "bot_user", "shortcuts", "slash_commands", "unfurl_domains"];
    private static readonly string[] Settings =
        ["event_subscriptions", "interactivity", "org_deploy_enabled", "socket_mode_enabled", "token_rotation_enabled", "allowed_ip_address_ranges"];

    /// <summary>One sentence for everything Slack would refuse; empty when all is well.</summary>
    public static IReadOnlyList<string> Broken(JsonObject manifest)
    {
        var broken = new List<string>();
        Unknown("manifest", manifest, Top);
        Unknown("features", manifest["features"], Features);
        Unknown("settings", manifest["settings"], Settings);
        Length("name", manifest["display_information"]?["name"], 1, 35);
        Length("description", manifest["display_information"]?["description"], 0, 140);
        Length("bot name", manifest["features"]?["bot_user"]?["display_name"], 1, 80);
        Count("shortcuts", manifest["features"]?["shortcuts"], 10);
        Count("slash commands", manifest["features"]?["slash_commands"], 50);
        Count("bot events", manifest["settings"]?["event_subscriptions"]?["bot_events"], 100);
        foreach (var shortcut in Each(manifest["features"]?["shortcuts"]))
        {
            Length("shortcut's name", shortcut["name"], 1, 24);
            Length("shortcut's callback", shortcut["callback_id"], 1, 255);
            Length("shortcut's description", shortcut["description"], 1, 150);
            if ((string?)shortcut["type"] is not ("message" or "global"))
                broken.Add("A shortcut is message or global.");
        }
        foreach (var command in Each(manifest["features"]?["slash_commands"]))
        {
            Length("command", command["command"], 2, 32);
            Length("command's description", command["description"], 1, 2000);
            Length("command's hint", command["usage_hint"], 0, 1000);
            if (((string?)command["command"])?.StartsWith('/') != true)
                broken.Add("A command begins with a slash.");
            Address(command["url"]);
        }
        Address(manifest["settings"]?["event_subscriptions"]?["request_url"]);
        Address(manifest["settings"]?["interactivity"]?["request_url"]);
        return broken;

        void Unknown(string where, JsonNode? node, string[] known) =>
            broken.AddRange((node as JsonObject ?? []).Where(part => !known.Contains(part.Key)).Select(part => $"{where} has no {part.Key}."));

        void Length(string what, JsonNode? text, int least, int most)
        {
            var length = ((string?)text)?.Length ?? 0;
            if (length < least || length > most)
                broken.Add($"The {what} has {length} characters; {least} to {most} are allowed.");
        }

        void Count(string what, JsonNode? list, int most)
        {
            if ((list as JsonArray)?.Count > most)
                broken.Add($"More than {most} {what}.");
        }

        void Address(JsonNode? url)
        {
            var mayBeMissing = (bool?)manifest["settings"]?["socket_mode_enabled"] == true;
            if (((string?)url)?.StartsWith("https://", StringComparison.Ordinal) != true && !(url is null && mayBeMissing))
                broken.Add($"{url} is no https address.");
        }
    }

    private static IEnumerable<JsonObject> Each(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonObject>();
}
