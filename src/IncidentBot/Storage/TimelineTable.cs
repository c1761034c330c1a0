using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage;

/// <summary>A timeline entry as stored.</summary>
internal sealed class TimelineRow
{
    public required string TeamId { get; init; }

    public required int Number { get; init; }

    /// <summary>The entry's number within the incident, handed out from the incident's row.</summary>
    public required int Entry { get; init; }

    /// <summary>The number of its last version; one change at a time.</summary>
    public int Version { get; set; }

    public EntryState State { get; set; }

    public EntryKind Kind { get; set; }

    public string Text { get; set; } = "";

    public DateTimeOffset? HappenedAt { get; set; }

    public string AsGiven { get; set; } = "";

    public TimePrecision Precision { get; set; }

    public DateTimeOffset RecordedAt { get; set; }

    public string RecordedBy { get; set; } = "";

    /// <summary>User ids, with a space between.</summary>
    public string Capturers { get; set; } = "";

    public string? Author { get; set; }

    public string AuthorName { get; set; } = "";

    public string? SourceChannel { get; set; }

    public string? SourceTs { get; set; }

    /// <summary>The channel's id when it was recorded, where the channel has another one since; the chain keeps the old one.</summary>
    public string? RecordedIn { get; set; }

    /// <summary>Its files as JSON; null when it has none.</summary>
    public string? Files { get; set; }

    /// <summary>When Slack says the message was last edited, as far as we know.</summary>
    public DateTimeOffset? SourceEditedAt { get; set; }

    public string Permalink { get; set; } = "";

    /// <summary>The incident it was first an entry of, where that one turned out to be this one; and its number there.</summary>
    public int? CopiedFrom { get; set; }

    public int? CopiedEntry { get; set; }

    /// <summary>Where it stands: when it happened, or when it was recorded.</summary>
    public DateTimeOffset Position { get; set; }

    public static TimelineRow From(TimelineEntry entry)
    {
        var row = new TimelineRow
        {
            TeamId = entry.Incident.Team.Value,
            Number = entry.Incident.Number,
            Entry = entry.Number,
            RecordedAt = entry.RecordedAt,
            RecordedBy = entry.RecordedBy.Value,
            Author = entry.Author?.Value,
            AuthorName = entry.AuthorName,
            SourceChannel = entry.Source?.Channel.Value,
            SourceTs = entry.Source?.Ts,
            RecordedIn = entry.RecordedIn?.Value,
            Permalink = entry.Permalink,
            CopiedFrom = entry.CopiedFrom?.Incident,
            CopiedEntry = entry.CopiedFrom?.Entry,
        };
        row.Take(entry);
        return row;
    }

    /// <summary>Takes over all that a change can change.</summary>
    public void Take(TimelineEntry entry)
    {
        Version = entry.Version;
        State = entry.State;
        Kind = entry.Kind;
        Text = entry.Text;
        HappenedAt = entry.Happened.Instant;
        AsGiven = entry.Happened.AsGiven;
        Precision = entry.Happened.Precision;
        Capturers = entry.Capturers.ToString();
        SourceEditedAt = entry.SourceEditedAt;
        Files = StoredFiles.Write(entry.Files);
        Position = entry.Position;
    }

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
        RecordedIn = RecordedIn is null ? null : new ChannelId(RecordedIn),
        Permalink = Permalink,
        CopiedFrom = CopiedFrom is { } first && CopiedEntry is { } firstEntry ? new EntryRef(first, firstEntry) : null,
        Number = Entry,
        Version = Version,
        State = State,
        Capturers = Domain.Timeline.Capturers.Of(Capturers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => new UserId(id))),
        SourceEditedAt = SourceEditedAt,
        Files = StoredFiles.Read(Files),
    };
}

internal sealed class TimelineTable : IEntityTypeConfiguration<TimelineRow>
{
    public void Configure(EntityTypeBuilder<TimelineRow> builder)
    {
        builder.ToTable("timeline");
        builder.HasKey(row => new { row.TeamId, row.Number, row.Entry });
        builder.HasIndex(row => new { row.TeamId, row.Number, row.Position, row.Entry, row.State });
        builder.HasIndex(row => new { row.TeamId, row.Number, row.Kind, row.Position, row.Entry }).HasFilter("\"Kind\" IN (6, 7)");
        builder.HasIndex(row => new { row.TeamId, row.SourceChannel, row.SourceTs, row.Number }).IsUnique().HasFilter("\"SourceTs\" IS NOT NULL");
        builder.HasIndex(row => new { row.TeamId, row.CopiedFrom, row.CopiedEntry, row.Number }).IsUnique().HasFilter("\"CopiedFrom\" IS NOT NULL");
        builder.Property(row => row.Version).IsConcurrencyToken();
    }
}

