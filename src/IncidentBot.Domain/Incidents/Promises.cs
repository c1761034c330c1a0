using IncidentBot.Domain.Roles;

namespace IncidentBot.Domain.Incidents;

/// <summary>From when on what a severity promises counts.</summary>
public static class Promises
{
    /// <summary>
    /// The latest of when it was declared, when somebody last said how bad it is, and when it was last made live again: nobody is
    /// late for what was not promised yet.
    /// </summary>
    /// <param name="incident">The incident.</param>
    /// <returns>An instant.</returns>
    public static DateTimeOffset Since(Incident incident)
    {
        ArgumentNullException.ThrowIfNull(incident);
        var since = incident.LastWords.Severity is { } word && word.At > incident.DeclaredAt ? word.At : incident.DeclaredAt;
        return Custody.ResumedAt(incident) is { } resumed && resumed > since ? resumed : since;
    }
}
