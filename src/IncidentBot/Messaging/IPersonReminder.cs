using IncidentBot.Domain.Incidents;
using IncidentBot.Wording;

namespace IncidentBot.Messaging;

/// <summary>A reminder that single people get, by the clocks of their own zone. Found by scan.</summary>
internal interface IPersonReminder : IReminder
{
    /// <summary>What that person is to be reminded of now; null where it is settled, not due any more, or another's by now.</summary>
    Task<PersonalReminder?> NowAsync(Incident incident, string subject, UserId person, Turn turn, CancellationToken ct);
}

/// <summary>What one person is reminded of. It is written when it is told: what was held back tells how things stand then, and keeps no words meanwhile.</summary>
/// <param name="Message">As a message of its own.</param>
/// <param name="Line">The same as a line among others.</param>
internal sealed record PersonalReminder(Func<MessageContent> Message, Func<string> Line)
{
    /// <summary>The incident whose review it is about, where it is one.</summary>
    public int? ReviewOf { get; init; }
}
