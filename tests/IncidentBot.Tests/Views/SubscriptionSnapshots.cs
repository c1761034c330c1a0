using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Updates;
using IncidentBot.Subscriptions;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Views;

/// <summary>What subscribers read.</summary>
public sealed class SubscriptionSnapshots
{
    private static readonly Incident Live = Some.Incident(severity: Severity.Sev2, status: IncidentStatus.Identified, commander: Some.OtherUser);

    [Fact]
    public void What_happened()
    {
        Snapshot.Match("notice-declared", SubscriptionNotice.Declared(Live));
        Snapshot.Match("notice-worse", SubscriptionNotice.Of(new SeverityChanged(Severity.Sev3, Severity.Sev2, "cards are refused", Some.User, Some.Moment), Live)!);
        Snapshot.Match("notice-updated", SubscriptionNotice.Of(new UpdatePosted("We rolled back.", Some.User, Some.Moment), Live)!);
        Snapshot.Match("notice-resolved", SubscriptionNotice.Of(new IncidentResolved(IncidentStatus.Monitoring, Some.User, Some.Moment.AddHours(2)), Live)!);
    }

    [Fact]
    public void The_digest()
    {
        var over = Live with { Status = IncidentStatus.Resolved, ResolvedAt = Some.Moment.AddHours(2), Review = Some.Review() };
        Snapshot.Match("digest", DigestReply.Of(new DigestSight([Live, Some.Incident(9, "Logins are slow")], [over], [over]), isChannel: false)!);
        Snapshot.Match("digest-channel", DigestReply.Of(new DigestSight([.. Enumerable.Range(1, 11).Select(number => Some.Incident(number))], [], []), isChannel: true)!);
        Snapshot.Match("digest-quiet", DigestReply.Now(new DigestSight([], [], [])));
        Snapshot.Match("digest-on", DigestReply.On(new TimeOnly(8, 30), TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin")));
        Assert.Null(DigestReply.Of(new DigestSight([], [], []), isChannel: true));
    }

    [Fact]
    public void What_one_subscribed_to()
    {
        Snapshot.Match("subscribed", SubscriptionReplies.Subscribed("sev:sev2", SeverityScale.Default));
        Snapshot.Match("subscribed-incident", SubscriptionReplies.Subscribed("#12", SeverityScale.Default));
        Snapshot.Match("unsubscribed", SubscriptionReplies.Unsubscribed("all", SeverityScale.Default));
        Snapshot.Match("subscriptions", SubscriptionReplies.All(["#12", "all", "sev:sev1", "sev:gone"], SeverityScale.Default));
        Snapshot.Match("subscriptions-none", SubscriptionReplies.All([], SeverityScale.Default));
    }
}
