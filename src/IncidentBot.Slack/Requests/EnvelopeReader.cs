using System.Text.Json;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Slack.Requests;

/// <summary>Reads what Slack sends as JSON: events, the URL check and the rate-limit notice.</summary>
internal static class EnvelopeReader
{
    public static SlackReading Read(ReadOnlySpan<byte> json)
    {
        var envelope = SlackJson.Deserialize<Envelope>(json);
        SlackRequest? request = envelope.Type switch
        {
            "event_callback" => ReadEvent(envelope),
            "url_verification" when !string.IsNullOrEmpty(envelope.Challenge) => new UrlVerification(envelope.Challenge),
            "app_rate_limited" when envelope.Team is { } team => new AppRateLimited(envelope.MinuteRateLimited) { TeamId = team },
            _ => null,
        };

        return request is null
            ? SlackReading.Malformed("The JSON is not a kind of request we know, or lacks a field.")
            : new SlackReading.Understood(request);
    }

    private static EventCallback? ReadEvent(Envelope envelope)
    {
        if (envelope.Team is not { } team || string.IsNullOrEmpty(envelope.EventId)) return null;
        if (EventReader.Read(envelope.Event) is not { } happened) return null;

        return new EventCallback
        {
            TeamId = team,
            ChannelId = EventReader.ChannelOf(envelope.Event),
            UserId = EventReader.UserOf(envelope.Event),
            Event = happened,
            EventId = envelope.EventId,
            EventTime = envelope.EventTime,
            EnterpriseId = envelope.EnterpriseId,
            ApiAppId = envelope.ApiAppId,
            IsExtSharedChannel = envelope.IsExtSharedChannel,
            EventContext = envelope.EventContext,
            Authorizations = envelope.Authorizations,
        };
    }

    private sealed record Envelope
    {
        public required string Type { get; init; }

        public string? TeamId { get; init; }

        public string? EnterpriseId { get; init; }

        public string? ApiAppId { get; init; }

        public string? Challenge { get; init; }

        public long MinuteRateLimited { get; init; }

        public JsonElement Event { get; init; }

        public string? EventId { get; init; }

        public long EventTime { get; init; }

        public bool IsExtSharedChannel { get; init; }

        public string? EventContext { get; init; }

        public IReadOnlyList<Authorization> Authorizations { get; init; } = [];

        // Organisation-wide installs may name no workspace at all, only the organisation.
        public string? Team =>
            new[] { TeamId, Authorizations is [{ } first, ..] ? first.TeamId : null, EnterpriseId }
                .FirstOrDefault(id => !string.IsNullOrEmpty(id));
    }
}
