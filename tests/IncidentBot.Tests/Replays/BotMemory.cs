using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using IncidentBot.Domain.Timeline;
using IncidentBot.Storage;
using IncidentBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Replays;

/// <summary>What the bot remembers, as lines that are equal for two plays that ended alike.</summary>
/// <param name="Incidents">Every incident with its columns, one line per column.</param>
/// <param name="Timeline">The timeline in the order things happened.</param>
/// <param name="Reminded">The moments reminders fell due, in order.</param>
/// <param name="Reminders">What it still wants to remind of.</param>
/// <param name="Failed">Requests and effects put aside as failed.</param>
internal sealed partial record BotMemory(
    IReadOnlyList<string> Incidents,
    IReadOnlyList<string> Timeline,
    IReadOnlyList<string> Reminded,
    IReadOnlyList<string> Reminders,
    IReadOnlyList<string> Failed)
{
    /// <summary>How far a channel was compared with what is stored says nothing about how things ended.</summary>
    private static readonly string[] Comparing = [nameof(IncidentRow.ComparedAt), nameof(IncidentRow.MissedFrom), nameof(IncidentRow.MissedUntil), nameof(IncidentRow.StoppedAt), nameof(IncidentRow.ArchivedSaidAt), nameof(IncidentRow.OutsideSaidAt)];

    public static async Task<BotMemory> ReadAsync(Stage stage)
    {
        var words = await SlackSide.WordsAsync(stage);
        var messages = await MessagesAsync(stage, words);
        return await stage.ReadAsync(async db => new BotMemory(
            [.. (await db.Incidents.AsNoTracking().OrderBy(row => row.Number).ToListAsync()).SelectMany(row => Columns(row, words, messages, stage.Replay))],
            [.. (await TimelineRows(db).ToListAsync()).Select(row => Line(row.ToDomain(), words, stage.Replay))],
            [.. (await db.Inbox.AsNoTracking().Where(row => row.Source == InboxSource.Reminder).OrderBy(row => row.Id).ToListAsync()).Select(row => Due(row, stage.Replay))],
            [.. (await db.Reminders.AsNoTracking().ToListAsync()).Select(row => $"{row.Kind} of {row.Number} at {stage.Replay.Minute(row.DueAt)}").Order()],
            [.. (await db.Inbox.Where(row => row.State == InboxState.Dead).Select(row => row.Key).ToListAsync())
                .Concat(await db.Outbox.Where(row => row.State == OutboxState.Dead).Select(row => $"{row.Kind}: {row.Error}").ToListAsync())]));
    }

    public static IQueryable<TimelineRow> TimelineRows(BotDbContext db) =>
        db.Timeline.AsNoTracking().OrderBy(row => row.Number).ThenBy(row => row.Position).ThenBy(row => row.Entry);

    /// <summary>A line in the form the replay's file expects it.</summary>
    public static string Line(TimelineEntry entry, PlainWords words, Replay replay) => TimelineLine.Of(
        entry.Happened.Instant is { } at ? replay.Minute(at) : null,
        KindWords.Word(entry.Kind),
        entry.Author is { } author ? words.NameOf(author.Value) : null,
        words.NameOf(entry.RecordedBy.Value),
        words.Plain(entry.Text),
        entry.Happened.AsGiven);

    private static IEnumerable<string> Columns(IncidentRow row, PlainWords words, IReadOnlyDictionary<string, string> messages, Replay replay) =>
        typeof(IncidentRow).GetProperties().Where(column => !Comparing.Contains(column.Name)).OrderBy(column => column.Name).Select(column => $"{column.Name}: {column.GetValue(row) switch
        {
            null => "nothing",
            DateTimeOffset moment => replay.Minute(moment),
            IncidentMore more => Moments().Replace(Posts().Replace(more.Write(), "\"$1\":\"\""), moment => replay.Minute(DateTimeOffset.Parse(moment.Value, CultureInfo.InvariantCulture))),
            string ts when column.Name.EndsWith("Ts", StringComparison.Ordinal) => messages.GetValueOrDefault(ts, "a message nobody sees"),
            string text => words.Plain(words.NameOf(text)),
            var value => Convert.ToString(value, CultureInfo.InvariantCulture),
        }}");

    /// <summary>A post's ts is another in each play.</summary>
    [GeneratedRegex(@"""(Ts|PostTs)"":""[\d.]+""")]
    private static partial Regex Posts();

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT[^""]+")]
    private static partial Regex Moments();

    private static string Due(InboxRow row, Replay replay)
    {
        using var due = JsonDocument.Parse(row.Body);
        return replay.Minute(new DateTimeOffset(due.RootElement.GetProperty("DueTicks").GetInt64(), TimeSpan.Zero));
    }

    /// <summary>The bot's messages by their ts, each as its first line and whether it is pinned.</summary>
    private static async Task<IReadOnlyDictionary<string, string>> MessagesAsync(Stage stage, PlainWords words)
    {
        var found = new Dictionary<string, string>();
        foreach (var channel in new[] { await stage.IncidentChannelAsync() }.Select(channel => channel.Id).Concat(stage.Channels.Values))
        {
            var seen = await stage.People.Values.First().MessagesAsync(channel);
            foreach (var message in seen.Where(message => message is { IsBot: true, Ephemeral: false }))
                found[message.Ts] = $"the {(message.Pinned ? "pinned " : "")}message \"{words.Plain(message.Text.Split('\n')[0])}\"";
        }
        return found;
    }
}
