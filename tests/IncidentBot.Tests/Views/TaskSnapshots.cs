using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Tasks;
using IncidentBot.Incidents;
using IncidentBot.Storage;
using IncidentBot.Tasks;
using IncidentBot.TestKit;
using IncidentBot.Wording;

namespace IncidentBot.Tests.Views;

/// <summary>What people read about what is to be done.</summary>
public sealed class TaskSnapshots
{
    private static readonly Incident Live = Some.Incident(severity: Severity.Sev2, status: IncidentStatus.Identified, commander: Some.OtherUser);
    private static readonly IncidentTask Given = Some.Task() with { Owner = Some.OtherUser, DueAt = Some.Moment.AddHours(3) };

    [Fact]
    public void A_task_that_was_added()
    {
        var added = new TaskAdded(Given, Some.User, Some.Moment);
        Snapshot.Match("task-added", TaskReplies.Done(Live, new Decision.Accepted(Live with { Version = 2 }, [added]), added, Live.Channel));
        Snapshot.Match("task-added-thread", TaskWords.InThread(added with { Task = Some.Task() }, Live));
        Snapshot.Match("task-given", TaskGiven.ToOwner(Live, Given, Some.User));
        Snapshot.Match("task-one", TaskReplies.One(Live, Given));
        Snapshot.Match("task-missing", TaskReplies.NoSuchTask(Live, 9));
    }

    [Fact]
    public void Reminders_and_the_question_at_the_end()
    {
        Snapshot.Match("task-due", TaskReminder.To(Some.OtherUser, Live, Given, Given.DueAt!.Value));
        Snapshot.Match("task-overdue-nobodys", TaskReminder.To(Some.User, Live, Given with { Owner = null, Sort = TaskSort.FollowUp }, Given.DueAt!.Value.AddDays(1)));
        Snapshot.Match("task-due-thread", TaskReminder.InThread(Live, Some.Task(), Some.Moment));
        Snapshot.Match("close-open-tasks", CloseReplies.OpenTasks(Live, new Going(IncidentStatus.Closed, "All is well") { OpenTasks = [Given, Some.Task("tell support")] }, open: 2, request: 42));
        Snapshot.Match("task-already", TaskReplies.IsTaskAlready(Live, Given));
        Snapshot.Match("task-not-read", TaskReplies.NotRead("message_not_found"));
    }

    [Fact]
    public void Of_very_many_tasks_some_are_named_and_the_others_counted()
    {
        var tasks = Enumerable.Range(1, 1_000).Select(i => Some.Task(new string('&', 500).Replace("&", "&amp;", StringComparison.Ordinal)) with { Number = i }).ToList();
        var asked = CloseReplies.OpenTasks(Live, new Going(IncidentStatus.Closed, new string('x', 12_000)) { OpenTasks = tasks }, open: 1_234, request: long.MaxValue);
        var done = Replies.Done(Live, new Decision.Accepted(Live with { Version = 2 }, [new IncidentClosed(Some.User, Some.Moment), .. tasks.Select(task => new TaskMoved(task, Some.User, Some.Moment))]), Live.Channel);

        Assert.Contains("1234 tasks are still open", asked.Text, StringComparison.Ordinal);
        Assert.Contains("… and 1229 more", asked.Text, StringComparison.Ordinal);
        Assert.EndsWith("… and 995 more tasks in the same way.", done.Text, StringComparison.Ordinal);
        Assert.Empty(ViewRules.Broken(asked));
        Assert.Empty(ViewRules.Broken(done));
    }

    [Fact]
    public void The_lists()
    {
        var done = Some.Task("tell support") with { Number = 1, State = TaskState.Done, Permalink = "https://example.com/archives/C1/p1" };
        Snapshot.Match("tasks", TaskListReply.Of(Live, TaskSort.Task, Page(done, Some.Task(), Given with { Number = 4 }), all: true));
        Snapshot.Match("tasks-none", TaskListReply.Of(Live, TaskSort.Task, Page<IncidentTask>(), all: false));
        Snapshot.Match("followups-none", TaskListReply.Of(Live, TaskSort.FollowUp, Page<IncidentTask>(), all: true));
        Snapshot.Match("tasks-mine", TaskListReply.Mine(Page(new TaskOf(Given, Live), new TaskOf(Given with { Number = 4, Sort = TaskSort.FollowUp, DueAt = null }, Live))));
        Snapshot.Match("tasks-mine-none", TaskListReply.Mine(Page<TaskOf>()));
    }

    private static Page<T> Page<T>(params IReadOnlyList<T> rows) => new(rows, 1, 0, 0);
}
