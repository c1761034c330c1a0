namespace IncidentBot.Sandbox.Workspace;

/// <summary>The messages of one conversation: oldest first, found by ts or by thread, each ts given out once.</summary>
internal sealed class MessageLog
{
    private readonly List<Message> _all = [];
    private readonly Dictionary<string, Message> _byTs = [];
    private readonly Dictionary<string, List<Message>> _replies = [];
    private long _lastMicroseconds;

    /// <summary>Oldest first, replies included.</summary>
    public IReadOnlyList<Message> All => _all;

    public Message? Latest => _all.Count > 0 ? _all[^1] : null;

    /// <summary>The next timestamp: the clock's microsecond, or the one after the last, whichever is later.</summary>
    public string NextTs(DateTimeOffset now)
    {
        _lastMicroseconds = Math.Max(Timestamps.Microseconds(now), _lastMicroseconds + 1);
        return Timestamps.FromMicroseconds(_lastMicroseconds);
    }

    public Message? Find(string ts) => _byTs.GetValueOrDefault(ts);

    public IReadOnlyList<Message> RepliesTo(string ts) => _replies.TryGetValue(ts, out var replies) ? replies : [];

    public void Add(Message message)
    {
        _all.Add(message);
        _byTs.Add(message.Ts, message);
        if (!message.IsReply)
            return;
        if (!_replies.TryGetValue(message.ThreadTs!, out var replies))
            _replies.Add(message.ThreadTs!, replies = []);
        replies.Add(message);
    }

    public void Remove(Message message)
    {
        _all.Remove(message);
        _byTs.Remove(message.Ts);
        if (message.IsReply && _replies.TryGetValue(message.ThreadTs!, out var replies) && replies.Remove(message) && replies.Count == 0)
            _replies.Remove(message.ThreadTs!);
    }
}
