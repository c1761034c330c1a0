using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.Control;

/// <summary>The workspace as one person sees it.</summary>
internal static class StateView
{
    public static JsonObject Of(SandboxEngine engine, string? asUser)
    {
        var workspace = engine.Workspace;
        var viewer = asUser is null
            ? workspace.People.Values.First(person => !person.IsBot && !person.IsSlackbot)
            : workspace.Person(asUser);
        return new JsonObject
        {
            ["revision"] = workspace.Changes.Revision,
            ["now"] = Time(workspace.Now),
            ["team"] = new JsonObject { ["id"] = workspace.TeamId, ["name"] = workspace.TeamName, ["domain"] = workspace.Domain },
            ["app"] = App(engine),
            ["people"] = new JsonArray([.. workspace.People.Values.Where(person => !person.IsDeleted).Select(Person)]),
            ["channels"] = new JsonArray([.. workspace.Conversations.Values
                .Where(conversation => conversation.IsVisibleTo(viewer.Id))
                .Select(conversation => Channel(conversation, viewer.Id))]),
        };
    }

    public static string Time(DateTimeOffset time) =>
        time.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", System.Globalization.CultureInfo.InvariantCulture);

    private static JsonObject App(SandboxEngine engine)
    {
        var manifest = engine.Workspace.App.Manifest;
        return new JsonObject
        {
            ["app_id"] = engine.Workspace.App.AppId,
            ["bot_user_id"] = engine.Workspace.Bot.Id,
            ["name"] = manifest.Name,
            ["is_installed"] = engine.Sockets.IsOn ? engine.Sockets.Count > 0 : engine.App.Addresses is not null,
            ["socket_mode"] = engine.Sockets.IsOn,
            ["sockets"] = engine.Sockets.Count,
            ["events_disabled"] = engine.Events.Health.IsDisabled,
            ["home_tab"] = manifest.HomeTab,
            ["commands"] = new JsonArray([.. manifest.Commands.Select(command => new JsonObject
            {
                ["command"] = command.Command,
                ["description"] = command.Description,
                ["usage_hint"] = command.UsageHint,
            })]),
            ["shortcuts"] = new JsonArray([.. manifest.Shortcuts.Select(shortcut => new JsonObject
            {
                ["name"] = shortcut.Name,
                ["type"] = shortcut.Type,
                ["callback_id"] = shortcut.CallbackId,
            })]),
        };
    }

    private static JsonObject Person(Person person) => new()
    {
        ["id"] = person.Id,
        ["name"] = person.Name,
        ["real_name"] = person.RealName,
        ["tz"] = person.Tz,
        ["is_bot"] = person.IsBot || person.IsSlackbot,
        ["color"] = person.Color,
    };

    private static JsonObject Channel(Conversation conversation, string viewer) => new()
    {
        ["id"] = conversation.Id,
        ["name"] = conversation.Name,
        ["topic"] = conversation.Topic.Value,
        ["purpose"] = conversation.Purpose.Value,
        ["is_private"] = conversation.Kind == ConversationKind.PrivateChannel,
        ["is_im"] = conversation.Kind == ConversationKind.Direct,
        ["is_mpim"] = conversation.Kind == ConversationKind.GroupDirect,
        ["is_archived"] = conversation.IsArchived,
        ["is_member"] = conversation.Has(viewer),
        ["with"] = conversation.Kind == ConversationKind.Direct ? conversation.PartnerOf(viewer) : null,
        ["members"] = new JsonArray([.. conversation.Members.Select(member => (JsonNode)member)]),
        ["pins"] = new JsonArray([.. conversation.Pins.Select(pin => (JsonNode)pin.Ts)]),
        ["bookmarks"] = new JsonArray([.. conversation.Bookmarks.Select(bookmark => bookmark.DeepClone())]),
        ["latest_ts"] = conversation.Messages.Latest?.Ts,
    };
}
