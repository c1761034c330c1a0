using IncidentBot.Configuration;
using IncidentBot.Domain.Incidents;
using IncidentBot.Storage;
using IncidentBot.Subscriptions;
using IncidentBot.TestKit;
using IncidentBot.Tests.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Subscriptions;

public sealed class DigestTests
{
    private static readonly TimeSpan ADay = TimeSpan.FromDays(1);

    [Fact]
    public async Task It_comes_every_day_at_the_persons_time_and_not_when_there_is_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        Assert.Contains("Every day at 09:30", await bot.Bob.In(bot.General).Asks("/incident digest 9:30"), StringComparison.Ordinal);
        await bot.LaterAsync(ADay);
        Assert.Empty(await bot.Bob.DirectMessages());

        var incident = await bot.Alice.Declares();
        await bot.LaterAsync(ADay);
        Assert.Contains("*Open now*", Assert.Single(await bot.Bob.DirectMessages()).Text, StringComparison.Ordinal);
        await bot.Alice.In(incident).Asks("/incident resolve");
        await bot.LaterAsync(ADay);
        Assert.Contains("*Resolved since*", (await bot.Bob.DirectMessages())[^1].Text, StringComparison.Ordinal);
        await bot.LaterAsync(ADay);
        Assert.Equal(2, (await bot.Bob.DirectMessages()).Count);
        await bot.LaterAsync(4 * ADay);
        Assert.Contains("*Reviews overdue*", (await bot.Bob.DirectMessages())[^1].Text, StringComparison.Ordinal);
        var heard = (await bot.Bob.DirectMessages()).Count;

        await bot.Bob.In(bot.General).Asks("/incident digest off");
        await bot.LaterAsync(3 * ADay);

        Assert.Equal(heard, (await bot.Bob.DirectMessages()).Count);
    }

    [Fact]
    public async Task What_was_resolved_since_is_found_along_an_index_however_many_are_newer()
    {
        using var database = await FreshDatabase.CreateAsync();
        await using (var db = new BotDbContext(new DbContextOptionsBuilder<BotDbContext>().UseSqlite($"Data Source={database.Path};Pooling=False").Options))
        {
            for (var number = 1; number <= DigestSight.Most + 10; number++)
            {
                var row = new IncidentRow { TeamId = Some.Team.Value, Number = number };
                row.Take(Some.Incident(number) with { Channel = new ChannelId($"C{number:000000000}"), Status = IncidentStatus.Resolved, ResolvedAt = number == 1 ? Some.Moment : Some.Moment.AddDays(-9) });
                db.Incidents.Add(row);
            }
            await db.SaveChangesAsync();
        }

        IReadOnlyList<Incident> found = [];
        var steps = await new QueryPlans(database.Path).OfAsync(async db => found = await db.ResolvedSinceAsync(Some.Team.Value, Some.User.Value, Some.Moment.AddDays(-1), DigestSight.Most, CancellationToken.None));

        Assert.Equal([1], found.Select(incident => incident.Id.Number));
        Assert.Contains(steps, step => step.Contains("TeamId_ResolvedAt", StringComparison.Ordinal));
        Assert.DoesNotContain(steps, step => step.StartsWith("SCAN", StringComparison.Ordinal) || step.Contains("TEMP B-TREE", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_private_incident_is_in_nobodys_digest_who_may_not_know_of_it()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Alice.In(bot.General).Types("/incident declare");
        await bot.SettlesAsync();
        await bot.Alice.Submits(("title", "Somebody is inside"), ("privacy", new[] { "private" }));
        await bot.SettlesAsync();

        Assert.Contains("Somebody is inside", await bot.Alice.In(bot.General).Asks("/incident digest"), StringComparison.Ordinal);
        Assert.Contains("All is quiet", await bot.Bob.In(bot.General).Asks("/incident digest"), StringComparison.Ordinal);
        Assert.Contains("Say `on`, `off`", await bot.Bob.In(bot.General).Asks("/incident digest weekly"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_announcement_channel_hears_it_when_the_configuration_says_so()
    {
        await using var bot = await TestBot.StartConfiguredAsync("digest: { channel_at: '09:30', zone: Europe/Berlin }");
        await bot.Alice.Declares();
        await bot.LaterAsync(TimeSpan.FromMinutes(2));
        await Until.ItIsAsync(() => bot.Store.ReadAsync(db => db.Reminders.AnyAsync(row => row.Kind == ReminderKinds.Digest)));

        await bot.LaterAsync(TimeSpan.FromHours(1));
        Assert.Single(await SaidAsync(bot));
        await bot.LaterAsync(ADay);

        Assert.Equal(2, (await SaidAsync(bot)).Count);
    }

    [Fact]
    public void Its_settings_are_read_and_slips_are_named()
    {
        var good = ConfigFile.Read("digest: { channel_at: 8:15, zone: Europe/Berlin }", null);
        var bad = ConfigFile.Read("digest:\n  channel_at: noon\n  zone: Berlin\n", null).Problems;

        Assert.Empty(good.Problems);
        Assert.Equal((new TimeOnly(8, 15), "Europe/Berlin"), (good.Options.Digest.ChannelAt, good.Options.Digest.Zone.Id));
        Assert.Equal([2L, 3L], bad.Select(problem => problem.Line));
    }

    private static async Task<IReadOnlyList<string>> SaidAsync(TestBot bot) =>
        [.. (await bot.MessagesAsync(bot.Announcements)).Where(message => message.Text.Contains("How things stand", StringComparison.Ordinal)).Select(message => message.Text)];
}
