using System.Threading.Channels;

namespace IncidentBot.Sandbox.Workspace;

/// <summary>
/// Counts what changed, and tells those who watch as a person when something that person can see did. A slow watcher misses
/// numbers in between, never the last one.
/// </summary>
internal sealed class Changes
{
    private readonly Lock _gate = new();
    private readonly List<Watcher> _watchers = [];
    private long _revision;

    public long Revision => Interlocked.Read(ref _revision);

    public void Everybody() => Tell(static _ => true);

    public void Person(string userId) => Tell(watcher => watcher == userId);

    public void In(Conversation conversation) => Tell(conversation.IsVisibleTo);

    public Watcher Watch(string userId)
    {
        var watcher = new Watcher(this, userId);
        lock (_gate)
            _watchers.Add(watcher);
        return watcher;
    }

    private void Tell(Func<string, bool> sees)
    {
        var revision = Interlocked.Increment(ref _revision);
        lock (_gate)
        {
            foreach (var watcher in _watchers.Where(watcher => sees(watcher.UserId)))
                watcher.Tell(revision);
        }
    }

    internal sealed class Watcher(Changes changes, string userId) : IDisposable
    {
        private readonly Channel<long> _revisions =
            Channel.CreateBounded<long>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

        public string UserId { get; } = userId;

        public ChannelReader<long> Revisions => _revisions.Reader;

        public void Tell(long revision) => _revisions.Writer.TryWrite(revision);

        public void Dispose()
        {
            lock (changes._gate)
                changes._watchers.Remove(this);
        }
    }
}
