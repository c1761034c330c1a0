using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage;

/// <summary>A timeline entry as stored.</summary>
internal sealed class TimelineRow
{
    public long Id { get; init; }

    public required string TeamId { get; init; }

    public required int Number { get; init; }

    public EntryKind Kind { get; set; }

    public string Text { get; set; } = "";

    public DateTimeOffset? HappenedAt { get; set; }

    public string AsGiven { get; set; } = "";

    public TimePrecision Precision { get; set; }

    public DateTimeOffset RecordedAt { get; set; }

    public string RecordedBy { get; set; } = "";

    public string? Author { get; set; }

    public string AuthorName { get; set; } = "";

    public string? SourceChannel { get; set; }

    public string? SourceTs { get; set; }

    public string Permalink { get; set; } = "";

    /// <summary>Where it stands: when it happened, or when it was recorded.</summary>
    public DateTimeOffset Position { get; set; }

    public static TimelineRow From(TimelineEntry entry) => new()
    {
        TeamId = entry.Incident.Team.Value,
        Number = entry.Incident.Number,
        Kind = entry.Kind,
        Text = entry.Text,
        HappenedAt = entry.Happened.Instant,
        AsGiven = entry.Happened.AsGiven,
        Precision = entry.Happened.Precision,
        RecordedAt = entry.RecordedAt,
        RecordedBy = entry.RecordedBy.Value,
        Author = entry.Author?.Value,
        AuthorName = entry.AuthorName,
        SourceChannel = entry.Source?.Channel.Value,
        SourceTs = entry.Source?.Ts,
        Permalink = entry.Permalink,
        Position = entry.Position,
    };

    public TimelineEntry ToDomain() => new(
        new IncidentId(new TeamId(TeamId), Number),
        Kind,
        Text,
        new HappenedAt(HappenedAt, AsGiven, Precision),
        RecordedAt,
        new UserId(RecordedBy))
    {
        Author = Author is null ? null : new UserId(Author),
        AuthorName = AuthorName,
        Source = SourceTs is null ? null : new MessageRef(new ChannelId(SourceChannel!), SourceTs),
        Permalink = Permalink,
    };
}

internal sealed class TimelineTable : IEntityTypeConfiguration<TimelineRow>
{
    public void Configure(EntityTypeBuilder<TimelineRow> builder)
    {
        builder.ToTable("timeline");
        builder.HasKey(row => row.Id);
        builder.HasIndex(row => new { row.TeamId, row.Number, row.Position, row.Id });
        builder.HasIndex(row => new { row.TeamId, row.Number, row.SourceChannel, row.SourceTs }).IsUnique().HasFilter("\"SourceTs\" IS NOT NULL");
    }
}

internal static class TimelineQueries
{
    /// <summary>One page of an incident's timeline, the latest page first, each page in the order things happened.</summary>
    public static async Task<(IReadOnlyList<TimelineEntry> Entries, int Total)> PageAsync(
        this DbSet<TimelineRow> timeline, IncidentId incident, int page, int size, CancellationToken ct)
    {
        var all = timeline.AsNoTracking().Where(row => row.TeamId == incident.Team.Value && row.Number == incident.Number);
        var total = await all.CountAsync(ct);
        var rows = await all
            .OrderByDescending(row => row.Position).ThenByDescending(row => row.Id)
            .Skip((page - 1) * size).Take(size).ToListAsync(ct);
        rows.Reverse();
        return ([.. rows.Select(row => row.ToDomain())], total);
    }

    /// <summary>Whether that very message is on the incident's timeline already.</summary>
    public static Task<bool> HoldsAsync(this DbSet<TimelineRow> timeline, IncidentId incident, string channel, string ts, CancellationToken ct) =>
        timeline.AnyAsync(row => row.TeamId == incident.Team.Value && row.Number == incident.Number && row.SourceChannel == channel && row.SourceTs == ts, ct);
}
