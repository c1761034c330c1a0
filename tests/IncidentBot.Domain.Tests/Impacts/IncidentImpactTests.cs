using IncidentBot.Domain.Impacts;
using IncidentBot.Domain.Incidents;
using static IncidentBot.Domain.Tests.Decided;

namespace IncidentBot.Domain.Tests.Impacts;

public sealed class IncidentImpactTests
{
    private static readonly IReadOnlyList<ImpactThreshold> Thresholds = [new(Severity.Sev1, 20), new(Severity.Sev2, 5)];

    [Theory]
    [InlineData("4200", "60000", "7", "7")]
    [InlineData("200-300", "1000", "20", "30")]
    [InlineData("200", "1000-2000", "10", "20")]
    [InlineData("200-300", "1000-2000", "10", "30")]
    [InlineData("0", "60000", "0", "0")]
    [InlineData("90", "60", "150", "150")]
    public void It_is_affected_by_daily_times_a_hundred(string affected, string daily, string least, string most) => Assert.Equal(
        new ImpactShare(decimal.Parse(least, null), decimal.Parse(most, null)),
        Estimate(affected, daily).Share);

    [Theory]
    [InlineData("unknown", "60000", true)]
    [InlineData("4200", "unknown", true)]
    [InlineData("4200", "0", true)]
    [InlineData("4200", "0-10", true)]
    [InlineData("unknown", "unknown", false)]
    public void What_cannot_be_worked_out_is_unknown_and_never_zero(string affected, string daily, bool areDistinct) =>
        Assert.Null(Estimate(affected, daily, areDistinct).Share);

    [Theory]
    [InlineData(50, 70, 60, 100, false)]
    [InlineData(900, 1_100, 1_000, 1_000, false)]
    [InlineData(1_000, 1_000, 1_000, 1_000, false)]
    [InlineData(101, 120, 60, 100, true)]
    public void More_are_affected_than_there_are_only_where_even_the_fewest_are_more_than_the_most(long least, long most, long leastDaily, long mostDaily, bool isMore) =>
        Assert.Equal(isMore, new ImpactEstimate(new AffectedUsers(new PeopleCount(least, most), true), new DailyActiveUsers(new PeopleCount(leastDaily, mostDaily)), Some.Ana, Some.Now).IsMoreThanAll);

    [Fact]
    public void Any_share_lies_between_its_ends_grows_with_the_affected_and_gives_the_affected_back() => Seeds.Each(1_000, random =>
    {
        var (affected, daily) = (Any(random, 0), Any(random, 1));
        var share = new ImpactEstimate(new AffectedUsers(affected, true), new DailyActiveUsers(daily), Some.Ana, Some.Now).Share!;
        var more = new ImpactEstimate(new AffectedUsers(new PeopleCount(affected.Least + 1, affected.Most + 1), true), new DailyActiveUsers(daily), Some.Ana, Some.Now).Share!;

        Assert.True(share.Least <= share.Most);
        Assert.True(more.Least > share.Least && more.Most > share.Most);
        Assert.Equal(affected.Least, Math.Round(share.Least * daily.Most / 100, 6));
        Assert.Equal(affected.Most, Math.Round(share.Most * daily.Least / 100, 6));
        if (affected.Least == affected.Most && daily.Least == daily.Most)
            Assert.Equal(share.Least, share.Most);
    });

    [Fact]
    public void Of_very_many_the_oldest_that_were_taken_back_go_first_and_never_what_holds()
    {
        var history = ImpactHistory.None.With(Nth(0)).With(Nth(1));
        for (var i = 2; i < 3 * ImpactHistory.Most; i++)
            history = history.With(Nth(i)).TakenBack(Some.Ben);

        Assert.Equal(ImpactHistory.Most, history.All.Count);
        Assert.Equal([Nth(0), Nth(1)], history.All.Take(2));
        Assert.Equal(Nth(1), history.Last);
        Assert.Equal(Nth(3 * ImpactHistory.Most - 1).At, history.All[^1].At);
        Assert.Equal(Nth(2), Enumerable.Range(2, ImpactHistory.Most).Aggregate(ImpactHistory.None.With(Nth(0)).With(Nth(1)), (all, i) => all.With(Nth(i))).All[0]);

        static ImpactEstimate Nth(int i) => Estimate("200", "1000") with { At = Some.Now.AddMinutes(i) };
    }

    [Fact]
    public void Every_estimate_is_kept_with_who_and_when_and_the_last_one_holds()
    {
        var incident = Some.Incident();
        var (affected, daily) = (new AffectedUsers(new PeopleCount(200, 300), true) { Source = "logs", Window = "10:00 to 11:00" }, new DailyActiveUsers(new PeopleCount(1_000, 1_000)) { Source = "analytics" });
        var first = new ImpactEstimate(affected, daily, Some.Ben, Some.Now);

        Accepted(
            IncidentImpact.Estimate(incident, affected, daily, Some.Ben, Some.Now),
            incident with { Impacts = ImpactHistory.None.With(first) },
            new ImpactEstimated(first, Some.Ben, Some.Now));
        var once = incident with { Impacts = ImpactHistory.None.With(first) };
        Refused(new SameImpact(), IncidentImpact.Estimate(once, affected, daily, Some.Ana, Some.Now.AddMinutes(1)));
        var twice = Accepted(IncidentImpact.Estimate(once, affected with { AreDistinct = false }, daily, Some.Ana, Some.Now.AddMinutes(1))).After;
        Assert.Equal([(Some.Ben, Some.Now), (Some.Ana, Some.Now.AddMinutes(1))], twice.Impacts.All.Select(each => (each.By, each.At)));
        Assert.Equal(new ImpactShare(0, 30), twice.Impacts.Last!.Share);
    }

