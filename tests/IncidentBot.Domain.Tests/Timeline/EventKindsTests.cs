using System.Runtime.CompilerServices;
using IncidentBot.Domain.Channels;
using IncidentBot.Domain.Impacts;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Reviews;
using IncidentBot.Domain.Roles;
using IncidentBot.Domain.Tasks;
using IncidentBot.Domain.Teams;
using IncidentBot.Domain.Timeline;
using IncidentBot.Domain.Times;
using IncidentBot.Domain.Updates;

namespace IncidentBot.Domain.Tests.Timeline;

public sealed class EventKindsTests
{
    private static readonly Dictionary<Type, EntryKind> Expected = new()
    {
        [typeof(IncidentDeclared)] = EntryKind.Ticket,
        [typeof(ServiceAffected)] = EntryKind.Impact,
        [typeof(ServiceNotAffected)] = EntryKind.Impact,
        [typeof(TeamInvolved)] = EntryKind.Escalation,
        [typeof(TeamNotInvolved)] = EntryKind.Escalation,
        [typeof(OwnerFirstAnswered)] = EntryKind.Decision,
        [typeof(TeamTold)] = EntryKind.Escalation,
        [typeof(SeverityChanged)] = EntryKind.Severity,
        [typeof(StatusChanged)] = EntryKind.Status,
        [typeof(IncidentResolved)] = EntryKind.Status,
        [typeof(IncidentClosed)] = EntryKind.Status,
        [typeof(IncidentDeclined)] = EntryKind.Decision,
        [typeof(IncidentMerged)] = EntryKind.Status,
        [typeof(AnotherMergedIn)] = EntryKind.Status,
        [typeof(MergedOneReopened)] = EntryKind.Status,
        [typeof(IncidentReopened)] = EntryKind.Status,
        [typeof(IncidentAcknowledged)] = EntryKind.Acknowledgement,
        [typeof(AcknowledgementWithdrawn)] = EntryKind.Acknowledgement,
        [typeof(CommanderChanged)] = EntryKind.Role,
        [typeof(CommandOffered)] = EntryKind.Role,
        [typeof(CommandOfferEnded)] = EntryKind.Role,
        [typeof(CommanderNotFound)] = EntryKind.Role,
        [typeof(CommandStillFree)] = EntryKind.Role,
        [typeof(UpdateCorrected)] = EntryKind.Communication,
        [typeof(UpdateToldOutside)] = EntryKind.Communication,
        [typeof(UpdateAudienceCorrected)] = EntryKind.Communication,
        [typeof(UpdateSnoozed)] = EntryKind.Communication,
        [typeof(CoverBegan)] = EntryKind.Role,
        [typeof(CoverEnded)] = EntryKind.Role,
        [typeof(RoleGiven)] = EntryKind.Role,
        [typeof(RoleLeft)] = EntryKind.Role,
        [typeof(ImpactEstimated)] = EntryKind.Impact,
        [typeof(ImpactTakenBack)] = EntryKind.Impact,
        [typeof(TimeCorrected)] = EntryKind.Decision,
        [typeof(DetectionNamed)] = EntryKind.Detection,
        [typeof(DetectionUnnamed)] = EntryKind.Detection,
        [typeof(UpdatePosted)] = EntryKind.Communication,
        [typeof(ReviewOpened)] = EntryKind.Review,
        [typeof(ReviewOwnerChanged)] = EntryKind.Review,
        [typeof(ReviewDone)] = EntryKind.Review,
        [typeof(ReviewWaived)] = EntryKind.Review,
        [typeof(ReviewWithdrawn)] = EntryKind.Review,
        [typeof(ReviewResumed)] = EntryKind.Review,
        [typeof(ReviewDueMoved)] = EntryKind.Review,
        [typeof(ChannelArchived)] = EntryKind.Status,
        [typeof(ChannelUnarchived)] = EntryKind.Status,
        [typeof(BotRemoved)] = EntryKind.Status,
        [typeof(ChannelOutOfSight)] = EntryKind.Status,
        [typeof(BotBroughtBack)] = EntryKind.Status,
        [typeof(ChannelRenamed)] = EntryKind.Status,
        [typeof(ChannelMadePrivate)] = EntryKind.Status,
        [typeof(ChannelGone)] = EntryKind.Status,
        [typeof(TaskAdded)] = EntryKind.Task,
        [typeof(TaskOwnerChanged)] = EntryKind.Task,
        [typeof(TaskDueChanged)] = EntryKind.Task,
        [typeof(TaskDone)] = EntryKind.Task,
        [typeof(TaskDropped)] = EntryKind.Task,
        [typeof(TitleCorrected)] = EntryKind.Decision,
        [typeof(TaskGoesOnElsewhere)] = EntryKind.Task,
        [typeof(TaskOpenedAgain)] = EntryKind.Task,
        [typeof(TaskMoved)] = EntryKind.Task,
    };

    [Fact]
    public void Every_event_there_is_has_the_kind_written_here()
    {
        var events = typeof(IncidentEvent).Assembly.GetTypes()
            .Where(type => type.IsAssignableTo(typeof(IncidentEvent)) && !type.IsAbstract)
            .ToDictionary(type => type, type => EventKinds.Of((IncidentEvent)RuntimeHelpers.GetUninitializedObject(type)));

        Assert.Equal(
            Expected.OrderBy(pair => pair.Key.Name).Select(pair => $"{pair.Key.Name}: {pair.Value}"),
            events.OrderBy(pair => pair.Key.Name).Select(pair => $"{pair.Key.Name}: {pair.Value}"));
    }

    [Fact]
    public void An_event_without_a_kind_is_an_error_and_not_a_note() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => EventKinds.Of(new Unheard(Some.Ana, Some.Now)));

    private sealed record Unheard(UserId By, DateTimeOffset At) : IncidentEvent(By, At);
}
