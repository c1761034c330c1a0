using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage;

/// <summary>The next moment at which somebody is to be reminded. The row is the memory; Quartz only looks at the clock.</summary>
internal sealed class ReminderRow
{
    public long Id { get; init; }

    public required string TeamId { get; init; }

    /// <summary>The incident it is about; 0 where it is about none.</summary>
    public required int Number { get; init; }

    public required string Kind { get; init; }

    /// <summary>What it is about within the incident, such as one task of many; empty where there is one of its kind.</summary>
    public string Subject { get; init; } = "";

    public DateTimeOffset DueAt { get; set; }
}

/// <summary>The kinds of reminders, as stored.</summary>
internal static class ReminderKinds
{
    public const string Review = "review";
    public const string Task = "task";
    public const string Digest = "digest";
    public const string Checkpoint = "checkpoint";
    public const string Offer = "offer";
    public const string AskGroup = "ask-group";
    public const string FreeCommand = "free-command";
    public const string Update = "update";
    public const string Held = "held";
    public const string Cover = "cover";
    public const string Acknowledge = "acknowledge";
}

internal sealed class ReminderTable : IEntityTypeConfiguration<ReminderRow>
{
    public void Configure(EntityTypeBuilder<ReminderRow> builder)
    {
        builder.ToTable("reminders");
        builder.HasKey(row => row.Id);
        builder.HasIndex(row => new { row.TeamId, row.Number, row.Kind, row.Subject }).IsUnique();
        builder.HasIndex(row => row.DueAt);
    }
}

internal static class ReminderQueries
{
    /// <summary>What is to be reminded of about that incident, the next first.</summary>
    public static Task<List<ReminderRow>> AboutAsync(this DbSet<ReminderRow> reminders, string team, int number, int most, CancellationToken ct) =>
        reminders.AsNoTracking().Where(row => row.TeamId == team && row.Number == number).OrderBy(row => row.DueAt).Take(most).ToListAsync(ct);

    /// <summary>What is set for these incidents themselves, not for one of many things of theirs; to be changed.</summary>
    public static Task<List<ReminderRow>> OfAsync(this DbSet<ReminderRow> reminders, string team, int[] numbers, CancellationToken ct) =>
        reminders.Where(row => row.TeamId == team && EF.Parameter(numbers).Contains(row.Number) && row.Subject == "").ToListAsync(ct);

    /// <summary>That reminder, also one this very transaction has added or removed.</summary>
    public static async Task<ReminderRow?> ThatAsync(this DbSet<ReminderRow> reminders, string team, int number, string kind, string subject, CancellationToken ct) =>
        reminders.Local.FirstOrDefault(row => row.TeamId == team && row.Number == number && row.Kind == kind && row.Subject == subject)
        ?? await reminders.SingleOrDefaultAsync(row => row.TeamId == team && row.Number == number && row.Kind == kind && row.Subject == subject, ct);
}
