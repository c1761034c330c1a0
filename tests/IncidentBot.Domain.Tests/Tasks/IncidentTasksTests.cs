using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Tasks;
using static IncidentBot.Domain.Tests.Decided;

namespace IncidentBot.Domain.Tests.Tasks;

public sealed class IncidentTasksTests
{
    private static readonly IncidentTask Task = new(Some.Id, 3, "restart the queue", TaskSort.Task, Some.Ana, Some.Now);

    [Fact]
    public void What_is_still_open_at_the_end_becomes_follow_ups_and_is_known_to_have_been()
    {
        var incident = Some.Incident();
        var (settled, later) = (Task with { State = TaskState.Done }, Task with { Sort = TaskSort.FollowUp });

        var ended = IncidentTasks.GoOnAfterwards(new Decision.Accepted(incident, []), [Task, settled, later], Some.Ana, Some.Now);

        Assert.Equal([new TaskMoved(Task with { Sort = TaskSort.FollowUp }, Some.Ana, Some.Now) { AtTheEnd = true }], Assert.IsType<Decision.Accepted>(ended).Events);
        Refused(new NotNow(), IncidentTasks.GoOnAfterwards(Decision.Refuse(new NotNow()), [Task], Some.Ana, Some.Now));
    }

    private sealed record NotNow : Refusal;

    [Fact]
    public void Added_it_is_told_by_whoever_added_it()
    {
        var incident = Some.Incident();

        Accepted(IncidentTasks.Add(incident, Task, Some.Ben, Some.Now), incident, new TaskAdded(Task with { AddedBy = Some.Ben }, Some.Ben, Some.Now));
    }

    [Fact]
    public void Added_to_what_is_over_it_is_a_follow_up()
    {
        var added = Assert.IsType<TaskAdded>(Assert.Single(Accepted(IncidentTasks.Add(Some.Incident(IncidentStatus.Resolved), Task, Some.Ben, Some.Now)).Events));

        Assert.Equal(TaskSort.FollowUp, added.Task.Sort);
    }

    [Fact]
    public void Without_words_or_with_too_many_it_is_not_added()
    {
        Refused(new TaskTextMissing(), IncidentTasks.Add(Some.Incident(), Task with { Text = "" }, Some.Ana, Some.Now));
        Refused(new TaskTextTooLong(501), IncidentTasks.Add(Some.Incident(), Task with { Text = new string('x', 501) }, Some.Ana, Some.Now));
    }

    [Fact]
    public void Each_change_carries_the_task_as_it_is_afterwards()
    {
        var (incident, due) = (Some.Incident(), Some.Now.AddHours(1));

        Accepted(IncidentTasks.Give(incident, Task, Some.Ben, Some.Ana, Some.Now), incident, new TaskOwnerChanged(Task with { Owner = Some.Ben }, null, Some.Ana, Some.Now));
        Accepted(IncidentTasks.Give(incident, Task with { Owner = Some.Ben }, null, Some.Ana, Some.Now), incident, new TaskOwnerChanged(Task, Some.Ben, Some.Ana, Some.Now));
        Accepted(IncidentTasks.Due(incident, Task, due, Some.Ana, Some.Now), incident, new TaskDueChanged(Task with { DueAt = due }, null, Some.Ana, Some.Now));
        Accepted(IncidentTasks.Done(incident, Task, Some.Ana, Some.Now), incident, new TaskDone(Task with { State = TaskState.Done }, Some.Ana, Some.Now));
        Accepted(IncidentTasks.Drop(incident, Task, Some.Ana, Some.Now), incident, new TaskDropped(Task with { State = TaskState.Dropped }, Some.Ana, Some.Now));
        Accepted(IncidentTasks.OpenAgain(incident, Task with { State = TaskState.Done }, Some.Ana, Some.Now), incident, new TaskOpenedAgain(Task, TaskState.Done, Some.Ana, Some.Now));
        Accepted(IncidentTasks.Move(incident, Task, TaskSort.FollowUp, Some.Ana, Some.Now), incident, new TaskMoved(Task with { Sort = TaskSort.FollowUp }, Some.Ana, Some.Now));
    }

    [Fact]
    public void What_is_so_already_is_refused()
    {
        var due = Some.Now.AddHours(1);

        Refused(new TaskIsTheirs(3, null), IncidentTasks.Give(Some.Incident(), Task, null, Some.Ana, Some.Now));
        Refused(new TaskDueThen(3, due), IncidentTasks.Due(Some.Incident(), Task with { DueAt = due }, due, Some.Ana, Some.Now));
        Refused(new TaskIsOpen(3), IncidentTasks.OpenAgain(Some.Incident(), Task, Some.Ana, Some.Now));
        Refused(new TaskIsOfThatSort(3, TaskSort.Task), IncidentTasks.Move(Some.Incident(), Task, TaskSort.Task, Some.Ana, Some.Now));
    }

    [Fact]
    public void What_is_settled_is_opened_again_first()
    {
        var done = Task with { State = TaskState.Done };
        var no = new TaskIsSettled(3, TaskState.Done);

        Refused(no, IncidentTasks.Done(Some.Incident(), done, Some.Ana, Some.Now));
        Refused(no, IncidentTasks.Drop(Some.Incident(), done, Some.Ana, Some.Now));
        Refused(no, IncidentTasks.Give(Some.Incident(), done, Some.Ben, Some.Ana, Some.Now));
        Refused(no, IncidentTasks.Due(Some.Incident(), done, Some.Now, Some.Ana, Some.Now));
        Refused(no, IncidentTasks.Move(Some.Incident(), done, TaskSort.FollowUp, Some.Ana, Some.Now));
    }
}
