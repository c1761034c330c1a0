namespace IncidentBot.Sandbox.Workspace;

/// <summary>Links to messages (Slack docs: chat.getPermalink).</summary>
internal static class Permalinks
{
    public static string To(SlackWorkspace workspace, Conversation conversation, Message message)
    {
        var digits = message.Ts.Replace(".", "", StringComparison.Ordinal);
        var link = $"https://{workspace.Domain}.slack.com/archives/{conversation.Id}/p{digits}";
        return message.IsReply ? $"{link}?thread_ts={message.ThreadTs}&cid={conversation.Id}" : link;
    }
}
