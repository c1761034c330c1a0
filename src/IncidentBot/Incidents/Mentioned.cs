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
        if (LineOf(slackEvent) is { } line)
            return turn.IfByAPersonAsync(() => turn.RunAsync(line, ct), ct);
        turn.Ignore("spoken of, not to");
        return Task.CompletedTask;
    }

    /// <summary>What follows the mention; null where the message does not begin with it.</summary>
    public static CommandLine? LineOf(AppMention mention)
    {
        var text = (mention.Text ?? "").TrimStart();
        var end = text.IndexOf('>', StringComparison.Ordinal);
        return text.StartsWith("<@", StringComparison.Ordinal) && end >= 0 ? CommandLine.Read(text[(end + 1)..]) : null;
    }
}
