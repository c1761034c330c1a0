namespace IncidentBot.Sandbox.Workspace;

/// <summary>One response_url: where it posts, for whom, and which message it may replace.</summary>
internal sealed record ResponseTarget(
    string ChannelId, string UserId, string? SourceTs, bool SourceIsEphemeral, string? ThreadTs, DateTimeOffset ExpiresAt)
{
    public int Uses { get; set; }
}

/// <summary>response_urls: five uses within thirty minutes (Slack docs: Handling user interaction).</summary>
internal sealed class ResponseUrls
{
    public const int MaximumUses = 5;

    private const int Remembered = 10_000;

    private readonly Dictionary<string, ResponseTarget> _targets = [];
    private readonly Queue<string> _oldest = [];

    public static TimeSpan Life { get; } = TimeSpan.FromMinutes(30);

    /// <param name="workspace">Gives address, time and ids.</param>
    /// <param name="kind"><c>commands</c>, <c>actions</c> or <c>app</c>, as in Slack's own addresses.</param>
    /// <param name="target">Where it leads.</param>
    public string Issue(SlackWorkspace workspace, string kind, ResponseTarget target)
    {
        var path = $"/response/{kind}/{workspace.TeamId}/{workspace.Ids.Digits(12)}/{workspace.Ids.Token(24)}";
        _targets.Add(path, target);
        _oldest.Enqueue(path);
        if (_oldest.Count > Remembered)
            _targets.Remove(_oldest.Dequeue());
        return new Uri(workspace.Root, path).AbsoluteUri;
    }

    public ResponseTarget? Find(string path) => _targets.GetValueOrDefault(path);
}
