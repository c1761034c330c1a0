using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage;

/// <summary>A version of a timeline entry as stored: written once, in the transaction of its change, and never changed.</summary>
internal sealed class EntryVersionRow
{
    public required string TeamId { get; init; }

    public required int Number { get; init; }

    /// <summary>Its place among all versions of the incident, from 1 without gaps.</summary>
    public required int Sequence { get; init; }

    public required int Entry { get; init; }

    /// <summary>Its number within the entry, from 1.</summary>
    public required int Version { get; init; }

    public EntryChange Change { get; init; }

    public EntryKind Kind { get; init; }

    public string Text { get; init; } = "";

    public DateTimeOffset? HappenedAt { get; init; }

    public string AsGiven { get; init; } = "";

    public TimePrecision Precision { get; init; }

    public EntryState State { get; init; }

    public string By { get; init; } = "";

    public string Why { get; init; } = "";

    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>Its files as JSON; null when it has none.</summary>
    public string? Files { get; init; }

    /// <summary>What its words were committed with; gone once they were redacted.</summary>
    public byte[]? Salt { get; init; }

    public byte[] Commitment { get; init; } = [];

    public byte[] Digest { get; init; } = [];

    /// <summary>What ties it to every version before it.</summary>
    public byte[] Link { get; init; } = [];

    public static EntryVersionRow From(ChainedVersion chained)
    {
        var version = chained.Version;
        return new EntryVersionRow
        {
            TeamId = version.Incident.Team.Value,
            Number = version.Incident.Number,
            Sequence = version.Sequence,
            Entry = version.Entry,
            Version = version.Number,
            Change = version.Change,
            Kind = version.Kind,
            Text = version.Text,
            HappenedAt = version.Happened.Instant,
            AsGiven = version.Happened.AsGiven,
            Precision = version.Happened.Precision,
            State = version.State,
            By = version.By.Value,
            Why = version.Why,
            RecordedAt = version.RecordedAt,
            Files = StoredFiles.Write(version.Files),
            Salt = chained.Salt?.ToArray(),
            Commitment = [.. chained.Commitment],
            Digest = [.. chained.Digest],
            Link = [.. chained.Link],
        };
    }

    /// <summary>With what ties it to the others; its entry's row says where it came from.</summary>
    public ChainedVersion ToChained(EntryOrigin origin) =>
        new(ToDomain(), origin, Salt is { } salt ? [.. salt] : null, [.. Commitment], [.. Digest], [.. Link]);

    public EntryVersion ToDomain() => new(
        new IncidentId(new TeamId(TeamId), Number),
        Entry,
        Version,
        Change,
        Kind,
        Text,
        new HappenedAt(HappenedAt, AsGiven, Precision),
        State,
        new UserId(By),
        Why,
        RecordedAt)
    {
        Sequence = Sequence,
        Files = StoredFiles.Read(Files),
    };
}

internal sealed class EntryVersionTable : IEntityTypeConfiguration<EntryVersionRow>
{
    public void Configure(EntityTypeBuilder<EntryVersionRow> builder)
    {
        builder.ToTable("timeline_versions");
        builder.HasKey(row => new { row.TeamId, row.Number, row.Sequence });
        builder.HasIndex(row => new { row.TeamId, row.Number, row.Entry, row.Version }).IsUnique();
    }
}

/// <summary>What gave an entry the words it has now, where those are not its first.</summary>
internal sealed record WordsChange(EntryChange Change, UserId By);

/// <summary>What an entry and its versions said before their words were taken away.</summary>
/// <param name="Texts">Its texts and the names of its files.</param>
/// <param name="Reasons">Why it was changed, in people's words.</param>
/// <param name="RecordedAt">When each version was made: the request that made it came in then, or was handled then.</param>
internal sealed record ForgottenWords(IReadOnlyList<string> Texts, IReadOnlyList<string> Reasons, IReadOnlySet<DateTimeOffset> RecordedAt);

internal static class EntryVersionQueries
{
    /// <summary>What last gave the entry other words, and when; null where its words are its first.</summary>
    public static async Task<(WordsChange Change, DateTimeOffset At)?> LastWordsChangeAsync(
        this DbSet<EntryVersionRow> versions, IncidentId incident, int entry, CancellationToken ct) =>
        await versions.Where(row => row.TeamId == incident.Team.Value && row.Number == incident.Number && row.Entry == entry
                && (row.Change == EntryChange.Reworded || row.Change == EntryChange.MessageEdited))
            .OrderByDescending(row => row.Version).Select(row => new { row.Change, row.By, row.RecordedAt }).FirstOrDefaultAsync(ct) is { } last
            ? (new WordsChange(last.Change, new UserId(last.By)), last.RecordedAt)
            : null;

    /// <summary>What last changed the words of these entries; those whose words are their first are not among them.</summary>
    public static async Task<Dictionary<int, WordsChange>> WordsChangesAsync(
        this DbSet<EntryVersionRow> versions, IncidentId incident, int[] entries, CancellationToken ct) =>
        await versions
            .Where(row => row.TeamId == incident.Team.Value && row.Number == incident.Number && EF.Parameter(entries).Contains(row.Entry)
                && (row.Change == EntryChange.Reworded || row.Change == EntryChange.MessageEdited))
            .GroupBy(row => row.Entry)
            .Select(ofEntry => ofEntry.OrderByDescending(row => row.Version).Select(row => new { row.Entry, row.Change, row.By }).First())
            .ToDictionaryAsync(row => row.Entry, row => new WordsChange(row.Change, new UserId(row.By)), ct);

