using IncidentBot.Configuration;
using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Wording;

namespace IncidentBot.Incidents;

/// <summary><c>channel</c>, typed by <i>Try again</i>: asks Slack once more for the channel it refused.</summary>
internal sealed class MakeChannel : ISubcommand
{
    public Usage Usage => new("channel", "", Unspoken("Make the incident's channel"), Where.InIncident) { Hidden = true };

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (await turn.IncidentAsync(line, Usage, ct) is not { } incident)
            return;
        if (incident.Channel is not null)
            turn.Refuse(MessageContent.Plain(Speak($"It has its channel: {IncidentWords.Place(incident)}.")), "it has a channel");
        else
            turn.Owe(For(incident, turn.Options, turn.ReplyTo));
    }

    /// <summary>The channel an incident needs, under its first name or a later one.</summary>
    public static CreateChannel For(Incident incident, BotOptions options, ReplyTo? asker, int attempt = 1) => new(
        incident.Id.Number,
        options.ChannelName.For(PartsOf(incident, options), attempt),
        attempt,
        incident.IsPrivate,
        asker);

    /// <summary>The day is the one on the workspace's calendar.</summary>
    private static ChannelNameParts PartsOf(Incident incident, BotOptions options) => new(
        incident.Id.Number,
        incident.Title,
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(incident.DeclaredAt, options.BusinessDays.Zone).DateTime),
        incident.Severity.IsUnset ? "" : incident.Severity.Key,
        incident.IsDrill);
}
