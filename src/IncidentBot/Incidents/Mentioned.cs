using IncidentBot.Messaging;
using IncidentBot.Slack.Requests;
using IncidentBot.Wording;

namespace IncidentBot.Incidents;

/// <summary>Mentioning the bot is another way to type a command; the answer goes to the person alone. A message that begins with the mention is one; of others it says how.</summary>
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
        return turn.IfByAPersonAsync(() => SayHow(turn), ct);
    }

    /// <summary>Nobody is left waiting for an answer; what they said may well have been to somebody else, so it is short and for them alone.</summary>
    private static Task SayHow(Turn turn)
    {
        turn.Answer(MessageContent.Plain(Speak("If you meant me: begin the message with my name, such as `@IncidentBot help`, or type `/incident help`. I did nothing.")), "spoken of, not to");
        return Task.CompletedTask;
    }

    /// <summary>What a request types, as a command or behind a mention; null where it does neither.</summary>
    public static CommandLine? LineOf(SlackRequest request) => request switch
    {
        SlashCommand command => CommandLine.Read(command.Text),
        EventCallback { Event: AppMention mention } => LineOf(mention),
        _ => null,
    };

    /// <summary>What follows the mention; null where the message does not begin with it.</summary>
    public static CommandLine? LineOf(AppMention mention)
    {
        var text = (mention.Text ?? "").TrimStart();
        var end = text.IndexOf('>', StringComparison.Ordinal);
        return text.StartsWith("<@", StringComparison.Ordinal) && end >= 0 ? CommandLine.Read(text[(end + 1)..]) : null;
    }
}
