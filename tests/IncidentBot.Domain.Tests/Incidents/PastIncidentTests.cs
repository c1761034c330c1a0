using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Roles;
using IncidentBot.Domain.Times;
using IncidentBot.Domain.Updates;

namespace IncidentBot.Domain.Tests.Incidents;

public sealed class PastIncidentTests
{
    private static readonly PastIncident Past = new(Some.Declaration() with { Severity = Severity.Sev1 })
    {
        ImpactStart = Some.Now.AddHours(-6),
        Detected = Some.Now.AddHours(-7),
        Mitigated = Some.Now.AddHours(-5),
        Resolved = Some.Now.AddHours(-4),
    };

    private static readonly SeverityScale Promising = new([new SeverityLevel(Severity.Sev1) { AcknowledgeWithin = TimeSpan.FromMinutes(15), UpdateEvery = TimeSpan.FromMinutes(30) }]);

    [Fact]
    public void With_an_end_it_is_resolved_then_and_its_review_is_owed_from_now()
    {
        var declared = Declare(Past);

        Assert.Equal(IncidentPhase.Resolved, declared.After.Status.Phase);
        Assert.Equal(Past.Resolved, declared.After.ResolvedAt);
        Assert.Equal(TimeSpan.FromHours(2), Measure.Total.Of(declared.After));
        Assert.Null(Measure.ToResolve.Of(declared.After));
        Assert.Equal((Some.Ana, Some.Now + Some.Policy.TimeFor(Severity.Sev1)), (declared.After.Review!.Owner, declared.After.Review.DueAt));
        Assert.IsType<IncidentDeclared>(declared.Events[0]);
        Assert.Equal([NamedTime.ImpactStart, NamedTime.Detected, NamedTime.Mitigated, NamedTime.Resolved], declared.Events.OfType<TimeCorrected>().Select(e => e.Name));
    }

    [Fact]
    public void Without_one_it_is_live_and_nobody_is_chased_until_it_is_reopened()
    {
        var live = Declare(Past with { Resolved = null }).After with { Channel = new ChannelId("C000000001") };

        Assert.Equal(IncidentStatus.Triage, live.Status);
        Assert.Null(live.Review);
        Assert.NotNull(AcknowledgeTarget.Next(live with { IsRetroactive = false }, Promising, Some.Now));
        Assert.NotNull(UpdateCadence.DueAt(live with { IsRetroactive = false }, Promising));
        Assert.Null(AcknowledgeTarget.Next(live, Promising, Some.Now));
        Assert.Null(UpdateCadence.DueAt(live, Promising));
        Assert.Null(FreeCommand.Next(live, new FreeCommandPolicy(TimeSpan.FromMinutes(10), null), Some.Now));
        Assert.False(AskingAGroup.IsDue(live, "S01234567", live.DeclaredAt));
        var over = Decided.Accepted(IncidentLifecycle.MoveTo(live, IncidentStatus.Resolved, Some.Policy, Some.Ana, Some.Now)).After;
        Assert.False(Decided.Accepted(IncidentLifecycle.Reopen(over, IncidentStatus.Investigating, Some.Ana, Some.Now)).After.IsRetroactive);
    }

    [Fact]
    public void Times_that_cannot_be_are_named()
    {
        Assert.Equal(new PastTimeAhead(NamedTime.Mitigated), (Past with { Mitigated = Some.Now.AddMinutes(1) }).Objection(Some.Now));
        Assert.Equal(new TimesInWrongOrder(NamedTime.ImpactStart, NamedTime.Mitigated), (Past with { Mitigated = Some.Now.AddHours(-6.5) }).Objection(Some.Now));
        Assert.Equal(new TimesInWrongOrder(NamedTime.ImpactStart, NamedTime.Resolved), (Past with { Mitigated = null, Resolved = Some.Now.AddHours(-6.5) }).Objection(Some.Now));
        Assert.Equal(new TimesInWrongOrder(NamedTime.Mitigated, NamedTime.Resolved), (Past with { Resolved = Some.Now.AddHours(-5.5) }).Objection(Some.Now));
        Assert.Equal(new TimesInWrongOrder(NamedTime.Detected, NamedTime.Resolved), (Past with { Detected = Some.Now.AddHours(-3) }).Objection(Some.Now));
        Assert.Null(Past.Objection(Some.Now));
        Assert.Null(new PastIncident(Some.Declaration()).Objection(Some.Now));
        Decided.Refused(new TitleMissing(), new PastIncident(Some.Declaration(" ")).Declare(Some.Id, Lifecycle.Default, Some.Policy, Some.Now));
    }

    private static Decision.Accepted Declare(PastIncident past) => Decided.Accepted(past.Declare(Some.Id, Lifecycle.Default, Some.Policy, Some.Now));
}
