namespace IncidentBot.Messaging;

/// <summary>A reminder fell due. Written by SQL, so its stored form is spelled from these names.</summary>
[StoredAs(StoredName)]
internal sealed record ReminderDue(int Number, string Kind, long DueTicks) : Fact
{
    public const string StoredName = "reminder-due";

    /// <summary>What it is about within the incident; empty where there is one of its kind.</summary>
    public string Subject { get; init; } = "";
}
