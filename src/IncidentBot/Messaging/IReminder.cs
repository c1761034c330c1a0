using IncidentBot.Configuration;
using IncidentBot.Domain.Incidents;

namespace IncidentBot.Messaging;

/// <summary>Acts when one kind of reminder falls due. Found by scan.</summary>
internal interface IReminder
{
    /// <summary>The kind, as the reminder's row has it.</summary>
    string Kind { get; }

    /// <summary>
    /// Reminds, if there is still something to be reminded of: what fell due before the incident changed comes all the
    /// same. Sets the next one (<see cref="Turn.RemindNext"/>, <see cref="Turn.RemindAt"/>), or it comes no more.
    /// </summary>
    Task RemindAsync(ReminderDue due, Turn turn, CancellationToken ct);
}

/// <summary>A kind of reminder an incident wants by its state alone. Whatever changes the incident, its row follows.</summary>
internal interface IIncidentReminder : IReminder
{
    /// <summary>The next moment, or null when it wants none; one that passed is due at once. Pure. What was given is not wanted again: it lies before <paramref name="now"/>, or the incident says so.</summary>
    DateTimeOffset? Next(Incident incident, BotOptions options, DateTimeOffset now);
}
