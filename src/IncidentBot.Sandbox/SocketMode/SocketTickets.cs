using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.SocketMode;

/// <summary>
/// Addresses to connect to, each good for one connection (Slack docs: apps.connections.open). How soon one must be used is not
/// published; assumed: a minute. The workspace's gate protects them.
/// </summary>
internal sealed class SocketTickets
{
    private const int Remembered = 1_000;
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, DateTimeOffset> _open = [];
    private readonly Queue<string> _oldest = [];

    public string Issue(SlackWorkspace workspace)
    {
        var ticket = workspace.Ids.Token(40);
        _open.Add(ticket, workspace.Now + Life);
        _oldest.Enqueue(ticket);
        if (_oldest.Count > Remembered)
            _open.Remove(_oldest.Dequeue());
        return $"ws://{workspace.Root.Authority}/link/?ticket={ticket}&app_id={workspace.App.AppId}";
    }

    /// <summary>Uses a ticket up; false when there is none of that name any more.</summary>
    public bool Redeem(string? ticket, DateTimeOffset now) => ticket is not null && _open.Remove(ticket, out var until) && now <= until;
}
