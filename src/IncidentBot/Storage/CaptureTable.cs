using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage;

/// <summary>
/// One emoji of one person, one pin, or one choice in a message's menu that puts a message on an incident's timeline; or an
/// emoji on its card. It is kept when it is taken back: events come twice and out of order, and only the latest word counts.
/// </summary>
internal sealed class CaptureRow
{
    /// <summary>A pin is the message's, whoever pinned it.</summary>
    public const string Pin = "pin";

    /// <summary>The message's menu; it is never taken back there.</summary>
    public const string Menu = "menu";

    public required string TeamId { get; init; }

    public required string Channel { get; init; }

    public required string Ts { get; init; }

    public required int Number { get; init; }

    /// <summary><see cref="Pin"/>, <see cref="Menu"/>, or an emoji as Slack names it, between colons.</summary>
    public required string Means { get; init; }

    /// <summary>Whose emoji or choice it is; empty for a pin.</summary>
    public required string Holder { get; init; }

    /// <summary>Whether the message is the incident's card, where an emoji is a command and captures nothing.</summary>
    public bool IsOnCard { get; init; }

    /// <summary>Who set it, or took it off.</summary>
    public string By { get; set; } = "";

    public EntryKind Kind { get; set; }

    public bool IsOn { get; set; }

    /// <summary>When it was set or taken off, by Slack's clock.</summary>
    public DateTimeOffset ChangedAt { get; set; }

    /// <summary>Whether its message could not be read, or it did not reach us on the card, and its person was told so.</summary>
    public bool IsRefused { get; set; }

    public static string Emoji(string name) => $":{name}:";

    /// <summary>The emoji's name as Slack says it.</summary>
    public static string EmojiName(string means) => means[1..^1];
}

internal sealed class CaptureTable : IEntityTypeConfiguration<CaptureRow>
{
    public void Configure(EntityTypeBuilder<CaptureRow> builder)
    {
        builder.ToTable("captures");
        builder.HasKey(row => new { row.TeamId, row.Channel, row.Ts, row.Number, row.Means, row.Holder });
    }
}

internal static class CaptureQueries
{
    /// <summary>Everything that was ever captured of that very message, for any incident, in the order it was set.</summary>
    public static Task<List<CaptureRow>> OfMessageAsync(this DbSet<CaptureRow> captures, string team, string channel, string ts, CancellationToken ct) =>
        captures.Where(row => row.TeamId == team && row.Channel == channel && row.Ts == ts && !row.IsOnCard).OrderBy(row => row.ChangedAt).ToListAsync(ct);

    /// <summary>
    /// The newest messages of an incident's channel that were ever captured for it, each once. A mark there counts whichever incident has it (it may go on as another); a menu
    /// puts messages of any channel on any timeline.
    /// </summary>
    public static Task<List<string>> MessagesInAsync(this DbSet<CaptureRow> captures, string team, string channel, int number, int most, CancellationToken ct) =>
        captures.Where(row => row.TeamId == team && row.Channel == channel && (row.Number == number || row.Means != CaptureRow.Menu) && !row.IsOnCard)
            .Select(row => row.Ts).Distinct().OrderByDescending(ts => ts).Take(most).ToListAsync(ct);

    /// <summary>Everything that was ever captured of these messages of an incident's channel for it, in the order it was set; marks whichever incident has them.</summary>
    public static Task<List<CaptureRow>> OfMessagesAsync(this DbSet<CaptureRow> captures, string team, string channel, int number, string[] messages, CancellationToken ct) =>
        captures.AsNoTracking().Where(row => row.TeamId == team && row.Channel == channel && (row.Number == number || row.Means != CaptureRow.Menu) && EF.Parameter(messages).Contains(row.Ts))
            .OrderBy(row => row.ChangedAt).ToListAsync(ct);

    /// <summary>The latest word on that emoji of that person on an incident's card, tracked.</summary>
    public static ValueTask<CaptureRow?> OnCardAsync(this DbSet<CaptureRow> captures, IncidentId incident, string channel, string card, string means, string holder, CancellationToken ct) =>
        captures.FindAsync([incident.Team.Value, channel, card, incident.Number, means, holder], ct);

    /// <summary>Whoever holds the messages of these entries holds their copies too, so that an edit or a deletion in Slack reaches those as well.</summary>
    public static async Task JoinCapturesAsync(this BotDbContext db, IncidentId from, IncidentId into, IReadOnlyList<TimelineEntry> entries, CancellationToken ct)
    {
        var messages = entries.Select(entry => entry.Source).OfType<MessageRef>().Select(source => (source.Channel.Value, source.Ts)).ToHashSet();
        if (messages.Count == 0)
            return;
        string[] channels = [.. messages.Select(message => message.Item1).Distinct()];
        string[] stamps = [.. messages.Select(message => message.Ts)];
        var known = await db.Captures.AsNoTracking()
            .Where(row => row.TeamId == from.Team.Value && EF.Parameter(channels).Contains(row.Channel) && EF.Parameter(stamps).Contains(row.Ts)
                && (row.Number == from.Number || row.Number == into.Number) && !row.IsOnCard).ToListAsync(ct);
        var there = known.Where(row => row.Number == into.Number).Select(row => (row.Channel, row.Ts, row.Means, row.Holder)).ToHashSet();
        db.Captures.AddRange(known
            .Where(row => row.Number == from.Number && messages.Contains((row.Channel, row.Ts)) && !there.Contains((row.Channel, row.Ts, row.Means, row.Holder)))
            .Select(row => new CaptureRow
            {
                TeamId = row.TeamId,
                Channel = row.Channel,
                Ts = row.Ts,
                Number = into.Number,
                Means = row.Means,
                Holder = row.Holder,
                By = row.By,
                Kind = row.Kind,
                IsOn = row.IsOn,
                ChangedAt = row.ChangedAt,
                IsRefused = row.IsRefused,
            }));
    }

    /// <summary>What was captured in a channel follows it to its new id; what was said under the new id already is the later word.</summary>
    public static async Task MoveAsync(this DbSet<CaptureRow> captures, string team, string from, string to, CancellationToken ct)
    {
        var old = captures.Where(row => row.TeamId == team && row.Channel == from);
        await old.Where(row => captures.Any(known => known.TeamId == team && known.Channel == to
            && known.Ts == row.Ts && known.Number == row.Number && known.Means == row.Means && known.Holder == row.Holder)).ExecuteDeleteAsync(ct);
        await old.ExecuteUpdateAsync(row => row.SetProperty(r => r.Channel, to), ct);
    }

    /// <summary>Messages of a channel that somebody captured and that are on no timeline yet: they are being read.</summary>
    public static async Task<IReadOnlyList<(int Number, string Ts)>> AwaitedInAsync(this BotDbContext db, string team, string channel, CancellationToken ct) =>
        [.. (await db.Captures
            .Where(row => row.TeamId == team && row.Channel == channel && row.IsOn && !row.IsRefused && !row.IsOnCard
                && !db.Timeline.Any(entry => entry.TeamId == team && entry.SourceChannel == channel && entry.SourceTs == row.Ts && entry.Number == row.Number))
            .Select(row => new { row.Number, row.Ts }).Distinct().ToListAsync(ct)).Select(row => (row.Number, row.Ts))];
}
