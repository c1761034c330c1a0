using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Updates;

/// <summary>What people were last told.</summary>
/// <param name="Text">The words, as Slack mrkdwn.</param>
/// <param name="By">Who told them.</param>
/// <param name="At">When.</param>
public sealed record StatusUpdate(string Text, UserId By, DateTimeOffset At);

/// <summary>People were told how it stands.</summary>
/// <param name="Text">The words, as Slack mrkdwn.</param>
/// <param name="By">Who told them.</param>
/// <param name="At">When.</param>
public sealed record UpdatePosted(string Text, UserId By, DateTimeOffset At) : IncidentEvent(By, At);

/// <summary>Telling people how it stands.</summary>
public static class Updates
{
    /// <summary>Posts an update. Allowed after the end as well: the last word is often <i>all is well</i>.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="text">The words, not empty.</param>
    /// <param name="by">Who says them.</param>
    /// <param name="now">When.</param>
    public static Decision Post(Incident incident, string text, UserId by, DateTimeOffset now) =>
        Decision.Accept(incident with { LastUpdate = new StatusUpdate(text, by, now) }, new UpdatePosted(text, by, now));
}