internal static class TimelineQueries
{
    /// <summary>Lines of an incident's own about tasks that end with these words, and whatever else ends so; the timeline is read along its key.</summary>
    public static async Task<IReadOnlyList<TimelineEntry>> TaskLinesAsync(this DbSet<TimelineRow> timeline, IncidentId incident, string words, int most, CancellationToken ct) =>
        [.. (await timeline.AsNoTracking()
            .Where(row => row.TeamId == incident.Team.Value && row.Number == incident.Number && row.Kind == EntryKind.Task && row.Author == null && row.AuthorName == "" && row.Text.EndsWith(words))
            .OrderBy(row => row.Entry).Take(most).ToListAsync(ct)).Select(row => row.ToDomain())];

    /// <summary>Other entries of an incident that say the same, give it as a reason or a task, or in which it stands among other words; each timeline is read along its key.</summary>
    public static Task<List<int>> AlsoSayingAsync(this DbSet<TimelineRow> timeline, IncidentId incident, int entry, string text, bool isWithin, int most, CancellationToken ct) =>
        timeline.Where(row => row.TeamId == incident.Team.Value && row.Number == incident.Number && row.Entry != entry && text != ""
                && (row.Text == text || row.Text.EndsWith(": " + text) || (isWithin && row.Text.Contains(text))))
            .OrderBy(row => row.Entry).Select(row => row.Entry).Take(most).ToListAsync(ct);

    /// <summary>The words of one entry; null where there is none.</summary>
    public static Task<string?> TextOfAsync(this DbSet<TimelineRow> timeline, string team, int number, int entry, CancellationToken ct) =>
        timeline.Where(row => row.TeamId == team && row.Number == number && row.Entry == entry).Select(row => (string?)row.Text).FirstOrDefaultAsync(ct);

    /// <summary>One page of what stands on an incident's timeline, the latest page first, each page in the order things happened.</summary>
    public static async Task<Page<TimelineEntry>> PageAsync(
        this DbSet<TimelineRow> timeline, IncidentId incident, int page, int size, CancellationToken ct) =>
        (await timeline.AsNoTracking()
            .Where(row => row.TeamId == incident.Team.Value && row.Number == incident.Number
                && (row.State & (EntryState.Hidden | EntryState.Withdrawn)) == EntryState.Shown)
            .OrderByDescending(row => row.Position).ThenByDescending(row => row.Entry)
            .PageAsync(page, size, ct)).Reversed().Select(row => row.ToDomain());

    /// <summary>What people put on one incident's timeline and is not on another's yet, in the order it was put there.</summary>
    public static async Task<IReadOnlyList<TimelineEntry>> ToJoinAsync(this DbSet<TimelineRow> timeline, IncidentId from, IncidentId into, int most, CancellationToken ct) =>
        [.. (await timeline.AsNoTracking()
            .Where(row => row.TeamId == from.Team.Value && row.Number == from.Number && row.State == EntryState.Shown && (row.Author != null || row.AuthorName != "")
                && !(row.CopiedFrom == into.Number)
                && !timeline.Any(other => other.TeamId == row.TeamId && other.Number == into.Number && other.CopiedFrom == (row.CopiedFrom ?? row.Number) && other.CopiedEntry == (row.CopiedEntry ?? row.Entry))
                && (row.SourceTs == null || !timeline.Any(other => other.TeamId == row.TeamId && other.SourceChannel == row.SourceChannel && other.SourceTs == row.SourceTs && other.Number == into.Number)))
            .OrderBy(row => row.Entry).Take(most).ToListAsync(ct)).Select(row => row.ToDomain())];

    /// <summary>Entries of other incidents that were copied from that one and still have its words, and that one itself where the entry is a copy; by the incident's number, a hundred at most.</summary>
    public static Task<Dictionary<int, int>> WithCopiedWordsAsync(this DbSet<TimelineRow> timeline, string team, EntryRef first, int besides, CancellationToken ct) =>
        timeline.Where(row => row.TeamId == team && row.CopiedFrom == first.Incident && row.CopiedEntry == first.Entry && row.Number != besides && (row.State & EntryState.Redacted) == 0)
            .Concat(timeline.Where(row => row.TeamId == team && row.Number == first.Incident && row.Entry == first.Entry && row.Number != besides && (row.State & EntryState.Redacted) == 0))
            .Take(100).Select(row => new { row.Number, row.Entry }).ToDictionaryAsync(row => row.Number, row => row.Entry, ct);

