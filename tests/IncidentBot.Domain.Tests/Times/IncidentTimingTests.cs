using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Roles;
using IncidentBot.Domain.Times;
using static IncidentBot.Domain.Tests.Decided;

namespace IncidentBot.Domain.Tests.Times;

public sealed class IncidentTimingTests
{
    private static readonly DateTimeOffset Earlier = Some.Start.AddHours(-2);

    [Fact]
    public void What_nobody_said_is_unknown_and_nothing_is_counted_from_it()
    {
        var incident = Some.Incident();

        Assert.Equal(
            [NamedTime.FirstAction, NamedTime.Declared],
            Enum.GetValues<NamedTime>().Where(name => IncidentTiming.At(incident, name) is not null));
        Assert.All(Measure.All, measure => Assert.Null(measure.Of(incident)));
    }

    [Fact]
    public void States_mark_their_moments_the_first_time_and_moving_back_takes_back_the_later_ones()
    {
        var identified = MoveTo(Some.Incident(), IncidentStatus.Identified, Some.Start.AddMinutes(10));
        var watched = MoveTo(identified, IncidentStatus.Monitoring, Some.Start.AddMinutes(20));
        var again = MoveTo(watched, IncidentStatus.Identified, Some.Start.AddMinutes(30));
        var lost = MoveTo(again, IncidentStatus.Investigating, Some.Start.AddMinutes(40));

        Assert.Equal((Some.Start.AddMinutes(10), Some.Start.AddMinutes(20)), (At(watched, NamedTime.Identified), At(watched, NamedTime.Mitigated)));
        Assert.Equal((Some.Start.AddMinutes(10), null), (At(again, NamedTime.Identified), At(again, NamedTime.Mitigated)));
        Assert.Null(At(lost, NamedTime.Identified));
        var skipped = MoveTo(lost, IncidentStatus.Monitoring, Some.Start.AddMinutes(50));
        Assert.Equal((null, Some.Start.AddMinutes(50)), (At(skipped, NamedTime.Identified), At(skipped, NamedTime.Mitigated)));
    }

    [Fact]
    public void What_a_person_gave_goes_before_what_was_seen_and_what_was_seen_comes_back()
    {
        var seen = MoveTo(Some.Incident(), IncidentStatus.Monitoring, Some.Start.AddMinutes(20));

        var given = seen with { Times = seen.Times.With(new Stamp(NamedTime.Mitigated, Some.Start.AddMinutes(5), IsGiven: true)) };
        Accepted(
            IncidentTiming.Correct(seen, NamedTime.Mitigated, Some.Start.AddMinutes(5), "the graph says so", Some.Ben, Some.Now),
            given,
            new TimeCorrected(NamedTime.Mitigated, Some.Start.AddMinutes(20), Some.Start.AddMinutes(5), "the graph says so", Some.Ben, Some.Now));
        var unknown = Accepted(IncidentTiming.Correct(given, NamedTime.Mitigated, null, "", Some.Ben, Some.Now)).After;
        var released = Accepted(IncidentTiming.Release(unknown, NamedTime.Mitigated, "", Some.Ben, Some.Now)).After;

        Assert.Equal((Some.Start.AddMinutes(5), null, Some.Start.AddMinutes(20)), (At(given, NamedTime.Mitigated), At(unknown, NamedTime.Mitigated), At(released, NamedTime.Mitigated)));
    }

    [Fact]
    public void The_time_it_has_is_refused_and_so_is_not_knowing_when_it_was_declared()
    {
        Refused(new AlreadyAtThatTime(NamedTime.Declared, Some.Start), IncidentTiming.Correct(Some.Incident(), NamedTime.Declared, Some.Start, "", Some.Ben, Some.Now));
        Refused(new AlreadyAtThatTime(NamedTime.ImpactStart, null), IncidentTiming.Release(Some.Incident(), NamedTime.ImpactStart, "", Some.Ben, Some.Now));
        Refused(new DeclaredIsKnown(), IncidentTiming.Correct(Some.Incident(), NamedTime.Declared, null, "", Some.Ben, Some.Now));
    }

    [Fact]
    public void The_first_human_action_is_the_earlier_of_declaring_and_acknowledging_unless_somebody_says_otherwise()
    {
        var seen = Accepted(Acknowledgement.Give(Some.Incident(), Some.Ben, Some.Now)).After;
        Assert.Equal(Some.Start, At(seen, NamedTime.FirstAction));

        var before = Accepted(IncidentTiming.Correct(seen, NamedTime.Acknowledged, Earlier, "", Some.Ben, Some.Now)).After;
        Assert.Equal(Earlier, At(before, NamedTime.FirstAction));

        var given = Accepted(IncidentTiming.Correct(before, NamedTime.FirstAction, Some.Start.AddMinutes(-1), "", Some.Ben, Some.Now)).After;
        Assert.Equal(Some.Start.AddMinutes(-1), At(given, NamedTime.FirstAction));
    }

