using IncidentBot.Domain.Channels;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Reviews;
using IncidentBot.Domain.Roles;
using IncidentBot.Domain.Tasks;
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
<<<<<<< HEAD
        StatusChanged or IncidentResolved or IncidentClosed or IncidentDeclined or IncidentReopened or ChannelEvent => EntryKind.Status,
        CommanderChanged or CommandOffered or CommandOfferEnded or CommanderNotFound or CommandStillFree or CoverBegan or CoverEnded or RoleGiven or RoleLeft => EntryKind.Role,
=======
        StatusChanged or IncidentResolved or IncidentClosed or IncidentDeclined or IncidentReopened or IncidentMerged or AnotherMergedIn or ChannelEvent => EntryKind.Status,
        CommanderChanged or CommandOffered or CommandOfferEnded or CommanderNotFound or CommandStillFree or RoleGiven or RoleLeft => EntryKind.Role,
>>>>>>> 739c3cc (Merge an incident into the one it turned out to be, list what failed alone, and give back the reason of a redaction that came too late)
        IncidentAcknowledged or AcknowledgementWithdrawn => EntryKind.Acknowledgement,
        TimeCorrected => EntryKind.Status,
        DetectionNamed => EntryKind.Detection,
        UpdatePosted or UpdateCorrected or UpdateToldOutside or UpdateSnoozed => EntryKind.Communication,
        ReviewOpened or ReviewOwnerChanged or ReviewDone or ReviewWaived or ReviewWithdrawn or ReviewResumed or ReviewDueMoved => EntryKind.Review,
        TaskEvent => EntryKind.Task,
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.GetType().Name, "An event without a timeline kind."),
    };
}
