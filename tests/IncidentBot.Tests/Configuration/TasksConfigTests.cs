using IncidentBot.Configuration;
using IncidentBot.Domain.Tasks;

namespace IncidentBot.Tests.Configuration;

public sealed class TasksConfigTests
{
    [Fact]
    public void How_tasks_are_chased_and_what_makes_them_is_read()
    {
        var reading = ConfigFile.Read("tasks: { chase_every: 2h, chase_follow_ups_every: 3d }\nemoji: { tasks: { ':star:': follow-up, hammer: Task } }", null);

        Assert.Empty(reading.Problems);
        Assert.Equal((TimeSpan.FromHours(2), TimeSpan.FromDays(3)), (reading.Options.Tasks.ChaseEvery, reading.Options.Tasks.ChaseFollowUpsEvery));
        Assert.Equal(new Dictionary<string, TaskSort> { ["star"] = TaskSort.FollowUp, ["hammer"] = TaskSort.Task }, reading.Options.TaskEmoji);
    }

    [Fact]
    public void Slips_are_named_with_their_lines()
    {
        var problems = ConfigFile.Read("tasks:\n  chase_every: often\nemoji:\n  tasks:\n    star: chore\n", null).Problems;

        Assert.Equal([2L, 5L], problems.Select(problem => problem.Line));
        Assert.Contains("\"chore\" is not task or followup", problems[1].Sentence, StringComparison.Ordinal);
    }
}
