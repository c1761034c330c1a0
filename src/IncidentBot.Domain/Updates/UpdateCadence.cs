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
    /// The next moment after <paramref name="now"/> at which somebody is reminded; null when nobody is. Moments that passed
    /// while nobody listened are not made up for one by one.
    /// </summary>
    /// <param name="incident">The incident.</param>
    /// <param name="scale">The severities, with how often people should hear.</param>
    /// <param name="step">How long one is given before the next is reminded.</param>
    /// <param name="now">The present; a reminder of exactly that moment has been given.</param>
    public static DateTimeOffset? Next(Incident incident, SeverityScale scale, TimeSpan step, DateTimeOffset now)
    {
        if (DueAt(incident, scale) is not { } due)
            return null;
        if (due > now)
            return due;
        var passed = (now - due).Ticks / step.Ticks + 1;
        if (passed < Steps)
            return due + (step * passed);
        var (last, every) = (due + (step * (Steps - 1)), scale.Of(incident.Severity)!.UpdateEvery!.Value);
        return last + (every * ((now - last).Ticks / every.Ticks + 1));
    }

    /// <summary>Who is reminded now; null when nobody is yet. Once all were, the channel is, at the incident's own pace.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="scale">The severities, with how often people should hear.</param>
    /// <param name="step">How long one is given before the next is reminded.</param>
    /// <param name="now">The present.</param>
    public static UpdateNudge? Now(Incident incident, SeverityScale scale, TimeSpan step, DateTimeOffset now)
    {
        if (DueAt(incident, scale) is not { } due || due > now)
            return null;
        var passed = (now - due).Ticks / step.Ticks;
        if (passed < Steps)
            return (UpdateNudge)passed;
        return now - (due + (step * (Steps - 1))) < scale.Of(incident.Severity)!.UpdateEvery!.Value ? UpdateNudge.Deputy : UpdateNudge.Channel;
    }
}
