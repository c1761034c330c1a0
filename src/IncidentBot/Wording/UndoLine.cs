using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Reviews;
using IncidentBot.Domain.Roles;
using IncidentBot.Domain.Tasks;
using IncidentBot.Domain.Teams;
using IncidentBot.Domain.Times;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.Wording;

/// <summary>The command that takes a slip back, good only while nothing else has changed.</summary>
internal static class UndoLine
{
    /// <summary>The line for what just happened, or null where nothing takes back all of it.</summary>
    /// <param name="before">The incident as it was.</param>
    /// <param name="accepted">What was decided.</param>
    public static string? For(Incident before, Decision.Accepted accepted) => Reverse(before, accepted) is { } line
        ? string.Create(CultureInfo.InvariantCulture, $"undo {accepted.After.Version} {line}")
        : null;

    /// <summary>Several services or teams named in one breath are taken back in one; of other things that happened together none is, for it would be half of them.</summary>
    private static string? Reverse(Incident before, Decision.Accepted accepted) => accepted.Events[0] switch
    {
        ServiceAffected => $"service not {string.Join(", ", accepted.Events.OfType<ServiceAffected>().Select(e => e.Service.Key))}",
        ServiceNotAffected => $"service {string.Join(", ", accepted.Events.OfType<ServiceNotAffected>().Select(e => e.Service.Key))}",
        TeamInvolved => $"team not {string.Join(", ", accepted.Events.OfType<TeamInvolved>().Select(e => e.Team.Key))}",
        TeamNotInvolved => $"team {string.Join(", ", accepted.Events.OfType<TeamNotInvolved>().Select(e => e.Team.Team.Key))}",
        var first when accepted.Events.Skip(1).Any(other => !GoesWith(first, other)) => null,
        StatusChanged e => $"status {Typed(e.From)} {SeenTimes.Write(before.Times)}",
        var only => Reverse(only),
    };

    /// <summary>Whether what takes the first back takes the other back too.</summary>
    private static bool GoesWith(IncidentEvent first, IncidentEvent other) => (first, other) switch
    {
        (IncidentResolved, ReviewOpened or IncidentClosed) => true,
        (SeverityChanged, ReviewDueMoved) => true,
        _ => false,
    };

    private static string? Reverse(IncidentEvent happened) => happened switch
    {
        SeverityChanged e => $"sev {Typed(e.From)}",
        IncidentResolved e => $"reopen {Typed(e.From)}",
        IncidentDeclined { From.IsOver: false } e => $"reopen {Typed(e.From)}",
        CommanderChanged { From: { } before } => $"commander {Person(before)}",
        CommanderChanged => "commander none",
        CommandOffered => "handover pass",
        RoleGiven { From: { } before } e => $"role {e.Role.Short} {Person(before)}",
        RoleGiven e => $"role {e.Role.Short} leave {Person(e.To)}",
        RoleLeft e => $"role {e.Role.Short} {Person(e.Who)}",
        IncidentAcknowledged => "unack",
        TimeCorrected { WasGiven: false } e => $"time {NamedTimeWords.Typed(e.Name)} automatic",
        TimeCorrected { From: { } before } e => $"time {NamedTimeWords.Typed(e.Name)} {before.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture)}",
        TimeCorrected e => $"time {NamedTimeWords.Typed(e.Name)} unknown",
        DetectionNamed { From: { } before } => $"detected by {before.Key}",
        DetectionNamed => "detected by unknown",
        DetectionUnnamed e => $"detected by {e.From.Key}",
        Domain.Impacts.ImpactEstimated => "impact back",
        ReviewDone or ReviewWaived => "unsettle",
        ReviewOwnerChanged e => $"review owner {Person(e.From)}",
        TaskAdded e => TaskWords.Typed(e.Task, "drop"),
        TaskOwnerChanged e => TaskWords.Typed(e.Task, $"owner {(e.From is { } before ? Person(before) : "none")}"),
        TaskDueChanged { From: { } before } e => TaskWords.TypedBack(e.Task, before),
        TaskDueChanged e => TaskWords.Typed(e.Task, "due none"),
        TaskDone or TaskDropped => TaskWords.Typed(((TaskEvent)happened).Task, "open"),
        TaskOpenedAgain e => TaskWords.Typed(e.Task, e.From == TaskState.Done ? "done" : "drop"),
        TaskMoved e => TaskWords.Typed(e.Task, e.Task.Sort == TaskSort.FollowUp ? "now" : "later"),
        _ => null,
    };
}
