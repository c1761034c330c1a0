using IncidentBot.Storage;

namespace IncidentBot.Messaging;

/// <summary>Asks Slack what a channel is called that somebody speaks of.</summary>
[StoredAs("look-up-channel")]
internal sealed record LookUpChannel(string Channel) : Effect
{
    public override string Stream => $"channel-name:{Channel}";

    public override IReadOnlyList<SlackCall> Calls(bool inDoubt, DateTimeOffset now) => [new("conversations.info")];

    public override string? CoalesceKey => $"channel-name:{Channel}";

    public override Fact WhenGivenUp(string error) => new ChannelLookedUp(Channel, "");
}

/// <summary>What Slack says; no name where it shows none to everybody.</summary>
[StoredAs("channel-looked-up")]
internal sealed record ChannelLookedUp(string Channel, string Name) : Fact;

/// <summary>Remembers what Slack said, and lets the requests go on that waited for it.</summary>
internal sealed class ChannelLookup : IFactHandler<ChannelLookedUp>
{
    /// <summary>Channels are renamed seldom; a name is asked for again the next day.</summary>
    public static readonly TimeSpan IsGoodFor = TimeSpan.FromDays(1);

    public static string Waiting(string channel) => $"channel-name:{channel}";

    public async Task HearAsync(ChannelLookedUp fact, Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        var row = await db.Channels.FindAsync([turn.Team, fact.Channel], ct);
        if (row is null)
            db.Channels.Add(row = new ChannelRow { TeamId = turn.Team, ChannelId = fact.Channel });
        (row.Name, row.LookedUpAt) = (fact.Name, turn.Now);
        await db.Inbox.LetGoOnAsync(Waiting(fact.Channel), ct);
    }
}
