using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox;

/// <summary>A slash command the app registered.</summary>
/// <param name="Command">With its slash, such as <c>/incident</c>.</param>
/// <param name="Description">What it does, for autocompletion.</param>
/// <param name="UsageHint">Its arguments, for autocompletion.</param>
/// <param name="ShouldEscape">Whether mentions arrive as <c>&lt;@U…&gt;</c>; otherwise as the plain words a person typed.</param>
public sealed record SandboxCommand(string Command, string Description, string UsageHint, bool ShouldEscape);

/// <summary>A shortcut the app registered.</summary>
/// <param name="Name">What people see.</param>
/// <param name="Type"><c>global</c> or <c>message</c>.</param>
/// <param name="CallbackId">What the app is told.</param>
public sealed record SandboxShortcut(string Name, string Type, string CallbackId);

/// <summary>What the app is, wants to hear and may do: the parts of a Slack app manifest the sandbox acts on.</summary>
public sealed record SandboxManifest
{
    /// <summary>The name of the app and of its bot user.</summary>
    public required string Name { get; init; }

    /// <summary>The slash commands; a command that is not here does not exist.</summary>
    public IReadOnlyList<SandboxCommand> Commands { get; init; } = [];

    /// <summary>The global and message shortcuts.</summary>
    public IReadOnlyList<SandboxShortcut> Shortcuts { get; init; } = [];

    /// <summary>The events subscribed to, in the words of <c>bot_events</c> (<c>message.channels</c>, <c>pin_added</c>, …).</summary>
    public IReadOnlySet<string> BotEvents { get; init; } = new HashSet<string>();

    /// <summary>The bot token's scopes.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>Whether the app has a Home tab; without one <c>views.publish</c> answers <c>not_enabled</c>.</summary>
    public bool HomeTab { get; init; } = true;

    /// <summary>Whether the app is reached over Socket Mode; then nothing goes over HTTP.</summary>
    public bool SocketMode { get; init; }

    /// <summary>Whether tokens given out by OAuth end after twelve hours and are renewed.</summary>
    public bool TokenRotation { get; init; }

    /// <summary>Where the authorize page may send people back to, or below; empty allows this machine.</summary>
    public IReadOnlyList<string> RedirectUrls { get; init; } = [];

    /// <summary>Whether buttons, forms and shortcuts are delivered.</summary>
    public bool Interactivity { get; init; } = true;

    /// <summary>An incident bot with the command <c>/incident</c> that hears and may do everything the sandbox models.</summary>
    public static SandboxManifest Example { get; } = FromJson(EmbeddedFacts.Text("example-manifest.json"));

    /// <summary>Reads a Slack app manifest (JSON, manifest schema 1 or 2); parts the sandbox does not act on are ignored.</summary>
    /// <exception cref="FormatException">It is not a JSON object or has no name.</exception>
    public static SandboxManifest FromJson(string json)
    {
        JsonObject manifest;
        try
        {
            manifest = JsonNode.Parse(json) as JsonObject ?? throw new FormatException("A manifest is a JSON object.");
        }
        catch (System.Text.Json.JsonException malformed)
        {
            throw new FormatException("The manifest is not JSON.", malformed);
        }

        var features = manifest["features"] as JsonObject ?? [];
        var settings = manifest["settings"] as JsonObject ?? [];
        return new SandboxManifest
        {
            Name = Text(features["bot_user"], "display_name") is { Length: > 0 } botName
                ? botName
                : Text(manifest["display_information"], "name") is { Length: > 0 } name
                    ? name
                    : throw new FormatException("The manifest has neither a bot display name nor a name."),
            Commands = [.. Each(features["slash_commands"]).Select(command => new SandboxCommand(
                Text(command, "command"), Text(command, "description"), Text(command, "usage_hint"),
                (bool?)command["should_escape"] ?? false))],
            Shortcuts = [.. Each(features["shortcuts"]).Select(shortcut => new SandboxShortcut(
                Text(shortcut, "name"), Text(shortcut, "type"), Text(shortcut, "callback_id")))],
            BotEvents = Words(settings["event_subscriptions"]?["bot_events"]).ToHashSet(),
            Scopes = [.. Words(manifest["oauth_config"]?["scopes"]?["bot"])],
            HomeTab = (bool?)features["app_home"]?["home_tab_enabled"] ?? false,
            SocketMode = (bool?)settings["socket_mode_enabled"] ?? false,
            TokenRotation = (bool?)settings["token_rotation_enabled"] ?? false,
            RedirectUrls = [.. Words(manifest["oauth_config"]?["redirect_urls"])],
            Interactivity = (bool?)settings["interactivity"]?["is_enabled"] ?? false,
        };
    }

    private static IEnumerable<JsonObject> Each(JsonNode? array) => (array as JsonArray ?? []).OfType<JsonObject>();

    private static IEnumerable<string> Words(JsonNode? array) => (array as JsonArray ?? []).Select(word => (string)word!);

    private static string Text(JsonNode? node, string key) => (string?)node?[key] ?? "";
}
