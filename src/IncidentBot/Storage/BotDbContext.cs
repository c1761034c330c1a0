using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace IncidentBot.Storage;

/// <summary>Everything the bot remembers. Each table is described in its own file; every one carries the workspace.</summary>
internal sealed class BotDbContext(DbContextOptions<BotDbContext> options) : DbContext(options)
{
    public DbSet<WorkspaceRow> Workspaces => Set<WorkspaceRow>();

    public DbSet<PersonRow> People => Set<PersonRow>();

    public DbSet<GroupRow> Groups => Set<GroupRow>();

    public DbSet<ChannelRow> Channels => Set<ChannelRow>();

    public DbSet<CoverRow> Covers => Set<CoverRow>();

    public DbSet<HeldNudgeRow> HeldNudges => Set<HeldNudgeRow>();

    public DbSet<IncidentRow> Incidents => Set<IncidentRow>();

    public DbSet<TimelineRow> Timeline => Set<TimelineRow>();

    public DbSet<EntryVersionRow> TimelineVersions => Set<EntryVersionRow>();

    public DbSet<FileCopyRow> FileCopies => Set<FileCopyRow>();

    public DbSet<CaptureRow> Captures => Set<CaptureRow>();

    public DbSet<SubscriptionRow> Subscriptions => Set<SubscriptionRow>();

    public DbSet<HomeRow> Homes => Set<HomeRow>();

    public DbSet<DigestRow> Digests => Set<DigestRow>();

    public DbSet<LookRow> Looks => Set<LookRow>();

    public DbSet<TaskRow> Tasks => Set<TaskRow>();

    public DbSet<ReminderRow> Reminders => Set<ReminderRow>();

    public DbSet<InboxRow> Inbox => Set<InboxRow>();

    public DbSet<AlsoAboutRow> AlsoAbout => Set<AlsoAboutRow>();

    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(BotDbContext).Assembly);

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcTicks>();

    /// <summary>SQLite has no instant of its own: kept as UTC ticks, so that they compare and sort.</summary>
    private sealed class UtcTicks() : ValueConverter<DateTimeOffset, long>(
        instant => instant.UtcTicks,
        ticks => new DateTimeOffset(ticks, TimeSpan.Zero));
}
