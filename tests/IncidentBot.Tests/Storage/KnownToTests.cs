using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Reviews;
using IncidentBot.Domain.Roles;
using IncidentBot.Storage;
using IncidentBot.TestKit;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Storage;

/// <summary>Who may know of an incident is one rule, asked of one incident or of all there are.</summary>
public sealed class KnownToTests
{
    private static readonly string[] People = ["U1", "U2", "U3", "U11", "UEXTERNAL"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task The_lists_show_whom_the_rule_permits_and_nobody_else(int seed)
    {
        using var database = await FreshDatabase.CreateAsync();
        await using var db = Context(database.Path);
        var chance = new Random(seed);
        db.People.Add(new PersonRow { TeamId = Some.Team.Value, UserId = "UEXTERNAL", IsExternal = true });
        List<Incident> all = [.. Enumerable.Range(1, 60).Select(number => Any(number, chance))];
        foreach (var incident in all)
        {
            var row = new IncidentRow { TeamId = Some.Team.Value, Number = incident.Id.Number };
            row.Take(incident);
            db.Incidents.Add(row);
            if (chance.Next(4) == 0)
                db.Tasks.Add(new TaskRow { TeamId = Some.Team.Value, Number = incident.Id.Number, TaskNumber = 1, Owner = Somebody(chance).Value });
        }
        await db.SaveChangesAsync();

        foreach (var person in People)
        {
            var permitted = new List<int>();
            foreach (var incident in all)
            {
                if (await db.MayKnowOfAsync(incident, new UserId(person), CancellationToken.None))
                    permitted.Add(incident.Id.Number);
            }
            var live = await db.NewestOpenAsync(Some.Team.Value, person, 100, CancellationToken.None);
            var over = await db.NewestOverAsync(Some.Team.Value, person, 100, CancellationToken.None);
            var overdue = await db.OverdueReviewsAsync(Some.Team.Value, person, Some.Moment.AddYears(1), 100, CancellationToken.None);

            Assert.Equal(permitted, live.Concat(over).Select(incident => incident.Id.Number).Order());
            Assert.Equal(permitted.Where(number => all[number - 1].Review is not null), overdue.Select(incident => incident.Id.Number).Order());
        }
        Assert.Empty(await db.NewestOpenAsync(Some.Team.Value, "UEXTERNAL", 100, CancellationToken.None));
        Assert.Empty(await db.WhoMayKnowOfAsync(all.First(incident => !incident.IsPrivate), ["UEXTERNAL"], CancellationToken.None));
        Assert.DoesNotContain(await db.NewestOpenAsync(Some.Team.Value, "", 100, CancellationToken.None), incident => incident.IsPrivate);
    }

    private static Incident Any(int number, Random chance) => Some.Incident(number, status: chance.Next(2) == 0 ? IncidentStatus.Triage : IncidentStatus.Resolved, commander: Perhaps(chance)) with
    {
        Channel = null,
        Card = null,
        IsPrivate = chance.Next(3) > 0,
        Reporter = Somebody(chance),
        Offer = Perhaps(chance) is { } to ? new CommandOffer(to, Some.User, Some.Moment, Some.Moment) : null,
        Review = Perhaps(chance) is { } owner ? new Review(owner, Some.Moment, Some.Moment) : null,
        Roles = RoleHolders.Of(Enumerable.Range(0, chance.Next(3)).Select(i => new RoleHolder($"r{i}", "Scribe", Somebody(chance)))),
    };

    private static UserId Somebody(Random chance) => new(People[chance.Next(People.Length)]);

    private static UserId? Perhaps(Random chance) => chance.Next(3) == 0 ? Somebody(chance) : null;

    private static BotDbContext Context(string path) => new(new DbContextOptionsBuilder<BotDbContext>().UseSqlite($"Data Source={path};Pooling=False").Options);
}
