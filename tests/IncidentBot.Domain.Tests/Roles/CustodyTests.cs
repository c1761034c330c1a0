using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Roles;
using static IncidentBot.Domain.Tests.Decided;

namespace IncidentBot.Domain.Tests.Roles;

public sealed class CustodyTests
{
    [Fact]
    public void Before_anybody_took_command_nobody_had_it()
    {
        Assert.Equal([new CustodyStretch(null, Some.Start, Some.Now)], Custody.Stretches(Some.Incident(), Some.Now));
        Assert.Equal(Some.Now - Some.Start, Custody.Gap(Some.Incident(), Some.Now));
        Assert.Equal(Some.Start, Custody.FreeSince(Some.Incident()));
    }

    [Fact]
    public void Every_change_of_command_is_a_link_and_the_times_without_are_the_gap()
    {
        var taken = Accepted(Command.Take(Some.Incident(), Some.Ana, Some.Start.AddMinutes(5))).After;
        var passed = Accepted(Command.Assign(taken, Some.Ben, Some.Ana, Some.Start.AddMinutes(20))).After;
        var left = Accepted(Command.Leave(passed, Some.Ben, Some.Start.AddMinutes(30))).After;

        Assert.Equal(
            [
                new CustodyStretch(null, Some.Start, Some.Start.AddMinutes(5)),
                new CustodyStretch(Some.Ana, Some.Start.AddMinutes(5), Some.Start.AddMinutes(20)),
                new CustodyStretch(Some.Ben, Some.Start.AddMinutes(20), Some.Start.AddMinutes(30)),
                new CustodyStretch(null, Some.Start.AddMinutes(30), Some.Start.AddMinutes(31)),
            ],
            Custody.Stretches(left, Some.Start.AddMinutes(31)));
        Assert.Equal(TimeSpan.FromMinutes(6), Custody.Gap(left, Some.Start.AddMinutes(31)));
        Assert.Equal(Some.Start.AddMinutes(30), Custody.FreeSince(left));
        Assert.Null(Custody.FreeSince(passed));
    }

    [Fact]
    public void The_time_between_resolve_and_reopen_is_nobodys()
    {
        var resolved = Accepted(IncidentLifecycle.MoveTo(Some.Incident(), IncidentStatus.Resolved, Some.Policy, Some.Ana, Some.Start.AddMinutes(10))).After;
        var reopened = Accepted(IncidentLifecycle.Reopen(resolved, IncidentStatus.Investigating, Some.Ana, Some.Start.AddDays(1))).After;

        Assert.Equal(TimeSpan.FromMinutes(10), Custody.Gap(resolved, Some.Start.AddHours(5)));
        Assert.Equal(TimeSpan.FromMinutes(15), Custody.Gap(reopened, Some.Start.AddDays(1).AddMinutes(5)));
        Assert.Equal(Some.Start.AddDays(1), Custody.FreeSince(reopened));
    }

    [Fact]
    public void What_comes_late_begins_where_the_last_link_does()
    {
        var taken = Accepted(Command.Take(Some.Incident(), Some.Ana, Some.Now)).After;
        var late = Accepted(Command.Assign(taken, Some.Ben, Some.Ben, Some.Now.AddMinutes(-1))).After;

        Assert.All(Custody.Stretches(late, Some.Now), stretch => Assert.True(stretch.Length >= TimeSpan.Zero));
    }

    [Fact]
    public void The_stretches_always_cover_the_time_it_was_live_without_a_hole() => Seeds.Each(500, random =>
    {
        var (incident, now) = (Some.Incident(), Some.Start);
        for (var step = 0; step < 20; step++)
        {
            now += random.Between(TimeSpan.Zero, TimeSpan.FromHours(1));
            var by = random.OneOf(Some.People);
            var decision = random.Next(3) == 0 ? Command.Leave(incident, by, now) : Command.Assign(incident, by, by, now);
            incident = decision is Decision.Accepted accepted ? accepted.After : incident;
        }
        var stretches = Custody.Stretches(incident, now);

        Assert.Equal(now - Some.Start, stretches.Aggregate(TimeSpan.Zero, (sum, stretch) => sum + stretch.Length));
        Assert.All(stretches.Zip(stretches.Skip(1)), pair => Assert.Equal(pair.First.Until, pair.Second.From));
    });
}
