using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Tasks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage;

/// <summary>A task or follow-up as stored.</summary>
internal sealed class TaskRow
{
    public required string TeamId { get; init; }

    /// <summary>The incident.</summary>
    public required int Number { get; init; }

    /// <summary>The task's number within the incident.</summary>
    public required int TaskNumber { get; init; }

    public TaskSort Sort { get; set; }

    public TaskState State { get; set; }

    public string Text { get; set; } = "";

    public string? Owner { get; set; }

    public DateTimeOffset? DueAt { get; set; }

    public string AddedBy { get; set; } = "";

    public DateTimeOffset AddedAt { get; set; }

    public string? SourceChannel { get; set; }

    public string? SourceTs { get; set; }

    public string Permalink { get; set; } = "";

    /// <summary>The incident it goes on in since this one was merged, and its number there.</summary>
    public int? GoesOnIn { get; set; }

    public int? GoesOnAs { get; set; }

    /// <summary>The incident it came from when that was merged into this one, and its number there.</summary>
    public int? CameFrom { get; set; }

    public int? CameAs { get; set; }

    public IncidentTask ToDomain() => new(new IncidentId(new TeamId(TeamId), Number), TaskNumber, Text, Sort, new UserId(AddedBy), AddedAt)
    {
        Owner = Owner is null ? null : new UserId(Owner),
        DueAt = DueAt,
        State = State,
        Source = SourceTs is null ? null : new MessageRef(new ChannelId(SourceChannel!), SourceTs),
        Permalink = Permalink,
        GoesOnAs = Named(GoesOnIn, GoesOnAs),
        CameFrom = Named(CameFrom, CameAs),
    };

    private TaskRef? Named(int? incident, int? task) => incident is { } number && task is { } its ? new TaskRef(new IncidentId(new TeamId(TeamId), number), its) : null;

    public void Take(IncidentTask task)
    {
        Sort = task.Sort;
        State = task.State;
        Text = task.Text;
        Owner = task.Owner?.Value;
        DueAt = task.DueAt;
        AddedBy = task.AddedBy.Value;
        AddedAt = task.AddedAt;
        SourceChannel = task.Source?.Channel.Value;
        SourceTs = task.Source?.Ts;
        Permalink = task.Permalink;
        GoesOnIn = task.GoesOnAs?.Incident.Number;
        GoesOnAs = task.GoesOnAs?.Number;
        CameFrom = task.CameFrom?.Incident.Number;
        CameAs = task.CameFrom?.Number;
    }
}

internal sealed class TaskTable : IEntityTypeConfiguration<TaskRow>
{
    public void Configure(EntityTypeBuilder<TaskRow> builder)
    {
        builder.ToTable("tasks");
        builder.HasKey(row => new { row.TeamId, row.Number, row.TaskNumber });
        builder.HasIndex(row => new { row.TeamId, row.Owner, row.DueAt }).HasFilter("\"Owner\" IS NOT NULL AND \"State\" = 0");
        builder.HasIndex(row => new { row.TeamId, row.SourceChannel, row.SourceTs, row.Number }).IsUnique().HasFilter("\"SourceTs\" IS NOT NULL");
    }
}

internal static class TaskQueries
{
    /// <summary>The highest number given out within an incident; 0 before the first.</summary>
    public static Task<int> LastNumberAsync(this DbSet<TaskRow> tasks, IncidentId incident, CancellationToken ct) =>
        tasks.Where(row => row.TeamId == incident.Team.Value && row.Number == incident.Number)
            .OrderByDescending(row => row.TaskNumber).Select(row => row.TaskNumber).FirstOrDefaultAsync(ct);

    /// <summary>The task with that number within an incident.</summary>
    public static async Task<IncidentTask?> NumberedAsync(this DbSet<TaskRow> tasks, IncidentId incident, int number, CancellationToken ct) =>
        (await tasks.FindAsync([incident.Team.Value, incident.Number, number], ct))?.ToDomain();

    /// <summary>The rows of these tasks of an incident, tracked, by their number; those that are not stored yet but are to be, too.</summary>
    public static async Task<Dictionary<int, TaskRow>> TrackedAsync(this DbSet<TaskRow> tasks, IncidentId incident, int[] numbers, CancellationToken ct)
    {
        if (numbers is [var only])
            return await tasks.FindAsync([incident.Team.Value, incident.Number, only], ct) is { } row ? new() { [only] = row } : [];
        var stored = await tasks.Where(row => row.TeamId == incident.Team.Value && row.Number == incident.Number && EF.Parameter(numbers).Contains(row.TaskNumber)).ToListAsync(ct);
        var made = tasks.Local.Where(row => row.TeamId == incident.Team.Value && row.Number == incident.Number && numbers.Contains(row.TaskNumber));
        return stored.Union(made).ToDictionary(row => row.TaskNumber);
    }

