namespace IncidentBot.Sandbox.Workspace;

/// <summary>Messages only one person sees: in no history, in no event, bounded because nobody ever deletes them.</summary>
internal static class Ephemerals
{
    private const int KeptPerPersonAndChannel = 200;

    public static Message Whisper(this SlackWorkspace workspace, Conversation conversation, string userId, Message message)
    {
        message.Ts = conversation.Messages.NextTs(workspace.Now);
        if (!conversation.Ephemerals.TryGetValue(userId, out var whispers))
            conversation.Ephemerals.Add(userId, whispers = []);
        whispers.Add(message);
        if (whispers.Count > KeptPerPersonAndChannel)
            whispers.RemoveAt(0);
        workspace.Changes.Person(userId);
        return message;
    }

    /// <summary>What Slackbot tells a person about a failure.</summary>
    public static void SlackbotSays(this SlackWorkspace workspace, Conversation conversation, string userId, string text) =>
        workspace.Whisper(conversation, userId, new Message { User = Person.SlackbotId, Text = text });

    public static Message? FindEphemeral(this Conversation conversation, string userId, string ts) =>
        conversation.Ephemerals.GetValueOrDefault(userId)?.Find(message => message.Ts == ts);

    public static void RemoveEphemeral(this SlackWorkspace workspace, Conversation conversation, string userId, string ts)
    {
        conversation.Ephemerals.GetValueOrDefault(userId)?.RemoveAll(message => message.Ts == ts);
        workspace.Changes.Person(userId);
    }
}
