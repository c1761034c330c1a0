using IncidentBot.Domain.Channels;
using IncidentBot.Domain.Impacts;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Reviews;
using IncidentBot.Domain.Roles;
using IncidentBot.Domain.Tasks;
using IncidentBot.Domain.Teams;
using IncidentBot.Domain.Times;
using IncidentBot.Domain.Updates;

namespace IncidentBot.Domain.Timeline;

/// <summary>Which kind of timeline line an event makes.</summary>
public static class EventKinds
{
    /// <summary>The kind of <paramref name="happened"/>'s line.</summary>
    /// <param name="happened">The event.</param>
    /// <exception cref="ArgumentOutOfRangeException">A new event was not given a kind; a test walks through all of them.</exception>
    public static EntryKind Of(IncidentEvent happened) => happened switch
    {
        IncidentDeclared => EntryKind.Ticket,
        SeverityChanged => EntryKind.Severity,
        StatusChanged or IncidentResolved or IncidentClosed or IncidentReopened or IncidentMerged or AnotherMergedIn or MergedOneReopened or ChannelEvent => EntryKind.Status,
        CommanderChanged or CommandOffered or CommandOfferEnded or CommanderNotFound or CommandStillFree or CoverBegan or CoverEnded or RoleGiven or RoleLeft => EntryKind.Role,
        IncidentAcknowledged or AcknowledgementWithdrawn => EntryKind.Acknowledgement,
        ImpactEstimated or ImpactTakenBack or ServiceAffected or ServiceNotAffected => EntryKind.Impact,
        TeamInvolved or TeamNotInvolved or TeamTold => EntryKind.Escalation,
        IncidentDeclined or TitleCorrected or TimeCorrected or OwnerFirstAnswered => EntryKind.Decision,
        DetectionNamed or DetectionUnnamed => EntryKind.Detection,
        UpdatePosted or UpdateCorrected or UpdateAudienceCorrected or UpdateToldOutside or UpdateSnoozed => EntryKind.Communication,
        ReviewOpened or ReviewOwnerChanged or ReviewDone or ReviewWaived or ReviewWithdrawn or ReviewResumed or ReviewDueMoved => EntryKind.Review,
        TaskEvent => EntryKind.Task,
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.GetType().Name, "An event without a timeline kind."),
    };
}