    /// <summary>The task made of that very message for that incident.</summary>
    public static async Task<IncidentTask?> OfMessageAsync(this DbSet<TaskRow> tasks, IncidentId incident, string channel, string ts, CancellationToken ct) =>
        (await tasks.SingleOrDefaultAsync(
            row => row.TeamId == incident.Team.Value && row.SourceChannel == channel && row.SourceTs == ts && row.Number == incident.Number, ct))?.ToDomain();

    /// <summary>What is to be done about an incident, in the order it was added; with what became of the rest where that is wanted.</summary>
    public static async Task<IReadOnlyList<IncidentTask>> OfIncidentAsync(
        this DbSet<TaskRow> tasks, IncidentId incident, TaskSort sort, bool onlyOpen, int most, CancellationToken ct) =>
        [.. (await tasks.Of(incident, sort, onlyOpen).Take(most).ToListAsync(ct)).Select(row => row.ToDomain())];

    /// <summary>One page of the same.</summary>
    public static async Task<Page<IncidentTask>> PageAsync(
        this DbSet<TaskRow> tasks, IncidentId incident, TaskSort sort, bool onlyOpen, int page, int size, CancellationToken ct) =>
        (await tasks.Of(incident, sort, onlyOpen).PageAsync(page, size, ct)).Select(row => row.ToDomain());

    private static IOrderedQueryable<TaskRow> Of(this DbSet<TaskRow> tasks, IncidentId incident, TaskSort sort, bool onlyOpen) =>
        tasks.AsNoTracking()
            .Where(row => row.TeamId == incident.Team.Value && row.Number == incident.Number && row.Sort == sort && (!onlyOpen || row.State == TaskState.Open))
            .OrderBy(row => row.TaskNumber);

    /// <summary>What is still to be done about an incident, now or afterwards: first the tasks, in the order they were added.</summary>
    public static async Task<IReadOnlyList<IncidentTask>> OpenInAsync(this DbSet<TaskRow> tasks, IncidentId incident, int most, CancellationToken ct) =>
        [.. (await tasks.AsNoTracking()
            .Where(row => row.TeamId == incident.Team.Value && row.Number == incident.Number && row.State == TaskState.Open)
            .OrderBy(row => row.Sort).ThenBy(row => row.TaskNumber).Take(most).ToListAsync(ct)).Select(row => row.ToDomain())];

    /// <summary>Whether that person has a task or follow-up of one of these incidents, whatever became of it.</summary>
    public static Task<bool> HasAnyAsync(this DbSet<TaskRow> tasks, string team, int[] incidents, string owner, CancellationToken ct) =>
        tasks.AnyAsync(row => row.TeamId == team && EF.Parameter(incidents).Contains(row.Number) && row.Owner == owner, ct);

    /// <summary>How much is still to be done about an incident, by sort.</summary>
    public static Task<Dictionary<TaskSort, int>> OpenCountsAsync(this DbSet<TaskRow> tasks, IncidentId incident, CancellationToken ct) =>
        tasks.Where(row => row.TeamId == incident.Team.Value && row.Number == incident.Number && row.State == TaskState.Open)
            .GroupBy(row => row.Sort).Select(same => new { same.Key, Count = same.Count() }).ToDictionaryAsync(same => same.Key, same => same.Count, ct);

    /// <summary>What that person still has to do, over all incidents: what is due first, first; then what is due at no time.</summary>
    public static IOrderedQueryable<TaskRow> OpenOf(this DbSet<TaskRow> tasks, string team, string owner) =>
        tasks.AsNoTracking()
            .Where(row => row.TeamId == team && row.Owner == owner && row.State == TaskState.Open)
            .OrderBy(row => row.DueAt == null).ThenBy(row => row.DueAt).ThenBy(row => row.Number).ThenBy(row => row.TaskNumber);

    /// <summary>Tasks of an incident that say that, as they say it or as a line of the timeline does, or that were made of the message; tracked.</summary>
    public static async Task<IReadOnlyList<TaskRow>> SayingAsync(
        this DbSet<TaskRow> tasks, IncidentId incident, string text, Func<IncidentTask, string> inALine, MessageRef? source, CancellationToken ct)
    {
        var (channel, ts) = (source?.Channel.Value, source?.Ts);
        var rows = await tasks.Where(row => row.TeamId == incident.Team.Value && row.Number == incident.Number
            && ((text != "" && (row.Text == text || row.Text.Contains('<'))) || (ts != null && row.SourceTs == ts && row.SourceChannel == channel))).ToListAsync(ct);
        return [.. rows.Where(row => (ts is not null && row.SourceTs == ts && row.SourceChannel == channel) || row.Text == text || inALine(row.ToDomain()) == text)];
    }

    /// <summary>Messages tasks were made of follow their channel to its new id.</summary>
    public static Task<int> MoveSourcesAsync(this DbSet<TaskRow> tasks, string team, string from, string to, CancellationToken ct) =>
        tasks.Where(row => row.TeamId == team && row.SourceChannel == from && row.SourceTs != null
                && !tasks.Any(known => known.TeamId == team && known.SourceChannel == to && known.SourceTs == row.SourceTs && known.Number == row.Number))
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.SourceChannel, to), ct);
}
