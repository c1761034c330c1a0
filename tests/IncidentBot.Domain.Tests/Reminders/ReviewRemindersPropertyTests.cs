using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Reminders;
using IncidentBot.Domain.Reviews;
using static IncidentBot.Domain.Tests.Decided;

namespace IncidentBot.Domain.Tests.Reminders;

public sealed class ReviewRemindersPropertyTests
{
    [Fact]
    public void The_next_reminder_is_the_first_of_all_that_is_still_to_come() => Seeds.Each(3_000, random =>
    {
        var (incident, policy) = Owing(random);
        var now = AMoment(random, incident, policy);

        Assert.Equal(Moments(incident.Review!, policy).First(moment => moment > now), ReviewReminders.Next(incident, policy, now));
    });

    [Fact]
    public void The_next_reminder_always_lies_ahead() => Seeds.Each(3_000, random =>
    {
        var (incident, policy) = Owing(random);
        var now = random.Next(2) == 0 ? AMoment(random, incident, policy) : incident.DeclaredAt + random.Between(TimeSpan.Zero, TimeSpan.FromDays(30_000));

        Assert.True(ReviewReminders.Next(incident, policy, now) > now, $"At {now:O} the next reminder was not ahead.");
    });

    [Fact]
    public void Followed_one_after_the_other_none_is_left_out_and_none_comes_twice() => Seeds.Each(300, random =>
    {
        var (incident, policy) = Owing(random);
        var given = new List<DateTimeOffset>();
        var now = incident.Review!.OpenedAt;
        for (var i = 0; i < 20; i++)
            given.Add(now = ReviewReminders.Next(incident, policy, now)!.Value);

        Assert.Equal(Moments(incident.Review, policy).Take(20), given);
    });

    [Fact]
    public void Once_settled_no_moment_brings_a_reminder() => Seeds.Each(500, random =>
    {
        var (incident, policy) = Owing(random);
        var now = AMoment(random, incident, policy);
        var settled = random.Next(3) switch
        {
            0 => PostIncidentReview.Complete(incident, "https://docs.example/7", Some.Ben, now),
            1 => PostIncidentReview.Waive(incident, "a drill", Some.Ben, now),
            _ => IncidentLifecycle.Reopen(incident, IncidentStatus.Investigating, Some.Ben, now),
        };

        Assert.Null(ReviewReminders.Next(Accepted(settled).After, policy, AMoment(random, incident, policy)));
    });

    private static (Incident Owing, ReviewPolicy Policy) Owing(Random random)
    {
        var policy = new ReviewPolicy
        {
            BySeverity = Some.Severities.Skip(1).ToDictionary(severity => severity.Key, _ => Time()),
            Otherwise = Time(),
            RemindBefore = Time(),
            ChaseEvery = Time(),
        };
        var live = Some.Incident(severity: random.OneOf(Some.Severities));
        var resolvedAt = live.DeclaredAt + random.Between(TimeSpan.Zero, TimeSpan.FromDays(9));
        return (Accepted(IncidentLifecycle.MoveTo(live, IncidentStatus.Resolved, policy, Some.Ben, resolvedAt)).After, policy);

        TimeSpan Time() => random.Next(2) == 0
            ? TimeSpan.FromDays(random.Next(1, 15))
            : random.Between(TimeSpan.FromMinutes(1), TimeSpan.FromDays(9));
    }

    /// <summary>Often exactly at a reminder or right beside it.</summary>
    private static DateTimeOffset AMoment(Random random, Incident incident, ReviewPolicy policy)
    {
        var moment = Moments(incident.Review!, policy).ElementAt(random.Next(6));
        return random.Next(4) switch
        {
            0 => moment,
            1 => moment.AddTicks(1),
            2 => moment.AddTicks(-1),
            _ => moment + random.Between(-policy.ChaseEvery, policy.ChaseEvery),
        };
    }

    private static IEnumerable<DateTimeOffset> Moments(Review review, ReviewPolicy policy)
    {
        if (review.DueAt - policy.RemindBefore > review.OpenedAt)
            yield return review.DueAt - policy.RemindBefore;
        for (var moment = review.DueAt; ; moment += policy.ChaseEvery)
            yield return moment;
    }
}
