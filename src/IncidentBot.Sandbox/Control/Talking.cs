using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.Control;

/// <summary>What people do with messages.</summary>
internal static class Talking
{
    public static JsonObject Post(SlackWorkspace workspace, Person person, ControlBody body)
    {
        var conversation = workspace.Open(person, body.Required("channel"));
        var text = body.Required("text");
        if (text.Length == 0)
            throw new ControlRefusal("no_text", "An empty message cannot be sent.");
        var message = workspace.PostAs(person, conversation, text, body.Text("thread_ts"), body.Flag("broadcast"));
        return new JsonObject { ["ts"] = message.Ts };
    }

    public static JsonObject Edit(SlackWorkspace workspace, Person person, ControlBody body)
    {
        var (conversation, message) = Own(workspace, person, body);
        var text = SlackText.Normalize(body.Required("text"));
        workspace.Edit(
            conversation,
            message,
            edited =>
            {
                edited.Text = text;
                edited.Blocks = RichText.From(text, workspace.Ids.Token(5));
            },
            editedBy: person.Id);
        return [];
    }

    public static JsonObject Delete(SlackWorkspace workspace, Person person, ControlBody body)
    {
        var conversation = workspace.Open(person, body.Required("channel"));
        if (conversation.FindEphemeral(person.Id, body.Required("ts")) is { } whisper)
        {
            workspace.RemoveEphemeral(conversation, person.Id, whisper.Ts);
            return [];
        }

        var (_, message) = Own(workspace, person, body);
        workspace.Delete(conversation, message);
        return [];
    }

    public static JsonObject React(SlackWorkspace workspace, Person person, ControlBody body)
    {
        var conversation = workspace.Open(person, body.Required("channel"));
        workspace.React(conversation, conversation.Message(body.Required("ts")), person.Id, body.Required("name"));
        return [];
    }

    public static JsonObject Unreact(SlackWorkspace workspace, Person person, ControlBody body)
    {
        var conversation = workspace.Open(person, body.Required("channel"));
        workspace.Unreact(conversation, conversation.Message(body.Required("ts")), person.Id, body.Required("name"));
        return [];
    }

    public static JsonObject Pin(SlackWorkspace workspace, Person person, ControlBody body)
    {
        var conversation = workspace.Open(person, body.Required("channel"));
        workspace.Pin(conversation, conversation.Message(body.Required("ts")), person.Id);
        return [];
    }

    public static JsonObject Unpin(SlackWorkspace workspace, Person person, ControlBody body)
    {
        var conversation = workspace.Open(person, body.Required("channel"));
        workspace.Unpin(conversation, conversation.Message(body.Required("ts")), person.Id);
        return [];
    }

    private static (Conversation Conversation, Message Message) Own(SlackWorkspace workspace, Person person, ControlBody body)
    {
        var conversation = workspace.Open(person, body.Required("channel"));
        var message = conversation.Message(body.Required("ts"));
        return message.User == person.Id && message.Subtype is null or "thread_broadcast" or SharedFiles.Subtype
            ? (conversation, message)
            : throw new ControlRefusal("not_own_message", "People change only their own messages.");
    }
}
