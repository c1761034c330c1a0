using IncidentBot.Domain.Incidents;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage;

/// <summary>The next moment at which an incident wants to be heard of. The row is the memory; Quartz only looks at the clock.</summary>
internal sealed class ReminderRow
{
    public long Id { get; init; }

    public required string TeamId { get; init; }

    public required int Number { get; init; }

    /// <summary>What it is about; one of each kind per incident.</summary>
    public required string Kind { get; init; }

    public DateTimeOffset DueAt { get; set; }
}

/// <summary>The kinds of reminders, as stored.</summary>
internal static class ReminderKinds
{
    public const string Review = "review";
    public const string Checkpoint = "checkpoint";
}

internal sealed class ReminderTable : IEntityTypeConfiguration<ReminderRow>
{
    public void Configure(EntityTypeBuilder<ReminderRow> builder)
    {
        builder.ToTable("reminders");
        builder.HasKey(row => row.Id);
        builder.HasIndex(row => new { row.TeamId, row.Number, row.Kind }).IsUnique();
        builder.HasIndex(row => row.DueAt);
    }
}

internal static class ReminderQueries
{
    /// <summary>The incident's review reminder, also one this very transaction has added or removed.</summary>
    public static async Task<ReminderRow?> OfReviewAsync(this DbSet<ReminderRow> reminders, IncidentId incident, CancellationToken ct) =>
        reminders.Local.FirstOrDefault(row => row.Number == incident.Number && row.TeamId == incident.Team.Value && row.Kind == ReminderKinds.Review)
        ?? await reminders.SingleOrDefaultAsync(
            row => row.TeamId == incident.Team.Value && row.Number == incident.Number && row.Kind == ReminderKinds.Review, ct);
}
