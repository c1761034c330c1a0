using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;

namespace IncidentBot.Reconciliation;

/// <summary>One thing that stands otherwise in Slack than in the store.</summary>
/// <param name="Ts">The message.</param>
internal abstract record Difference(string Ts)
{
    /// <summary>Somebody captured the message, and we did not hear.</summary>
    /// <param name="Ts">The message.</param>
    /// <param name="Means">How; see <see cref="Storage.CaptureRow"/>.</param>
    /// <param name="Holder">Whose it is; empty for a pin.</param>
    /// <param name="By">Who set it.</param>
    /// <param name="At">When it was set, where Slack tells it; else when it was seen.</param>
    /// <param name="Kind">What it says the message is.</param>
    /// <param name="Message">The message; null when it could not be read.</param>
    internal sealed record Set(string Ts, string Means, string Holder, UserId By, DateTimeOffset At, EntryKind Kind, MessageSeen? Message) : Difference(Ts);

    /// <summary>An emoji or a pin is not there any more.</summary>
    /// <param name="Ts">The message.</param>
    /// <param name="Means">How it had been captured.</param>
    /// <param name="Holder">Whose it was; empty for a pin.</param>
    /// <param name="By">Who took it off; nobody is known for a pin.</param>
    /// <param name="At">When it was missing first, as far as we know.</param>
    internal sealed record TakenBack(string Ts, string Means, string Holder, UserId? By, DateTimeOffset At) : Difference(Ts);

    /// <summary>A captured message was edited since we last heard of its words.</summary>
    internal sealed record Edited(string Ts, TimelineEntry Entry, MessageSeen Message) : Difference(Ts);

    /// <summary>A captured message is not there any more.</summary>
    internal sealed record Deleted(string Ts, TimelineEntry Entry) : Difference(Ts);

    /// <summary>A command was put on the card as an emoji, and we did not hear; it is said, and not carried out.</summary>
    /// <param name="Ts">The card.</param>
    /// <param name="Means">The emoji.</param>
    /// <param name="By">Who put it there.</param>
    /// <param name="At">When it was seen there; Slack does not tell since when it is.</param>
    /// <param name="Line">The command it is.</param>
    internal sealed record Unheard(string Ts, string Means, UserId By, DateTimeOffset At, string Line) : Difference(Ts);
}
