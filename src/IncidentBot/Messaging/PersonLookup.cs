using IncidentBot.Storage;

namespace IncidentBot.Messaging;

/// <summary>Asks Slack about a person whose zone is needed.</summary>
[StoredAs("look-up-person")]
internal sealed record LookUpPerson(string User) : Effect
{
    public override string Stream => $"person:{User}";

    public override IReadOnlyList<SlackCall> Calls(bool inDoubt, DateTimeOffset now) => [new("users.info")];

    public override string? CoalesceKey => $"person:{User}";

    public override Fact WhenGivenUp(string error) => new PersonLookedUp(User, null, "", IsBot: false, IsActive: true) { WasNotSaid = true };
}

/// <summary>What Slack says of a person; no zone where it has none.</summary>
[StoredAs("person-looked-up")]
internal sealed record PersonLookedUp(string User, string? TimeZone, string Name, bool IsBot, bool IsActive, bool IsExternal = false) : Fact
{
    /// <summary>The language they set Slack to, such as <c>de-DE</c>.</summary>
    public string? Locale { get; init; }

    /// <summary>Whether Slack did not say; who they are stays as it was known.</summary>
    public bool WasNotSaid { get; init; }
}

/// <summary>Remembers what Slack said, and lets the requests go on that waited for it.</summary>
internal sealed class PersonLookup : IFactHandler<PersonLookedUp>
{
    public static readonly TimeSpan ZoneIsGoodFor = TimeSpan.FromHours(12);

    /// <summary>An account may be closed at any time, and whoever is put in charge must be there.</summary>
    public static readonly TimeSpan PresenceIsGoodFor = TimeSpan.FromMinutes(1);

    public static string Waiting(string user) => $"person:{user}";

    public async Task HearAsync(PersonLookedUp fact, Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        var row = await db.People.FindAsync([turn.Team, fact.User], ct);
        if (row is null)
            db.People.Add(row = new PersonRow { TeamId = turn.Team, UserId = fact.User, IsActive = true });
        row.LookedUpAt = turn.Now;
        // What was known of them is still the best there is to know.
        if (!fact.WasNotSaid)
            Take(fact, row);
        await db.Inbox.LetGoOnAsync(Waiting(fact.User), ct);
    }

    private static void Take(PersonLookedUp fact, PersonRow row)
    {
        row.TimeZone = fact.TimeZone;
        row.Name = fact.Name;
        row.Locale = fact.Locale;
        row.IsBot = fact.IsBot;
        row.IsActive = fact.IsActive;
        row.IsExternal = fact.IsExternal;
    }
}
