using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.Workspace;

/// <summary>The channel object of the conversations methods, as one user sees it.</summary>
internal static class ConversationJson
{
    public static JsonObject ToJson(this Conversation conversation, SlackWorkspace workspace, string viewer) =>
        conversation.Kind == ConversationKind.Direct
            ? Direct(conversation, workspace, viewer)
            : Channel(conversation, workspace, viewer);

    private static JsonObject Direct(Conversation conversation, SlackWorkspace workspace, string viewer) => new()
    {
        ["id"] = conversation.Id,
        ["created"] = conversation.Created,
        ["is_archived"] = false,
        ["is_im"] = true,
        ["is_org_shared"] = false,
        ["context_team_id"] = workspace.TeamId,
        ["user"] = conversation.PartnerOf(viewer),
        ["last_read"] = "0000000000.000000",
        ["latest"] = conversation.Messages.Latest is { } latest ? latest.ToJson(workspace, conversation) : null,
        ["unread_count"] = 0,
        ["unread_count_display"] = 0,
        ["is_open"] = !conversation.IsClosed,
        ["priority"] = 0,
    };

    private static JsonObject Channel(Conversation conversation, SlackWorkspace workspace, string viewer) => new()
    {
        ["id"] = conversation.Id,
        ["name"] = conversation.Name,
        ["is_channel"] = conversation.IsChannel,
        ["is_group"] = false,
        ["is_im"] = false,
        ["is_mpim"] = conversation.Kind == ConversationKind.GroupDirect,
        ["is_private"] = !conversation.IsPublic,
        ["created"] = conversation.Created,
        ["is_archived"] = conversation.IsArchived,
        ["is_general"] = conversation.IsGeneral,
        ["unlinked"] = 0,
        ["name_normalized"] = conversation.Name,
        ["is_shared"] = false,
        ["is_org_shared"] = false,
        ["is_pending_ext_shared"] = false,
        ["pending_shared"] = new JsonArray(),
        ["context_team_id"] = workspace.TeamId,
        ["parent_conversation"] = null,
        ["creator"] = conversation.Creator,
        ["is_ext_shared"] = false,
        ["shared_team_ids"] = new JsonArray(workspace.TeamId),
        ["pending_connected_team_ids"] = new JsonArray(),
        ["is_member"] = conversation.Has(viewer),
        ["last_read"] = "0000000000.000000",
        ["topic"] = conversation.Topic.ToJson(),
        ["purpose"] = conversation.Purpose.ToJson(),
        ["previous_names"] = new JsonArray([.. conversation.PreviousNames.Select(name => (JsonNode)name)]),
    };
}
