using IncidentBot.Configuration;
using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Roles;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Wording;

namespace IncidentBot.Roles;

/// <summary>Says once, in the channel, that nobody has acknowledged an incident in the time its severity promises.</summary>
internal sealed class AcknowledgeChase : IIncidentReminder
{
    public string Kind => ReminderKinds.Acknowledge;

    public DateTimeOffset? Next(Incident incident, BotOptions options, DateTimeOffset now) =>
        options.Nudges.Acknowledge && incident.Channel is not null ? AcknowledgeTarget.Next(incident, options.Severities, now) : null;

    public async Task RemindAsync(ReminderDue due, Turn turn, CancellationToken ct)
    {
        var incident = await turn.NumberedAsync(due.Number, ct);
        if (incident is { Channel: { } channel } && AcknowledgeTarget.IsMissed(incident, turn.Options.Severities, turn.Now))
        {
            turn.Owe(new PostMessage(channel.Value, null, AcknowledgeReplies.Missed(incident, AcknowledgeTarget.Within(incident, turn.Options.Severities)!.Value)));
            turn.Noted("said that nobody acknowledged");
        }
        else
        {
            turn.Ignore("acknowledged");
        }
        turn.RemindLater(due, incident);
    }
}

/// <summary>What is said then.</summary>
internal static class AcknowledgeReplies
{
    public static MessageContent Missed(Incident incident, TimeSpan within) => MessageContent.With(
        Speak($"👀 Nobody has acknowledged this incident; {IncidentWords.Name(incident.Severity)} promises that within {IncidentWords.Duration(within)}. Who is looking?"),
        Buttons.Run(incident, Speak("Acknowledge"), "ack", ButtonStyle.Primary));
}
