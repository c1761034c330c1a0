namespace IncidentBot.Messaging;

/// <summary>How often Slack lets itself be called: so many at once, and one more each <see cref="Every"/>.</summary>
internal readonly record struct Allowance(TimeSpan Every, int AtOnce)
{
    /// <summary>Bursts are tolerated, how large is not said (Slack docs: Rate limits); three is modest.</summary>
    private const int Burst = 3;

    public static Allowance PerMinute(double calls, int atOnce = Burst) => new(TimeSpan.FromMinutes(1) / calls, atOnce);
}

/// <summary>
/// What Slack allows one app in one workspace, by method and by place (Slack docs: Rate limits, and the tier on each
/// method's page). Where Slack's pages differ, and for methods not listed, it is the lower figure.
/// </summary>
internal sealed record PaceLimits(int PostsPerMinute)
{
    private static readonly Allowance Tier2 = Allowance.PerMinute(20);
    private static readonly Allowance Tier3 = Allowance.PerMinute(50);
    private static readonly Allowance Tier4 = Allowance.PerMinute(100);

    /// <summary>Tier 4 for what people wait for: they come in bursts, so a fifth of the minute may be used at once, and less after it.</summary>
    private static readonly Allowance Awaited = Allowance.PerMinute(80, atOnce: 20);

    private static readonly Dictionary<string, Allowance> Methods = new()
    {
        ["chat.update"] = Tier3,
        ["chat.delete"] = Tier3,
        ["chat.postEphemeral"] = Awaited,
        ["conversations.history"] = Tier3,
        ["conversations.replies"] = Tier3,
        ["conversations.info"] = Tier3,
        ["conversations.invite"] = Tier3,
        ["conversations.join"] = Tier3,
        ["conversations.open"] = Tier3,
        ["conversations.members"] = Tier4,
        ["files.info"] = Tier4,
        ["files.getUploadURLExternal"] = Tier4,
        ["files.completeUploadExternal"] = Tier4,
        ["reactions.add"] = Tier3,
        ["reactions.get"] = Tier3,
        ["users.getPresence"] = Tier3,
        ["users.info"] = Tier4,
        ["views.open"] = Awaited,
        ["views.publish"] = Tier4,
    };

    /// <summary>What the whole workspace allows; null where only places are counted.</summary>
    public Allowance? Of(string method) => method switch
    {
        SlackCall.PostMessage => Allowance.PerMinute(PostsPerMinute),
        SlackCall.ResponseUrl => null,
        _ => Methods.GetValueOrDefault(method, Tier2),
    };

    /// <summary>One message a second to a channel, one answer a second to an address.</summary>
    public static Allowance OfPlace { get; } = Allowance.PerMinute(60);
}
