using IncidentBot.Tasks;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Tasks;

public sealed class TaskLineTests
{
    [Theory]
    [InlineData("restart the queue", "restart the queue", null, "")]
    [InlineData("restart the queue <@U000000002>", "restart the queue", "U000000002", "")]
    [InlineData("<@U000000002|bob> restart the queue", "restart the queue", "U000000002", "")]
    [InlineData("restart the queue @me due 17:00", "restart the queue", "U000000001", "17:00")]
    [InlineData("restart the queue due friday 9:00 <@U000000002>", "restart the queue", "U000000002", "friday 9:00")]
    [InlineData("restart the queue, due tomorrow", "restart the queue", null, "tomorrow")]
    [InlineData("restart the queue due 25:00", "restart the queue", null, "25:00")]
    [InlineData("fix the due date", "fix the due date", null, "")]
    [InlineData("ask <@U000000002> why", "ask <@U000000002> why", null, "")]
    [InlineData("3 nodes need\na restart", "3 nodes need a restart", null, "")]
    [InlineData("tell me", "tell me", null, "")]
    [InlineData("tell <!here> it is over", "tell @here it is over", null, "")]
    public void What_was_written_is_what_who_and_by_when(string words, string text, string? owner, string due)
    {
        var line = TaskLine.Read(words, Some.User);

        Assert.Equal((text, owner, due), (line.Text, line.Owner?.Value, line.Due));
    }
}
