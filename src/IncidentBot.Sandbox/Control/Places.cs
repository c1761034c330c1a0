using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.Control;

/// <summary>Finds what a person's act is about, or says why it cannot be.</summary>
internal static class Places
{
    public static Person Person(this SlackWorkspace workspace, string id) =>
        workspace.People.GetValueOrDefault(id) ?? throw new ControlRefusal("no_such_person", $"There is no person {id}.", status: 404);

    public static Conversation Seen(this SlackWorkspace workspace, Person person, string id) =>
        workspace.Conversations.TryGetValue(id, out var conversation) && conversation.IsVisibleTo(person.Id)
            ? conversation
            : throw new ControlRefusal("no_such_channel", $"{person.Name} sees no channel {id}.", status: 404);

    /// <summary>A conversation the person is in and that is not archived.</summary>
    public static Conversation Open(this SlackWorkspace workspace, Person person, string id)
    {
        var conversation = workspace.Seen(person, id);
        if (!conversation.Has(person.Id))
            throw new ControlRefusal("not_in_channel", $"{person.Name} is not in #{conversation.Name}.");
        return conversation.IsArchived
            ? throw new ControlRefusal("is_archived", $"#{conversation.Name} is archived.")
            : conversation;
    }

    public static Message Message(this Conversation conversation, string ts) =>
        conversation.Messages.Find(ts) ?? throw new ControlRefusal("no_such_message", $"There is no message {ts}.", status: 404);

    public static OpenView View(this SlackWorkspace workspace, Person person, string id) =>
        workspace.Views.TryGetValue(id, out var view) && view.UserId == person.Id
            ? view
            : throw new ControlRefusal("no_such_view", $"{person.Name} has no view {id}.", status: 404);
}
