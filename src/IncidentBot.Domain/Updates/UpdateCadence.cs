using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Updates;

/// <summary>Who is reminded that an update is due, one after the other.</summary>
public enum UpdateNudge
{
    /// <summary>Those who read the thread under the card.</summary>
    Thread = 0,

    /// <summary>The channel.</summary>
    Channel = 1,

    /// <summary>The commander, directly.</summary>
    Commander = 2,

    /// <summary>Whoever stands in for them, directly.</summary>
    Deputy = 3,
}

/// <summary>How far reminding people of one due update has come.</summary>
/// <param name="DueAt">When that update was due; what is due at another moment begins anew.</param>
/// <param name="Steps">How many reminders were given.</param>
/// <param name="At">When the last one was.</param>
public sealed record UpdateReminded(DateTimeOffset DueAt, int Steps, DateTimeOffset At);

/// <summary>When people should next hear how a live incident stands, and who is reminded when they do not.</summary>
public static class UpdateCadence
{
    private const int Steps = 4;

    /// <summary>When the next update is due: so long after the last one, or from when on its severity promises it (<see cref="Promises.Since"/>), or until when it was put off; null where nothing is promised.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="scale">The severities, with how often people should hear.</param>
    public static DateTimeOffset? DueAt(Incident incident, SeverityScale scale)
    {
        if (incident.IsOver || incident.IsRetroactive || scale.Of(incident.Severity)?.UpdateEvery is not { } every)
            return null;
        var since = Promises.Since(incident);
        var due = (incident.LastUpdate?.At > since ? incident.LastUpdate.At : since) + every;
        return incident.SnoozedUntil is { } snoozed && snoozed > due ? snoozed : due;
    }

    /// <summary>
    /// When somebody is reminded next; null when nobody is. Passed already where nobody was there to remind: then one step is made up
    /// for, and the one after it comes when it is due, or where less than half of its wait would be left, a whole wait later.
    /// </summary>
    /// <param name="incident">The incident.</param>
    /// <param name="scale">The severities, with how often people should hear.</param>
    /// <param name="step">How long one is given before the next is reminded.</param>
    public static DateTimeOffset? Next(Incident incident, SeverityScale scale, TimeSpan step)
    {
        if (DueAt(incident, scale) is not { } due)
            return null;
        if (Given(incident, due) is not { } given)
            return due;
        var every = scale.Of(incident.Severity)!.UpdateEvery!.Value;
        var (wait, planned) = given.Steps < Steps
            ? (step, due + (step * given.Steps))
            : (every, due + (step * (Steps - 1)) + (every * (given.Steps - Steps + 1)));
        return planned - given.At >= wait / 2 ? planned : given.At + wait;
    }

    /// <summary>The same, as far as it lies ahead; null where it has passed, so that nobody is told of a reminder to come that should have come.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="scale">The severities, with how often people should hear.</param>
    /// <param name="step">How long one is given before the next is reminded.</param>
    /// <param name="now">The moment.</param>
    public static DateTimeOffset? Ahead(Incident incident, SeverityScale scale, TimeSpan step, DateTimeOffset now) =>
        Next(incident, scale, step) is { } next && next > now ? next : null;

    /// <summary>Who is reminded at a moment; null when nobody is by then. One after the other, none left out. Once all were, the channel is, at the incident's own pace.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="scale">The severities, with how often people should hear.</param>
    /// <param name="step">How long one is given before the next is reminded.</param>
    /// <param name="now">The moment.</param>
    public static UpdateNudge? Now(Incident incident, SeverityScale scale, TimeSpan step, DateTimeOffset now)
    {
        if (Next(incident, scale, step) is not { } next || next > now)
            return null;
        var steps = Given(incident, DueAt(incident, scale)!.Value)?.Steps ?? 0;
        return steps < Steps ? (UpdateNudge)steps : UpdateNudge.Channel;
    }

    /// <summary>The next one was reminded.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="scale">The severities, with how often people should hear.</param>
    /// <param name="now">When.</param>
    /// <returns>The incident, no version on: nothing happened to it.</returns>
    public static Incident Reminded(Incident incident, SeverityScale scale, DateTimeOffset now) => DueAt(incident, scale) is { } due
        ? incident with { UpdateReminded = new UpdateReminded(due, (Given(incident, due)?.Steps ?? 0) + 1, now) }
        : incident;

    private static UpdateReminded? Given(Incident incident, DateTimeOffset due) => incident.UpdateReminded is { } given && given.DueAt == due ? given : null;
}
