using IncidentBot.Messaging;
using IncidentBot.Slack.Requests;

namespace IncidentBot.Incidents;

/// <summary>Mentioning the bot is another way to type a command; the answer goes to the person alone.</summary>
internal sealed class Mentioned : SlackEventHandler<AppMention>
{
    protected override Task HandleAsync(AppMention slackEvent, Turn turn, CancellationToken ct)
    {
        if (turn.By.Value.Length == 0)
        {
            turn.Ignore("a program's mention");
            return Task.CompletedTask;
        }
        var text = (slackEvent.Text ?? "").TrimStart();
        var end = text.IndexOf('>', StringComparison.Ordinal);
        var words = text.StartsWith("<@", StringComparison.Ordinal) && end > 0 ? text[(end + 1)..] : "help";
        return turn.IfByAPersonAsync(() => turn.RunAsync(CommandLine.Read(words), ct), ct);
    }
}
