using IncidentBot.Domain.Reminders;
using IncidentBot.Domain.Tasks;

namespace IncidentBot.Domain.Tests.Reminders;

public sealed class TaskRemindersTests
{
    private static readonly TaskPolicy Policy = new();
    private static readonly DateTimeOffset Due = Some.Now.AddHours(2);
    private static readonly IncidentTask Task = new(Some.Id, 3, "restart the queue", TaskSort.Task, Some.Ana, Some.Now) { Owner = Some.Ben, DueAt = Due };

    [Fact]
    public void It_is_reminded_of_when_it_is_due_and_then_every_day()
    {
        Assert.Equal(Due, TaskReminders.Next(Task, isLive: true, Policy, Some.Now));
        Assert.Equal(Due.AddDays(1), TaskReminders.Next(Task, isLive: true, Policy, Due));
        Assert.Equal(Due.AddDays(4), TaskReminders.Next(Task, isLive: true, Policy, Due.AddDays(3).AddMinutes(1)));
    }

    [Fact]
    public void A_follow_up_is_chased_after_the_incident_too_and_less_often()
    {
        var later = Task with { Sort = TaskSort.FollowUp };

        Assert.Equal(Due.AddDays(7), TaskReminders.Next(later, isLive: false, Policy, Due));
        Assert.True(TaskReminders.IsDue(later, isLive: false, Due));
    }

    [Fact]
    public void What_is_settled_has_no_time_or_came_too_late_is_not_chased()
    {
        Assert.All(
            [(Task with { State = TaskState.Done }, true), (Task with { State = TaskState.Dropped }, true), (Task with { DueAt = null }, true), (Task, false)],
            each =>
            {
                Assert.Null(TaskReminders.Next(each.Item1, each.Item2, Policy, Some.Now));
                Assert.False(TaskReminders.IsDue(each.Item1, each.Item2, Due));
            });
        Assert.False(TaskReminders.IsDue(Task, isLive: true, Due.AddTicks(-1)));
    }
}
