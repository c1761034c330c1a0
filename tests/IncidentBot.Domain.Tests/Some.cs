using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Reviews;
using static IncidentBot.Domain.Tests.Decided;

namespace IncidentBot.Domain.Tests;

/// <summary>Arbitrary valid things, so that a test says only what it is about.</summary>
internal static class Some
{
    public static readonly UserId Ana = new("U0ANA");
    public static readonly UserId Ben = new("U0BEN");
    public static readonly UserId Cleo = new("U0CLEO");
    public static readonly IReadOnlyList<UserId> People = [Ana, Ben, Cleo];

    public static readonly IncidentId Id = new(new TeamId("T0BAKERY"), 7);
    public static readonly ReviewPolicy Policy = new();

    /// <summary>Every severity of the scale that holds without another, and none.</summary>
    public static readonly IReadOnlyList<Severity> Severities = [Severity.Unset, Severity.Sev1, Severity.Sev2, Severity.Sev3];

    /// <summary>When <see cref="Incident"/> was declared and brought to where it stands.</summary>
    public static readonly DateTimeOffset Start = new(2025, 7, 21, 9, 0, 0, TimeSpan.Zero);

    /// <summary>When a test's own step happens.</summary>
    public static readonly DateTimeOffset Now = Start.AddHours(3);

    /// <summary>Every state of the lifecycle that holds without another.</summary>
    public static readonly IReadOnlyList<IncidentStatus> Statuses = [.. Lifecycle.Default.States.Select(state => state.Status)];

    /// <summary>By its key: what a theory says.</summary>
    public static IncidentStatus StatusOf(string key) => Statuses.Single(status => status.Key == key);

    /// <summary>By its key: what a theory says.</summary>
    public static Severity SeverityOf(string key) => Severities.Single(severity => severity.Key == key);

    public static Declaration Declaration(string title = "The ovens are cold", string summary = "", bool isPrivate = false) =>
        new(title, summary, Severity.Unset, isPrivate, Ana);

    /// <summary>One that came to its status by the verbs, declared by Ana.</summary>
    public static Incident Incident(IncidentStatus? status = null, Severity? severity = null, UserId? commander = null)
    {
        var declared = Accepted((Declaration() with { Severity = severity ?? Severity.Unset }).Declare(Id, Start)).After with { Commander = commander };
        return status is null || status == IncidentStatus.Triage
            ? declared
            : status == IncidentStatus.Merged
                ? declared with { Status = status }
                : Accepted(IncidentLifecycle.MoveTo(declared, status, Policy, Ana, Start)).After;
    }
}
