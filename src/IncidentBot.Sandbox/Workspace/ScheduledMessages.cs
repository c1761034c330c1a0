namespace IncidentBot.Sandbox.Workspace;

/// <summary>A message that waits for its time.</summary>
/// <param name="Id">Its id (<c>Q…</c>).</param>
/// <param name="Channel">Where it will be posted.</param>
/// <param name="PostAt">When, in Unix seconds.</param>
/// <param name="Created">When it was scheduled, in Unix seconds.</param>
/// <param name="Draft">What will be posted.</param>
internal sealed record ScheduledMessage(string Id, Conversation Channel, long PostAt, long Created, Message Draft);

/// <summary>The messages still to come (Slack docs: chat.scheduleMessage).</summary>
internal sealed class ScheduledMessages
{
    private const long FarthestAhead = 120 * 24 * 60 * 60;
    private const int MostWithinWindow = 30;
    private const long Window = 5 * 60;

    /// <summary>Whoever posts them sets this; it is called inside the workspace's gate.</summary>
    public Action<ScheduledMessage> WhenAdded { get; set; } = static _ => { };

    /// <summary>In the order of their times.</summary>
    public List<ScheduledMessage> Waiting { get; } = [];

    /// <exception cref="Refusal">In the past, too far ahead, or too many for the channel within five minutes.</exception>
    public ScheduledMessage Add(SlackWorkspace workspace, Conversation channel, long postAt, Message draft)
    {
        if (postAt <= workspace.NowSeconds)
            throw new Refusal("time_in_past");
        if (postAt > workspace.NowSeconds + FarthestAhead)
            throw new Refusal("time_too_far");
        if (IsCrowded(channel, postAt))
            throw new Refusal("restricted_too_many");
        var scheduled = new ScheduledMessage($"Q{workspace.Ids.Digits(10)}", channel, postAt, workspace.NowSeconds, draft);
        var later = Waiting.FindIndex(other => other.PostAt > postAt);
        Waiting.Insert(later < 0 ? Waiting.Count : later, scheduled);
        WhenAdded(scheduled);
        return scheduled;
    }

    /// <summary>Posts everything whose time has come, in order.</summary>
    public void PostDue(SlackWorkspace workspace)
    {
        while (Waiting is [var first, ..] && first.PostAt <= workspace.NowSeconds)
        {
            Waiting.RemoveAt(0);
            if (CanBePosted(workspace, first))
                workspace.Post(first.Channel, first.Draft);
        }
    }

    /// <summary>
    /// A message with metadata is never posted, a fault Slack documents; nor is one whose channel was archived, deleted or
    /// left by the bot, or whose thread is gone.
    /// </summary>
    private static bool CanBePosted(SlackWorkspace workspace, ScheduledMessage scheduled)
    {
        var channel = scheduled.Channel;
        return workspace.Tokens.AnyAccepted(workspace.Now) && scheduled.Draft.Metadata is null
            && !channel.IsArchived && workspace.Conversations.ContainsKey(channel.Id)
            && (channel.Has(workspace.Bot.Id) || (channel.IsPublic && workspace.App.Has("chat:write.public")))
            && (scheduled.Draft.ThreadTs is not { } thread || channel.Messages.Find(thread) is not null);
    }

    private bool IsCrowded(Conversation channel, long postAt)
    {
        var near = Waiting.Where(other => other.Channel == channel && Math.Abs(other.PostAt - postAt) < Window)
            .Select(other => other.PostAt).Append(postAt).ToList();
        return near.Where(start => start <= postAt).Any(start => near.Count(time => time >= start && time < start + Window) > MostWithinWindow);
    }
}
