using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage;

/// <summary>What we know of a user: their zone, to read the times they write, a name for places that take no mention, and whether it is a person at all.</summary>
internal sealed class PersonRow
{
    public required string TeamId { get; init; }

    public required string UserId { get; init; }

    /// <summary>IANA zone name, or null where Slack has none (Slack docs: users.info).</summary>
    public string? TimeZone { get; set; }

    public string Name { get; set; } = "";

    /// <summary>The language they set Slack to, such as <c>de-DE</c> (Slack docs: users.info, include_locale); null where Slack did not say.</summary>
    public string? Locale { get; set; }

    /// <summary>Whether it is a program; what programs react with changes nothing.</summary>
    public bool IsBot { get; set; }

    /// <summary>Whether Slack knows them and their account is alive.</summary>
    public bool IsActive { get; set; }

    /// <summary>Whether they come from outside this workspace, or are a guest in it.</summary>
    public bool IsExternal { get; set; }

    /// <summary>Whether Slack was asked and has never said who it is.</summary>
    public bool IsUnsaid => Name.Length == 0 && !IsExternal;

    /// <summary>When Slack was last asked. People travel; after half a day it is asked again.</summary>
    public DateTimeOffset LookedUpAt { get; set; }
}

internal sealed class PersonTable : IEntityTypeConfiguration<PersonRow>
{
    public void Configure(EntityTypeBuilder<PersonRow> builder)
    {
        builder.ToTable("people");
        builder.HasKey(row => new { row.TeamId, row.UserId });
        builder.Ignore(row => row.IsUnsaid);
    }
}

internal static class PersonQueries
{
    /// <summary>Whether Slack has said that they are external; whom it was never asked about is not.</summary>
    public static Task<bool> IsExternalAsync(this DbSet<PersonRow> people, string team, string user, CancellationToken ct) =>
        people.AnyAsync(row => row.TeamId == team && row.UserId == user && row.IsExternal, ct);

    /// <summary>Those of these people who are.</summary>
    public static Task<List<string>> ExternalAsync(this DbSet<PersonRow> people, string team, string[] users, CancellationToken ct) =>
        people.Where(row => row.TeamId == team && EF.Parameter(users).Contains(row.UserId) && row.IsExternal).Select(row => row.UserId).ToListAsync(ct);

    /// <summary>The names of those who wrote or changed something on an incident's timeline, by id, as far as Slack was asked for them.</summary>
    public static Task<Dictionary<string, string>> NamesOnAsync(this BotDbContext db, string team, int number, CancellationToken ct)
    {
        var entries = db.Timeline.Where(row => row.TeamId == team && row.Number == number);
        var ids = db.TimelineVersions.Where(row => row.TeamId == team && row.Number == number).Select(row => row.By)
            .Union(entries.Select(row => row.RecordedBy))
            .Union(entries.Where(row => row.Author != null).Select(row => row.Author!));
        return db.People.AsNoTracking().Where(row => row.TeamId == team && row.Name != "" && ids.Contains(row.UserId))
            .ToDictionaryAsync(row => row.UserId, row => row.Name, ct);
    }
}
