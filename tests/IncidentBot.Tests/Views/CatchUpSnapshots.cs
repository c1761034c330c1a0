using IncidentBot.CatchUp;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Tasks;
using IncidentBot.Domain.Timeline;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Views;

/// <summary>What people read who look again, or for the first time.</summary>
public sealed class CatchUpSnapshots
{
    private const string Card = "https://example.slack.com/archives/C000000001/p1930032001000100";

    private static readonly Incident Live = Some.Incident(severity: Severity.Sev2, status: IncidentStatus.Identified, commander: Some.OtherUser) with { LastUpdate = Some.Update("We rolled back.\nWatching until noon.") };

    private static readonly WhatChanged Changed = new(
        [
            Some.Entry("Severity set to 🟠 SEV-2 HIGH: cards are refused", EntryKind.Severity) with { Author = null, Number = 2 },
            Some.Entry("api 2.4 is out", EntryKind.Deploy) with { Number = 4, Permalink = "https://example.slack.com/archives/C1/p1" },
        ],
        7);

    private static readonly TimelineEntry[] DeadEnds = [Some.Entry("not the cache", EntryKind.DeadEnd) with { Permalink = "https://example.slack.com/archives/C1/p2" }, Some.Entry("not DNS", EntryKind.DeadEnd)];

    [Fact]
    public void A_catch_up()
    {
        Snapshot.Match("catchup", CatchUpReply.Of(new Knowledge(Live, Some.Moment, Changed, [Some.Task(), Some.Task("tell support") with { Number = 4, Owner = Some.OtherUser }], DeadEnds, Card) { UpdateDueAt = Some.Moment.AddHours(1) }));
        Snapshot.Match("catchup-overdue", CatchUpReply.Of(new Knowledge(Live, Some.Moment, Changed, [Some.Task(), Some.Task("tell support") with { Number = 4, Owner = Some.OtherUser, DueAt = Some.Moment, Permalink = "https://example.slack.com/archives/C1/p3" }], DeadEnds, Card)
        {
            UpdateDueAt = Some.Moment.AddHours(1),
            AcknowledgementMissedAt = Some.Moment.AddMinutes(30),
            AskedAt = Some.Moment.AddHours(2),
            UpdatePost = "https://example.slack.com/archives/C000000001/p4",
        }));
        Snapshot.Match("catchup-nothing", CatchUpReply.Of(new Knowledge(Some.Incident(), null, new WhatChanged([], 0), [], [], Card)));
        Snapshot.Match("catchup-over", CatchUpReply.Of(new Knowledge(Live with { Status = IncidentStatus.Resolved, ResolvedAt = Some.Moment }, Some.Moment, new WhatChanged([], 0), [Some.Task()], [], "") { FollowUps = [Some.Task() with { Sort = TaskSort.FollowUp, Number = 5 }] }));
    }

    [Fact]
    public void A_welcome() => Snapshot.Match("welcome", WelcomeReply.Of(new Knowledge(Live with { Commander = null }, null, Changed, [Some.Task()], DeadEnds, Card)));
}
