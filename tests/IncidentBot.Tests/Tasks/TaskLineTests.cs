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
    [InlineData("Logs ansehen bis morgen", "Logs ansehen", null, "morgen")]
    [InlineData("Logs ansehen fällig 2 Werktage", "Logs ansehen", null, "2 Werktage")]
    [InlineData("Logs ansehen, bis 2bd <@U000000002>", "Logs ansehen", "U000000002", "2bd")]
    [InlineData("Logs ansehen bis 14:30", "Logs ansehen", null, "14:30")]
    [InlineData("Logs ansehen bis 24.12.2026 14:00", "Logs ansehen", null, "24.12.2026 14:00")]
    [InlineData("Logs ansehen bis 31.12.", "Logs ansehen", null, "31.12.")]
    [InlineData("look at the logs by 2026-12-24", "look at the logs", null, "2026-12-24")]
    [InlineData("scale by 1.2", "scale by 1.2", null, "")]
    [InlineData("Logs ansehen bis 14 Uhr", "Logs ansehen", null, "14 Uhr")]
    [InlineData("Logs ansehen bis 25:00", "Logs ansehen", null, "25:00")]
    [InlineData("Logs ansehen fällig bis Freitag", "Logs ansehen", null, "bis Freitag")]
    [InlineData("warten bis Bob da ist", "warten bis Bob da ist", null, "")]
    [InlineData("von 5 bis 10 skalieren", "von 5 bis 10 skalieren", null, "")]
    [InlineData("Knoten 3 bis 7", "Knoten 3 bis 7", null, "")]
    [InlineData("Wache von 14:00 bis 15:00", "Wache von 14:00 bis 15:00", null, "")]
    [InlineData("Wache von 14 bis 15 Uhr", "Wache von 14 bis 15 Uhr", null, "")]
    [InlineData("Wache von Montag bis Freitag <@U000000002>", "Wache von Montag bis Freitag", "U000000002", "")]
    [InlineData("Antwort von Anna bis Freitag", "Antwort von Anna", null, "Freitag")]
    [InlineData("Wache von 14:00 bis 15:00 fällig Freitag", "Wache von 14:00 bis 15:00", null, "Freitag")]
    [InlineData("Wartezeit erhöhen bis 5m", "Wartezeit erhöhen bis 5m", null, "")]
    [InlineData("look at the logs by friday", "look at the logs", null, "friday")]
    [InlineData("look at the logs due by 17:00", "look at the logs", null, "by 17:00")]
    [InlineData("raise the timeout by 5m", "raise the timeout by 5m", null, "")]
    [InlineData("move the deadline by 2 business days", "move the deadline by 2 business days", null, "")]
    [InlineData("tell <!here> it is over", "tell @here it is over", null, "")]
    public void What_was_written_is_what_who_and_by_when(string words, string text, string? owner, string due)
    {
        var line = TaskLine.Read(words, Some.User);

        Assert.Equal((text, owner, due), (line.Text, line.Owner?.Value, line.Due));
    }
}
