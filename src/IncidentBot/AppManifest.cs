using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Messaging;

namespace IncidentBot;

/// <summary>
/// The Slack app as the code needs it: its commands, shortcuts and events come from the handlers themselves. The file in
/// <c>manifest/</c> is written from here, and a test keeps the two alike (Slack docs: App manifest).
/// </summary>
internal static class AppManifest
{
    private const string RequestUrl = "https://your-host.example.com/slack/events";

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] Scopes =
    [
        "app_mentions:read", "channels:history", "channels:join", "channels:manage", "channels:read", "chat:write", "chat:write.public", "commands", "files:read", "files:write",
        "groups:history", "groups:read", "groups:write", "im:history", "im:write", "pins:read", "pins:write",
        "reactions:read", "reactions:write", "team:read", "usergroups:read", "users:read",
    ];

    /// <param name="socketMode">Without addresses, for an app that is reached over Socket Mode.</param>
    public static string Yaml(bool socketMode = false)
    {
        var yaml = new StringBuilder(socketMode
            ? "# Written by `dotnet run --project src/IncidentBot -- manifest --socket-mode`.\n# Create the app from this file, then make an app-level token with connections:write.\n"
            : "# Written by `dotnet run --project src/IncidentBot -- manifest`; a test keeps it true.\n# Put your own address in the three request URLs, then create the app from this file.\n");
        Write(yaml, Tree(socketMode), 0);
        return yaml.ToString();
    }

    public static string Json(bool socketMode = false) => Tree(socketMode).ToJsonString();

    private static JsonObject Tree(bool socketMode)
    {
        var tree = Tree();
        if (!socketMode)
            return tree;
        tree["settings"]!["socket_mode_enabled"] = true;
        tree["settings"]!["event_subscriptions"]!.AsObject().Remove("request_url");
        tree["settings"]!["interactivity"]!.AsObject().Remove("request_url");
        foreach (var command in tree["features"]!["slash_commands"]!.AsArray())
            command!.AsObject().Remove("url");
        return tree;
    }

    private static JsonObject Tree()
    {
        using var services = new ServiceCollection().AddLogging().AddMessaging().BuildServiceProvider();
        var words = services.GetRequiredService<CommandRouter>().Usages.Where(usage => !usage.Hidden).Select(usage => usage.Word);
        var shortcuts = services.GetServices<IShortcut>().OrderBy(shortcut => shortcut.CallbackId, StringComparer.Ordinal);
        var events = services.GetServices<IEventHandler>()
            .SelectMany(handler => handler.Subscriptions).Distinct().Order(StringComparer.Ordinal);
        return new JsonObject
        {
            ["display_information"] = new JsonObject
            {
                ["name"] = "IncidentBot",
                ["description"] = "Runs incidents from a channel: declare, command, timeline, review",
                ["background_color"] = "#7a1f1f",
            },
            ["features"] = new JsonObject
            {
                ["app_home"] = new JsonObject { ["home_tab_enabled"] = true, ["messages_tab_enabled"] = true, ["messages_tab_read_only_enabled"] = false },
                ["bot_user"] = new JsonObject { ["display_name"] = "incidentbot", ["always_online"] = true },
                ["shortcuts"] = new JsonArray([.. shortcuts.Select(shortcut => new JsonObject
                {
                    ["name"] = shortcut.Name,
                    ["type"] = shortcut.OnMessage ? "message" : "global",
                    ["callback_id"] = shortcut.CallbackId,
                    ["description"] = shortcut.Description,
                })]),
                ["slash_commands"] = new JsonArray(new JsonObject
                {
                    ["command"] = "/incident",
                    ["url"] = RequestUrl,
                    ["description"] = "Declare and run incidents",
                    ["usage_hint"] = string.Join(" | ", words),
                    ["should_escape"] = true,
                }),
            },
            ["oauth_config"] = new JsonObject { ["scopes"] = new JsonObject { ["bot"] = Texts(Scopes) } },
            ["settings"] = new JsonObject
            {
                ["event_subscriptions"] = new JsonObject { ["request_url"] = RequestUrl, ["bot_events"] = Texts(events) },
                ["interactivity"] = new JsonObject { ["is_enabled"] = true, ["request_url"] = RequestUrl },
                ["org_deploy_enabled"] = false,
                ["socket_mode_enabled"] = false,
                ["token_rotation_enabled"] = false,
            },
        };
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);

    /// <summary>Enough YAML for a manifest: maps, lists, quoted texts, booleans.</summary>
    private static void Write(StringBuilder yaml, JsonNode node, int depth)
    {
        var indent = new string(' ', depth * 2);
        if (node is JsonObject map)
        {
            foreach (var (key, value) in map)
                Write(yaml, $"{indent}{key}:", value!, depth);
        }
        else
        {
            foreach (var item in node.AsArray())
                WriteItem(yaml, indent, item!, depth);
        }
    }

    private static void Write(StringBuilder yaml, string start, JsonNode value, int depth)
    {
        if (value is JsonValue scalar)
        {
            yaml.Append(start).Append(' ').Append(scalar.ToJsonString(Readable)).Append('\n');
            return;
        }
        yaml.Append(start).Append('\n');
        Write(yaml, value, depth + 1);
    }

    private static void WriteItem(StringBuilder yaml, string indent, JsonNode item, int depth)
    {
        if (item is JsonValue scalar)
        {
            yaml.Append(indent).Append("- ").Append(scalar.ToJsonString(Readable)).Append('\n');
            return;
        }
        var inner = new StringBuilder();
        Write(inner, item, depth + 1);
        yaml.Append(indent).Append("- ").Append(inner.ToString().AsSpan((depth + 1) * 2)).Append('\n').Length--;
    }
}
