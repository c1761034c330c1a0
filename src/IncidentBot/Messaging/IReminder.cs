namespace IncidentBot.Messaging;

/// <summary>Acts when one kind of reminder falls due. Found by scan.</summary>
internal interface IReminder
{
    /// <summary>The kind, as the reminder's row has it.</summary>
    string Kind { get; }

    Task RemindAsync(ReminderDue due, Turn turn, CancellationToken ct);
}
