using IncidentBot.Domain.Incidents;
using IncidentBot.Storage;

namespace IncidentBot.Timeline;

/// <summary>One emoji, pin or menu choice that captures a message, as it came.</summary>
/// <param name="Channel">Where the message is.</param>
/// <param name="Ts">The message.</param>
/// <param name="Means">How it is captured; see <see cref="CaptureRow"/>.</param>
/// <param name="Holder">Whose it is; empty for a pin.</param>
/// <param name="By">Who set it, or took it off.</param>
/// <param name="At">When, by Slack's clock.</param>
internal sealed record Capture(string Channel, string Ts, string Means, string Holder, UserId By, DateTimeOffset At);
