using IncidentBot.Storage;

namespace IncidentBot.Messaging;

/// <summary>Asks Slack who is in a user group, to know what somebody may do.</summary>
[StoredAs("look-up-group")]
internal sealed record LookUpGroup(string Group) : Effect
{
    public override string Stream => $"user-group:{Group}";

    public override IReadOnlyList<SlackCall> Calls(bool inDoubt, DateTimeOffset now) => [new("usergroups.users.list")];

    public override string? CoalesceKey => $"user-group:{Group}";

    public override bool IsAwaited => true;

    public override Fact WhenGivenUp(string error) => new GroupLookedUp(Group, [], error);
}

/// <summary>Who is in it; or Slack's word for why it does not say.</summary>
[StoredAs("group-looked-up")]
internal sealed record GroupLookedUp(string Group, IReadOnlyList<string> Users, string Trouble) : Fact
{
    public override bool TellsWhoAsked => false;
}

/// <summary>Remembers what Slack said, and lets the requests go on that waited for it.</summary>
internal sealed class GroupLookup : IFactHandler<GroupLookedUp>
{
    /// <summary>Who joins a group may wait that long; who leaves it keeps that long what it gave them.</summary>
    public static readonly TimeSpan IsGoodFor = TimeSpan.FromMinutes(5);

    public static string Waiting(string group) => $"user-group:{group}";

    public async Task HearAsync(GroupLookedUp fact, Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        var row = await db.Groups.FindAsync([turn.Team, fact.Group], ct);
        if (row is null)
            db.Groups.Add(row = new GroupRow { TeamId = turn.Team, GroupId = fact.Group });
        (row.AskedAt, row.Trouble) = (turn.Now, fact.Trouble);
        if (fact.Trouble.Length == 0)
        {
            row.KnownAt = turn.Now;
            row.Take(fact.Users);
        }
        await db.Inbox.LetGoOnAsync(Waiting(fact.Group), ct);
        turn.Noted(fact.Trouble.Length == 0 ? "group known" : fact.Trouble);
    }
}