    /// <summary>The newest hypotheses or dead ends that stand on an incident's timeline, the newest first.</summary>
    public static async Task<IReadOnlyList<TimelineEntry>> NewestOfKindAsync(
        this DbSet<TimelineRow> timeline, IncidentId incident, EntryKind kind, int most, CancellationToken ct) =>
        [.. (await timeline.AsNoTracking()
            .Where(row => row.TeamId == incident.Team.Value && row.Number == incident.Number && (row.Kind == EntryKind.Hypothesis || row.Kind == EntryKind.DeadEnd) && row.Kind == kind && row.State == EntryState.Shown)
            .OrderByDescending(row => row.Position).ThenByDescending(row => row.Entry).Take(most).ToListAsync(ct)).Select(row => row.ToDomain())];

    /// <summary>The entry for that very message on that incident's timeline, tracked.</summary>
    public static Task<TimelineRow?> OfMessageAsync(this DbSet<TimelineRow> timeline, IncidentId incident, string channel, string ts, CancellationToken ct) =>
        timeline.SingleOrDefaultAsync(row => row.TeamId == incident.Team.Value && row.SourceChannel == channel && row.SourceTs == ts && row.Number == incident.Number, ct);

    /// <summary>The newest of what was recorded since then, or is that entry, and stands on the timeline, the newest first.</summary>
    public static async Task<IReadOnlyList<TimelineEntry>> RecordedSinceAsync(this DbSet<TimelineRow> timeline, IncidentId incident, DateTimeOffset since, int? besides, int most, CancellationToken ct) =>
        [.. (await timeline.AsNoTracking()
            .Where(row => row.TeamId == incident.Team.Value && row.Number == incident.Number && (row.RecordedAt > since || row.Entry == besides) && row.State == EntryState.Shown)
            .OrderByDescending(row => row.Entry).Take(most).ToListAsync(ct)).Select(row => row.ToDomain())];

    /// <summary>The entries for these messages of a channel on the timelines of these incidents.</summary>
    public static async Task<IReadOnlyList<TimelineEntry>> OfMessagesAsync(
        this DbSet<TimelineRow> timeline, string team, int[] incidents, string channel, string[] messages, CancellationToken ct) =>
        [.. (await timeline.AsNoTracking().Where(row => row.TeamId == team && row.SourceChannel == channel && EF.Parameter(incidents).Contains(row.Number)
                && EF.Parameter(messages).Contains(row.SourceTs)).ToListAsync(ct))
            .Select(row => row.ToDomain())];

    /// <summary>Of these messages of a channel, those that are on that incident's timeline, with the time their words were last heard of; for ever where they were redacted.</summary>
    public static Task<Dictionary<string, DateTimeOffset>> WordsKnownAsync(
        this DbSet<TimelineRow> timeline, string team, string channel, int number, string[] messages, CancellationToken ct) =>
        timeline.Where(row => row.TeamId == team && row.SourceChannel == channel && row.Number == number && EF.Parameter(messages).Contains(row.SourceTs))
            .Select(row => new { row.SourceTs, row.State, row.SourceEditedAt })
            .ToDictionaryAsync(row => row.SourceTs!, row => row.State.HasFlag(EntryState.Redacted) ? DateTimeOffset.MaxValue : row.SourceEditedAt ?? DateTimeOffset.MinValue, ct);

    /// <summary>The entries of other incidents for that message that still have its words, by the incident's number; a hundred at most.</summary>
    public static Task<Dictionary<int, int>> WithWordsOfAsync(
        this DbSet<TimelineRow> timeline, string team, string channel, string ts, int besides, CancellationToken ct) =>
        timeline.Where(row => row.TeamId == team && row.SourceChannel == channel && row.SourceTs == ts && row.Number != besides && (row.State & EntryState.Redacted) == 0)
            .OrderBy(row => row.Number).Take(100).Select(row => new { row.Number, row.Entry }).ToDictionaryAsync(row => row.Number, row => row.Entry, ct);

    /// <summary>
    /// What was captured in a channel, for any incident, follows it to its new id, unless that very message came under the
    /// new id first.
    /// </summary>
    public static Task<int> MoveSourcesAsync(this DbSet<TimelineRow> timeline, string team, string from, string to, CancellationToken ct) =>
        timeline.Where(row => row.TeamId == team && row.SourceChannel == from && row.SourceTs != null
                && !timeline.Any(known => known.TeamId == team && known.SourceChannel == to && known.SourceTs == row.SourceTs && known.Number == row.Number))
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.RecordedIn, r => r.RecordedIn ?? from).SetProperty(r => r.SourceChannel, to), ct);
}
