using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Reminders;
using IncidentBot.Domain.Reviews;
using static IncidentBot.Domain.Tests.Decided;

namespace IncidentBot.Domain.Tests.Reminders;

public sealed class ReviewRemindersTests
{
    private static readonly ReviewPolicy Policy = new()
    {
        BySeverity = new Dictionary<string, TimeSpan> { [Severity.Sev1.Key] = TimeSpan.FromDays(3) },
        RemindBefore = TimeSpan.FromDays(1),
        ChaseEvery = TimeSpan.FromHours(12),
    };

    private static readonly Incident Owing =
        Accepted(IncidentLifecycle.MoveTo(Some.Incident(severity: Severity.Sev1), IncidentStatus.Resolved, Policy, Some.Cleo, Some.Now)).After;

    private static readonly DateTimeOffset Due = Some.Now.AddDays(3);

    [Fact]
    public void The_first_reminder_comes_before_it_is_due() => Assert.Equal(Due.AddDays(-1), Next(Some.Now));

    [Fact]
    public void Then_one_comes_when_it_is_due()
    {
        Assert.Equal(Due, Next(Due.AddDays(-1)));
        Assert.Equal(Due, Next(Due.AddTicks(-1)));
    }

    [Fact]
    public void The_moment_before_the_first_reminder_it_is_still_to_come() =>
        Assert.Equal(Due.AddDays(-1), Next(Due.AddDays(-1).AddTicks(-1)));

    [Fact]
    public void Overdue_it_is_chased_at_a_steady_pace()
    {
        Assert.Equal(Due.AddHours(12), Next(Due));
        Assert.Equal(Due.AddHours(12), Next(Due.AddHours(12).AddTicks(-1)));
        Assert.Equal(Due.AddHours(24), Next(Due.AddHours(12)));
        Assert.Equal(Due.AddHours(24), Next(Due.AddHours(13)));
    }

    [Fact]
    public void After_a_long_silence_one_moment_follows_and_none_is_made_up_for() =>
        Assert.Equal(Due.AddDays(400).AddHours(12), Next(Due.AddDays(400).AddHours(3)));

    [Fact]
    public void Where_less_time_is_given_than_the_warning_takes_the_first_reminder_is_the_due_one()
    {
        var hasty = Policy with { RemindBefore = TimeSpan.FromDays(4) };
        Assert.Equal(Due, ReviewReminders.Next(Owing, hasty, Some.Now.AddDays(-2)));
    }

    [Fact]
    public void The_warning_does_not_come_at_the_very_resolve()
    {
        var asLong = Policy with { RemindBefore = TimeSpan.FromDays(3) };
        Assert.Equal(Due, ReviewReminders.Next(Owing, asLong, Some.Now.AddTicks(-1)));
    }

    [Fact]
    public void Handing_it_over_moves_nothing()
    {
        var handedOver = Accepted(PostIncidentReview.AssignOwner(Owing, Some.Ana, Some.Ben, Some.Now)).After;
        Assert.Equal(Next(Some.Now), ReviewReminders.Next(handedOver, Policy, Some.Now));
    }

    [Fact]
    public void Closing_the_incident_lets_nobody_off()
    {
        var closed = Accepted(IncidentLifecycle.MoveTo(Owing, IncidentStatus.Closed, Policy, Some.Ben, Some.Now)).After;
        Assert.Equal(Due.AddDays(-1), ReviewReminders.Next(closed, Policy, Some.Now));
    }

    [Fact]
    public void Nobody_is_reminded_of_a_review_that_is_not_owed()
    {
        Decision[] settled =
        [
            PostIncidentReview.Complete(Owing, "https://docs.example/7", Some.Ben, Some.Now),
            PostIncidentReview.Waive(Owing, "a drill", Some.Ben, Some.Now),
            IncidentLifecycle.Reopen(Owing, IncidentStatus.Investigating, Some.Ben, Some.Now),
        ];

        Assert.Null(ReviewReminders.Next(Some.Incident(IncidentStatus.Monitoring), Policy, Some.Now));
        foreach (var decision in settled)
        {
            Assert.Null(ReviewReminders.Next(Accepted(decision).After, Policy, Some.Now));
            Assert.Null(ReviewReminders.Next(Accepted(decision).After, Policy, Due.AddDays(30)));
        }
    }

    private static DateTimeOffset? Next(DateTimeOffset now) => ReviewReminders.Next(Owing, Policy, now);
}
