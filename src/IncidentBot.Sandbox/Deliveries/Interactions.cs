using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.Deliveries;

/// <summary>The payloads of what people do with buttons, forms and shortcuts (Slack docs: Interaction payloads).</summary>
internal static class Interactions
{
    public static Delivery Pack(JsonObject payload) =>
        new((string)payload["type"]!, null, DeliveryTarget.Interactivity, Delivery.Form, PayloadText.Interaction(payload));

    /// <summary>The fields every interaction carries.</summary>
    public static JsonObject Begin(SlackWorkspace workspace, string type, Person person) => new()
    {
        ["type"] = type,
        ["user"] = new JsonObject
        {
            ["id"] = person.Id,
            ["username"] = person.Name,
            ["name"] = person.Name,
            ["team_id"] = workspace.TeamId,
        },
        ["api_app_id"] = workspace.App.AppId,
        ["token"] = workspace.App.VerificationToken,
        ["team"] = new JsonObject { ["id"] = workspace.TeamId, ["domain"] = workspace.Domain },
        ["enterprise"] = null,
        ["is_enterprise_install"] = false,
    };

    public static JsonObject MessageAction(
        SlackWorkspace workspace, Person person, Conversation conversation, Message message, bool isEphemeral, JsonObject action)
    {
        var payload = Begin(workspace, "block_actions", person);
        payload["container"] = Container(conversation, message, isEphemeral);
        payload["trigger_id"] = workspace.Triggers.Issue(workspace, person.Id);
        payload["channel"] = Place(conversation);
        if (!isEphemeral)
            payload["message"] = message.ToJson(workspace, conversation);
        payload["state"] = new JsonObject { ["values"] = StateOf(message, action) };
        payload["response_url"] = workspace.ResponseUrls.Issue(workspace, "actions", new ResponseTarget(
            conversation.Id, person.Id, message.Ts, isEphemeral, message.IsReply ? message.ThreadTs : null, workspace.Now + ResponseUrls.Life));
        payload["actions"] = new JsonArray(action);
        return payload;
    }

    public static JsonObject ViewAction(SlackWorkspace workspace, Person person, OpenView view, JsonObject action)
    {
        var payload = Begin(workspace, "block_actions", person);
        payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view.Id };
        payload["trigger_id"] = workspace.Triggers.Issue(workspace, person.Id, view.Type == "modal" ? view.Id : null);
        payload["view"] = view.ToJson(workspace);
        payload["actions"] = new JsonArray(action);
        return payload;
    }

    public static JsonObject SuggestionInMessage(
        SlackWorkspace workspace, Person person, Conversation conversation, Message message, JsonObject block, JsonObject element, string typed)
    {
        var isEphemeral = conversation.FindEphemeral(person.Id, message.Ts) is not null;
        var payload = Suggestion(workspace, person, Container(conversation, message, isEphemeral), block, element, typed);
        payload["channel"] = Place(conversation);
        if (!isEphemeral)
            payload["message"] = message.ToJson(workspace, conversation);
        return payload;
    }

    public static JsonObject SuggestionInView(
        SlackWorkspace workspace, Person person, OpenView view, JsonObject block, JsonObject element, string typed)
    {
        var container = new JsonObject { ["type"] = "view", ["view_id"] = view.Id };
        var payload = Suggestion(workspace, person, container, block, element, typed);
        payload["view"] = view.ToJson(workspace);
        return payload;
    }

    public static JsonObject Submission(SlackWorkspace workspace, Person person, OpenView view)
    {
        var payload = Begin(workspace, "view_submission", person);
        payload["trigger_id"] = workspace.Triggers.Issue(workspace, person.Id, view.Id);
        payload["view"] = view.ToJson(workspace);
        payload["response_urls"] = new JsonArray();
        return payload;
    }

    public static JsonObject Closed(SlackWorkspace workspace, Person person, OpenView view, bool isCleared)
    {
        var payload = Begin(workspace, "view_closed", person);
        payload["view"] = view.ToJson(workspace);
        payload["is_cleared"] = isCleared;
        return payload;
    }

    public static JsonObject GlobalShortcut(SlackWorkspace workspace, Person person, string callbackId)
    {
        var payload = Begin(workspace, "shortcut", person);
        payload["action_ts"] = workspace.EventTs();
        payload["callback_id"] = callbackId;
        payload["trigger_id"] = workspace.Triggers.Issue(workspace, person.Id);
        return payload;
    }

    public static JsonObject MessageShortcut(
        SlackWorkspace workspace, Person person, string callbackId, Conversation conversation, Message message)
    {
        var payload = Begin(workspace, "message_action", person);
        payload["action_ts"] = workspace.EventTs();
        payload["channel"] = Place(conversation);
        payload["callback_id"] = callbackId;
        payload["trigger_id"] = workspace.Triggers.Issue(workspace, person.Id);
        payload["message_ts"] = message.Ts;
        payload["message"] = message.ToJson(workspace, conversation);
        payload["response_url"] = workspace.ResponseUrls.Issue(workspace, "app", new ResponseTarget(
            conversation.Id, person.Id, SourceTs: null, SourceIsEphemeral: false, message.IsReply ? message.ThreadTs : null, workspace.Now + ResponseUrls.Life));
        return payload;
    }

    /// <summary>Slack calls direct messages "directmessage" and private channels "privategroup" here (seen in real payloads).</summary>
    public static string NameFor(Conversation conversation) => conversation.Kind switch
    {
        ConversationKind.Direct => "directmessage",
        ConversationKind.PrivateChannel => "privategroup",
        _ => conversation.Name,
    };

    private static JsonObject Suggestion(
        SlackWorkspace workspace, Person person, JsonObject container, JsonObject block, JsonObject element, string typed)
    {
        var payload = Begin(workspace, "block_suggestion", person);
        payload["container"] = container;
        payload["action_id"] = (string)element["action_id"]!;
        payload["block_id"] = (string)block["block_id"]!;
        payload["value"] = typed;
        return payload;
    }

    private static JsonObject Container(Conversation conversation, Message message, bool isEphemeral)
    {
        var container = new JsonObject
        {
            ["type"] = "message",
            ["message_ts"] = message.Ts,
            ["channel_id"] = conversation.Id,
            ["is_ephemeral"] = isEphemeral,
        };
        if (message.IsReply)
            container["thread_ts"] = message.ThreadTs;
        return container;
    }

    private static JsonObject Place(Conversation conversation) => new() { ["id"] = conversation.Id, ["name"] = NameFor(conversation) };

    private static JsonObject StateOf(Message message, JsonObject action)
    {
        var values = ViewInputs.Initial(message.Blocks ?? [], kept: []);
        var blockId = (string)action["block_id"]!;
        var actionId = (string)action["action_id"]!;
        if (values[blockId]?[actionId] is JsonObject entry)
        {
            foreach (var name in entry.Select(field => field.Key).ToList())
                entry[name] = action[name]?.DeepClone();
        }

        return values;
    }
}
