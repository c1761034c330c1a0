namespace IncidentBot.Domain.Incidents;

/// <summary>What is done for an incident besides its channel and card, and may fail without holding it up.</summary>
public enum Extra
{
    /// <summary>Bringing somebody into the channel.</summary>
    Invite = 0,

    /// <summary>Pinning the card.</summary>
    Pin = 1,

    /// <summary>Setting the channel's topic.</summary>
    Topic = 2,

    /// <summary>Telling the announcement channel.</summary>
    Announcement = 3,
}

/// <summary>Something that could not be done.</summary>
/// <param name="What">What.</param>
/// <param name="Person">For whom, where it is about one person.</param>
/// <param name="Error">Slack's error code, or ours.</param>
public sealed record Undone(Extra What, UserId? Person, string Error);

/// <summary>What could not be done is shown until somebody has it tried again.</summary>
public static class Extras
{
    private const int MostShown = 10;

    /// <summary>It could not be done.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="failed">What, and why.</param>
    /// <returns>The incident, no version on: nobody decided anything.</returns>
    public static Incident Failed(Incident incident, Undone failed) => incident with
    {
        CouldNotDo = [.. incident.CouldNotDo.Where(other => (other.What, other.Person) != (failed.What, failed.Person)).TakeLast(MostShown - 1), failed],
    };

    /// <summary>It was done after all, whoever had it done.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="what">What.</param>
    /// <param name="person">For whom, where it is about one person.</param>
    public static Incident Done(Incident incident, Extra what, UserId? person = null) => incident with
    {
        CouldNotDo = [.. incident.CouldNotDo.Where(undone => (undone.What, undone.Person) != (what, person))],
    };

    /// <summary>Whether it is among what could not be done.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="what">What.</param>
    /// <param name="person">For whom, where it is about one person.</param>
    public static bool IsUndone(Incident incident, Extra what, UserId? person = null) => incident.CouldNotDo.Any(undone => (undone.What, undone.Person) == (what, person));

    /// <summary>All of it is tried again; what fails again comes back.</summary>
    /// <param name="incident">The incident.</param>
    public static Incident TriedAgain(Incident incident) => incident with { CouldNotDo = [] };
}
