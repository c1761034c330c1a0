using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.TestKit;

/// <summary>Looks into what the bot remembers, without changing it.</summary>
internal sealed class TestStore(IDbContextFactory<BotDbContext> contexts)
{
    public Task<Incident> IncidentAsync(TestIncident incident) => IncidentAsync(incident.Number);

    public Task<Incident> IncidentAsync(int number) =>
        ReadAsync(async db => (await db.Incidents.AsNoTracking().SingleAsync(row => row.Number == number)).ToDomain());

    public Task<int> IncidentCountAsync() => ReadAsync(db => db.Incidents.CountAsync());

    /// <summary>The incident declared last, with its channel and card.</summary>
    public async Task<TestIncident> NewestAsync() => await ReadAsync(
        async db => await db.Incidents.OrderByDescending(row => row.Number).Select(row => new TestIncident(row.Number, row.ChannelId!, row.CardTs!)).FirstAsync());

    /// <summary>The incident's timeline in the order things happened.</summary>
    public Task<IReadOnlyList<TimelineEntry>> TimelineAsync(TestIncident incident) => ReadAsync<IReadOnlyList<TimelineEntry>>(async db =>
        [.. (await db.Timeline.AsNoTracking().Where(row => row.Number == incident.Number).OrderBy(row => row.Position).ThenBy(row => row.Entry).ToListAsync())
            .Select(row => row.ToDomain())]);

    /// <summary>Every version of every entry of the incident, in the order they were recorded.</summary>
    public Task<IReadOnlyList<EntryVersion>> VersionsAsync(TestIncident incident) => ReadAsync<IReadOnlyList<EntryVersion>>(async db =>
        [.. (await db.TimelineVersions.AsNoTracking().Where(row => row.Number == incident.Number).OrderBy(row => row.Sequence).ToListAsync())
            .Select(row => row.ToDomain())]);

    /// <summary>What people put on the timeline, without the bot's own lines.</summary>
    public async Task<IReadOnlyList<TimelineEntry>> RecordedAsync(TestIncident incident) =>
        [.. (await TimelineAsync(incident)).Where(entry => entry.Author is not null || entry.Source is not null)];

    /// <summary>When the incident's review next wants to be heard of; null when it does not.</summary>
    public Task<DateTimeOffset?> ReminderAsync(TestIncident incident) => ReadAsync(db =>
        db.Reminders.Where(row => row.Number == incident.Number && row.Kind == ReminderKinds.Review).Select(row => (DateTimeOffset?)row.DueAt).SingleOrDefaultAsync());

    public Task<List<InboxRow>> InboxAsync() => ReadAsync(db => db.Inbox.AsNoTracking().OrderBy(row => row.Id).ToListAsync());

    public Task<List<OutboxRow>> OutboxAsync() => ReadAsync(db => db.Outbox.AsNoTracking().OrderBy(row => row.Id).ToListAsync());

    public async Task<T> ReadAsync<T>(Func<BotDbContext, Task<T>> read)
    {
        await using var db = await contexts.CreateDbContextAsync();
        return await read(db);
    }
}
