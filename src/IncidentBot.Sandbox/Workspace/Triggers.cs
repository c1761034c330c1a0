namespace IncidentBot.Sandbox.Workspace;

internal sealed record Trigger(string UserId, string? ViewId, DateTimeOffset ExpiresAt)
{
    public bool IsUsed { get; set; }
}

/// <summary>trigger_ids: each opens one form within three seconds (Slack docs: Handling user interaction).</summary>
internal sealed class Triggers
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(3);

    /// <summary>Enough to tell an expired trigger from one that never was.</summary>
    private const int Remembered = 10_000;

    private readonly Dictionary<string, Trigger> _triggers = [];
    private readonly Queue<string> _oldest = [];

    /// <param name="workspace">Gives time and ids.</param>
    /// <param name="userId">Who acted, and so who sees the form.</param>
    /// <param name="viewId">The modal in which it happened, if any.</param>
    public string Issue(SlackWorkspace workspace, string userId, string? viewId = null)
    {
        var id = $"{workspace.Ids.Digits(13)}.{workspace.Ids.Digits(12)}.{workspace.Ids.Hex(32)}";
        _triggers.Add(id, new Trigger(userId, viewId, workspace.Now + Life));
        _oldest.Enqueue(id);
        if (_oldest.Count > Remembered)
            _triggers.Remove(_oldest.Dequeue());
        return id;
    }

    /// <summary>Uses a trigger up, or refuses.</summary>
    public Trigger Use(string? id, DateTimeOffset now)
    {
        if (id is null || !_triggers.TryGetValue(id, out var trigger))
            throw new Refusal("invalid_trigger_id");
        if (trigger.IsUsed)
            throw new Refusal("exchanged_trigger_id");
        if (now > trigger.ExpiresAt)
            throw new Refusal("expired_trigger_id");
        trigger.IsUsed = true;
        return trigger;
    }
}