    [Theory]
    [InlineData("90", "60", true, true)]
    [InlineData("90", "60", null, true)]
    [InlineData("90", "60", false, false)]
    [InlineData("50-70", "60", true, false)]
    [InlineData("61-70", "60", true, true)]
    [InlineData("60", "60", true, false)]
    [InlineData("1", "0", null, true)]
    [InlineData("unknown", "60", true, false)]
    public void More_users_than_there_are_is_a_slip_unless_occurrences_are_counted(string affected, string daily, bool? areDistinct, bool isRefused)
    {
        var decision = IncidentImpact.Estimate(Some.Incident(), new AffectedUsers(PeopleCount.Read(affected), areDistinct), new DailyActiveUsers(PeopleCount.Read(daily)), Some.Ana, Some.Now);

        Assert.Equal(isRefused, decision is Decision.Refused { Why: MoreAffectedThanThereAre });
    }

    [Theory]
    [InlineData(null)]
    [InlineData(false)]
    public void Unless_everybody_counts_once_only_the_upper_end_is_known(bool? areDistinct) => Assert.Equal(
        new ImpactShare(0, 30),
        new ImpactEstimate(new AffectedUsers(new PeopleCount(200, 300), areDistinct), new DailyActiveUsers(new PeopleCount(1_000, 1_000)), Some.Ana, Some.Now).Share);

    [Fact]
    public void Taken_back_what_was_before_it_holds_again()
    {
        var (first, second) = (Estimate("10", "100"), Estimate("20", "100"));
        var incident = Some.Incident() with { Impacts = ImpactHistory.None.With(first).With(second) };

        Accepted(IncidentImpact.TakeBack(incident, Some.Ben, Some.Now), incident with { Impacts = ImpactHistory.None.With(first).With(second with { TakenBackBy = Some.Ben }) }, new ImpactTakenBack(second, first, Some.Ben, Some.Now));
        var twice = Accepted(IncidentImpact.TakeBack(Accepted(IncidentImpact.TakeBack(incident, Some.Ben, Some.Now)).After, Some.Ana, Some.Now));
        Assert.Equal([new ImpactTakenBack(first, null, Some.Ana, Some.Now)], twice.Events);
        Assert.Null(twice.After.Impacts.Last);
        Refused(new NoImpactYet(), IncidentImpact.TakeBack(twice.After, Some.Ben, Some.Now));
        Assert.Equal(second.Affected, Accepted(IncidentImpact.Estimate(twice.After, second.Affected, second.Daily, Some.Ana, Some.Now)).After.Impacts.Last!.Affected);
        Refused(new NoImpactYet(), IncidentImpact.TakeBack(Some.Incident(), Some.Ben, Some.Now));
    }

    [Fact]
    public void Of_very_many_the_newest_are_kept()
    {
        var all = Enumerable.Range(1, 50).Select(i => Estimate($"{i}", "100")).ToList();

        Assert.Equal(all.TakeLast(ImpactHistory.Most), all.Aggregate(ImpactHistory.None, (history, each) => history.With(each)).All);
    }

    [Theory]
    [InlineData("25", "unset", "sev1")]
    [InlineData("20", "sev2", "sev1")]
    [InlineData("7", "unset", "sev2")]
    [InlineData("7", "sev3", "sev2")]
    [InlineData("3-7", "sev3", "sev2")]
    [InlineData("7", "sev2", null)]
    [InlineData("7", "sev1", null)]
    [InlineData("4", "unset", null)]
    [InlineData("unknown", "unset", null)]
    public void A_worse_severity_is_suggested_where_its_threshold_is_crossed(string affected, string severity, string? suggested)
    {
        var incident = Some.Incident(severity: Some.SeverityOf(severity)) with { Impacts = ImpactHistory.None.With(Estimate(affected, "100")) };

        Assert.Equal(suggested, IncidentImpact.Suggested(incident, Thresholds)?.Key);
        Assert.Null(IncidentImpact.Suggested(incident with { Status = IncidentStatus.Resolved }, Thresholds));
    }

    [Fact]
    public void Words_that_are_forgotten_leave_the_numbers()
    {
        var estimate = Estimate("5", "100") with { Affected = new AffectedUsers(new PeopleCount(5, 5), true) { Source = "a secret", Window = "now", Link = "https://a.example" } };
        var history = ImpactHistory.None.With(estimate);

        Assert.Equal(ImpactHistory.None.With(estimate with { Affected = new AffectedUsers(new PeopleCount(5, 5), true) }), history.WithoutWordsOf(Some.Now));
        Assert.Equal(history, history.WithoutWordsOf(Some.Start));
    }

    private static ImpactEstimate Estimate(string affected, string daily, bool areDistinct = true) =>
        new(new AffectedUsers(PeopleCount.Read(affected), areDistinct), new DailyActiveUsers(PeopleCount.Read(daily)), Some.Ana, Some.Now);

    private static PeopleCount Any(Random random, long least)
    {
        var from = random.NextInt64(least, 1_000_000);
        return new PeopleCount(from, random.Next(2) == 0 ? from : from + random.NextInt64(0, 1_000));
    }
}