    [Fact]
    public void Reopening_and_taking_back_forget_what_was_given_of_what_is_no_more()
    {
        var resolved = Accepted(IncidentTiming.Correct(Some.Incident(IncidentStatus.Resolved), NamedTime.Resolved, Earlier, "", Some.Ben, Some.Now)).After;
        var seen = Accepted(IncidentTiming.Correct(Accepted(Acknowledgement.Give(Some.Incident(), Some.Ben, Some.Now)).After, NamedTime.Acknowledged, Earlier, "", Some.Ben, Some.Now)).After;

        Assert.Null(At(Accepted(IncidentLifecycle.Reopen(resolved, IncidentStatus.Investigating, Some.Ben, Some.Now)).After, NamedTime.Resolved));
        Assert.Null(At(Accepted(Acknowledgement.Withdraw(seen, Some.Ben, Some.Now)).After, NamedTime.Acknowledged));
    }

    [Fact]
    public void Moments_that_contradict_each_other_are_shown_as_they_are()
    {
        var incident = Accepted(IncidentTiming.Correct(Some.Incident(IncidentStatus.Resolved), NamedTime.ImpactStart, Some.Now, "", Some.Ben, Some.Now)).After;

        Assert.Equal(Some.Start - Some.Now, Measure.Total.Of(incident));
    }

    [Fact]
    public void Any_measure_is_the_difference_of_its_two_moments_or_unknown() => Seeds.Each(300, random =>
    {
        var incident = Some.Incident(random.OneOf(Some.Statuses));
        for (var step = 0; step < 12; step++)
        {
            var (name, to) = (random.OneOf(Enum.GetValues<NamedTime>()), random.Next(4) == 0 ? (DateTimeOffset?)null : Some.Start + random.Between(TimeSpan.FromDays(-2), TimeSpan.FromDays(2)));
            var decision = random.Next(5) == 0
                ? IncidentTiming.Release(incident, name, "", Some.Ben, Some.Now)
                : IncidentTiming.Correct(incident, name, to, "", Some.Ben, Some.Now);
            if (decision is Decision.Accepted accepted)
            {
                var happened = Assert.IsType<TimeCorrected>(Assert.Single(accepted.Events));
                Assert.Equal((At(incident, name), At(accepted.After, name)), (happened.From, happened.To));
                Assert.NotEqual(happened.From, happened.To);
                incident = accepted.After;
            }
            Assert.NotNull(At(incident, NamedTime.Declared));
            Assert.All(Measure.All, measure => Assert.Equal(
                At(incident, measure.From) is { } from && At(incident, measure.To) is { } until ? until - from : null, measure.Of(incident)));
        }
    });

    [Fact]
    public void Who_noticed_first_and_when_are_one_decision()
    {
        var (support, staff) = (new DetectionSource("support", "Customer support"), new DetectionSource("staff", "Staff"));
        var incident = Some.Incident();

        var named = incident with { DetectedBy = support, Times = IncidentTimes.None.With(new Stamp(NamedTime.Detected, Earlier, IsGiven: true)) };
        Accepted(
            Detection.Name(incident, support, Earlier, Some.Ben, Some.Now),
            named,
            new DetectionNamed(null, support, Some.Ben, Some.Now),
            new TimeCorrected(NamedTime.Detected, null, Earlier, "", Some.Ben, Some.Now));
        Refused(new AlreadyDetectedSo(support), Detection.Name(named, support, null, Some.Ben, Some.Now));
        Assert.Equal([new DetectionNamed(support, staff, Some.Ben, Some.Now)], Accepted(Detection.Name(named, staff, null, Some.Ben, Some.Now)).Events);
        Assert.IsType<TimeCorrected>(Assert.Single(Accepted(Detection.Name(named, support, Earlier.AddMinutes(1), Some.Ben, Some.Now)).Events));
    }

    [Theory]
    [InlineData("support 17:11", "support", "17:11")]
    [InlineData("a customer", "customer", "")]
    [InlineData("an alert", null, null)]
    [InlineData("Alert", "monitoring", "")]
    public void A_source_is_read_as_people_say_it(string words, string? key, string? after) =>
        Assert.Equal((key, after), (DetectionSources.Default.Read(words)?.Source.Key, DetectionSources.Default.Read(words)?.After));

    [Fact]
    public void Declared_from_a_message_its_time_is_the_first_signal() => Assert.Equal(
        Earlier, At(Accepted((Some.Declaration() with { FirstSignal = Earlier }).Declare(Some.Id, Some.Start)).After, NamedTime.Detected));

    private static DateTimeOffset? At(Incident incident, NamedTime name) => IncidentTiming.At(incident, name);

    private static Incident MoveTo(Incident incident, IncidentStatus to, DateTimeOffset at) => Accepted(IncidentLifecycle.MoveTo(incident, to, Some.Policy, Some.Ben, at)).After;
}
