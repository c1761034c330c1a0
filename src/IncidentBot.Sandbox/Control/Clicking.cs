using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Deliveries;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.Control;

/// <summary>A person uses a button, a menu or a picker, in a message or in a view.</summary>
internal static class Clicking
{
    public static async Task<JsonObject> ClickAsync(SandboxEngine engine, string userId, ControlBody body)
    {
        var workspace = engine.Workspace;
        var payload = engine.Do(() =>
        {
            if (!workspace.App.Manifest.Interactivity)
                throw new ControlRefusal("not_interactive", "The app's manifest switches interactivity off.");
            var person = workspace.Person(userId);
            return body.Has("view_id") ? InView(workspace, person, body) : InMessage(workspace, person, body);
        });

        var attempt = await engine.Sender.SendAsync(Interactions.Pack(payload), retry: 0, reason: null, engine.Stopping);
        var error = AppReport.ErrorOf(attempt);
        if (error is not null && body.Text("channel") is { } channelId)
            engine.Do(() =>
            {
                AppReport.Tell(workspace, channelId, userId, "That", error);
                return true;
            });
        return new JsonObject { ["delivery"] = AppReport.ToJson(attempt, error) };
    }

    private static JsonObject InMessage(SlackWorkspace workspace, Person person, ControlBody body)
    {
        var conversation = workspace.Seen(person, body.Required("channel"));
        var ts = body.Required("ts");
        var whisper = conversation.FindEphemeral(person.Id, ts);
        var message = whisper ?? conversation.Message(ts);
        var action = Action(workspace, person, Find(message.Blocks ?? [], body), body);
        return Interactions.MessageAction(workspace, person, conversation, message, isEphemeral: whisper is not null, action);
    }

    private static JsonObject InView(SlackWorkspace workspace, Person person, ControlBody body)
    {
        var view = workspace.View(person, body.Required("view_id"));
        var (block, element) = Find(view.Blocks, body);
        if ((string)block["type"]! == "input" && (bool?)block["dispatch_action"] != true)
            throw new ControlRefusal("not_dispatched", "This input is sent with the form only.");
        var action = Action(workspace, person, (block, element), body);
        if ((string)element["type"]! is not ("button" or "overflow"))
        {
            ViewInputs.Set(view.Values, (string)block["block_id"]!, (string)element["action_id"]!, ViewInputs.Entered(element, body["selected"], workspace, person));
            workspace.Changes.Person(person.Id);
        }

        return Interactions.ViewAction(workspace, person, view, action);
    }

    public static (JsonObject Block, JsonObject Element) Find(JsonArray blocks, ControlBody body)
    {
        var blockId = body.Required("block_id");
        var actionId = body.Required("action_id");
        foreach (var block in blocks.OfType<JsonObject>().Where(block => (string?)block["block_id"] == blockId))
        {
            if (ViewInputs.Elements(block).FirstOrDefault(each => (string?)each["action_id"] == actionId) is { } element)
                return (block, element);
        }

        throw new ControlRefusal("no_such_element", $"There is no {actionId} in block {blockId}.", status: 404);
    }

    private static JsonObject Action(SlackWorkspace workspace, Person person, (JsonObject Block, JsonObject Element) found, ControlBody body)
    {
        var (block, element) = found;
        var type = (string)element["type"]!;
        var action = new JsonObject
        {
            ["type"] = type,
            ["block_id"] = (string)block["block_id"]!,
            ["action_id"] = (string)element["action_id"]!,
        };
        if (type == "button")
        {
            foreach (var name in new[] { "text", "value", "url", "style" }.Where(name => element[name] is not null))
                action[name] = element[name]!.DeepClone();
        }
        else
        {
            if (!body.Has("selected") && type == "overflow")
                throw new ControlRefusal("missing_field", "\"selected\" must name what was chosen.");
            foreach (var (name, value) in ViewInputs.Entered(element, body["selected"], workspace, person))
                action[name] = value?.DeepClone();
        }

        action["action_ts"] = workspace.EventTs();
        return action;
    }
}
