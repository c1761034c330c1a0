using IncidentBot.Messaging;
using IncidentBot.Slack.Requests;

namespace IncidentBot.Incidents;

/// <summary>Mentioning the bot is another way to type a command; the answer goes to the person alone. Only a message that begins with the mention is meant for it.</summary>
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
        if (!text.StartsWith("<@", StringComparison.Ordinal) || end < 0)
        {
            turn.Ignore("spoken of, not to");
            return Task.CompletedTask;
        }
        return turn.IfByAPersonAsync(() => turn.RunAsync(CommandLine.Read(text[(end + 1)..]), ct), ct);
    }
}
