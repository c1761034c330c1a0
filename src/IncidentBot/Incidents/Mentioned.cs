using IncidentBot.Messaging;
using IncidentBot.Slack.Requests;

namespace IncidentBot.Incidents;

/// <summary>Mentioning the bot is another way to type a command; the answer goes to the person alone.</summary>
internal sealed class Mentioned(CommandRouter commands) : SlackEventHandler<AppMention>
{
    protected override Task HandleAsync(AppMention slackEvent, Turn turn, CancellationToken ct)
    {
        var text = (slackEvent.Text ?? "").TrimStart();
        var end = text.IndexOf('>', StringComparison.Ordinal);
        var words = text.StartsWith("<@", StringComparison.Ordinal) && end > 0 ? text[(end + 1)..] : "help";
        return commands.RunAsync(CommandLine.Read(words), turn, ct);
    }
}