    /// <summary>What made the entry's last version.</summary>
    public static Task<EntryChange> LastChangeAsync(this DbSet<EntryVersionRow> versions, IncidentId incident, int entry, CancellationToken ct) =>
        versions.Where(row => row.TeamId == incident.Team.Value && row.Number == incident.Number && row.Entry == entry)
            .OrderByDescending(row => row.Version).Select(row => row.Change).FirstAsync(ct);

    /// <summary>Whether somebody chose by word what the entry is about, and that choice stands; by default in the last version.</summary>
    public static async Task<bool> IsKindChosenAsync(
        this DbSet<EntryVersionRow> versions, IncidentId incident, int entry, CancellationToken ct, int version = int.MaxValue) =>
        await versions.Where(row => row.TeamId == incident.Team.Value && row.Number == incident.Number && row.Entry == entry && row.Version <= version
                && (row.Change == EntryChange.Rekinded || row.Change == EntryChange.KindGivenBack))
            .OrderByDescending(row => row.Version).Select(row => (EntryChange?)row.Change).FirstOrDefaultAsync(ct) == EntryChange.Rekinded;

    /// <summary>Who hid the entry last; null where nobody did.</summary>
    public static async Task<UserId?> HiddenByAsync(this DbSet<EntryVersionRow> versions, IncidentId incident, int entry, CancellationToken ct) =>
        await versions.Where(row => row.TeamId == incident.Team.Value && row.Number == incident.Number && row.Entry == entry && row.Change == EntryChange.Hidden)
            .OrderByDescending(row => row.Version).Select(row => row.By).FirstOrDefaultAsync(ct) is { } by ? new UserId(by) : null;

    /// <summary>
    /// Takes the words of all versions of an entry away, with the salt that would let them be guessed; what earlier redactions
    /// say stays. The one change ever made to a version: its commitment keeps the chain whole.
    /// </summary>
    /// <returns>What was there.</returns>
    public static async Task<ForgottenWords> ForgetWordsAsync(this DbSet<EntryVersionRow> versions, IncidentId incident, int entry, CancellationToken ct)
    {
        var ofEntry = versions.Where(row =>
            row.TeamId == incident.Team.Value && row.Number == incident.Number && row.Entry == entry && row.Change != EntryChange.Redacted);
        var words = await ofEntry.Select(row => new { row.Text, row.Why, row.Files, row.RecordedAt }).ToListAsync(ct);
        await ofEntry.ExecuteUpdateAsync(
            row => row
                .SetProperty(r => r.Text, "")
                .SetProperty(r => r.Why, "")
                .SetProperty(r => r.AsGiven, "")
                .SetProperty(r => r.Files, (string?)null)
                .SetProperty(r => r.Salt, (byte[]?)null),
            ct);
        return new ForgottenWords(
            Said(words.SelectMany(said => StoredFiles.Read(said.Files).All.Select(file => file.Name).Prepend(said.Text))),
            Said(words.Select(said => said.Why)),
            words.Select(said => said.RecordedAt).ToHashSet());
    }

    private static string[] Said(IEnumerable<string> texts) => [.. texts.Where(text => text.Length > 0).Distinct()];

    /// <summary>One page of everything that happened to an incident's entries, the latest page first, each page in order.</summary>
    public static async Task<Page<EntryVersion>> PageAsync(
        this DbSet<EntryVersionRow> versions, IncidentId incident, int page, int size, CancellationToken ct) =>
        (await versions.AsNoTracking()
            .Where(row => row.TeamId == incident.Team.Value && row.Number == incident.Number)
            .OrderByDescending(row => row.Sequence)
            .PageAsync(page, size, ct)).Reversed().Select(row => row.ToDomain());

    /// <summary>One page of what happened to one entry, the latest page first, each page in order.</summary>
    public static async Task<Page<EntryVersion>> PageOfEntryAsync(
        this DbSet<EntryVersionRow> versions, IncidentId incident, int entry, int page, int size, CancellationToken ct) =>
        (await versions.AsNoTracking()
            .Where(row => row.TeamId == incident.Team.Value && row.Number == incident.Number && row.Entry == entry)
            .OrderByDescending(row => row.Version)
            .PageAsync(page, size, ct)).Reversed().Select(row => row.ToDomain());

    /// <summary>The last versions of one entry, in order.</summary>
    public static async Task<IReadOnlyList<EntryVersion>> OfEntryAsync(
        this DbSet<EntryVersionRow> versions, IncidentId incident, int entry, int most, CancellationToken ct)
    {
        var rows = await versions.AsNoTracking()
            .Where(row => row.TeamId == incident.Team.Value && row.Number == incident.Number && row.Entry == entry)
            .OrderByDescending(row => row.Version).Take(most).ToListAsync(ct);
        rows.Reverse();
        return [.. rows.Select(row => row.ToDomain())];
    }
}
