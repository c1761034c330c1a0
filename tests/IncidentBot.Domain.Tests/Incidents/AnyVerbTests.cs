using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Reminders;
using IncidentBot.Domain.Reviews;
using IncidentBot.Domain.Roles;
using static IncidentBot.Domain.Tests.Decided;

namespace IncidentBot.Domain.Tests.Incidents;

/// <summary>What holds after any verbs in any order.</summary>
public sealed class AnyVerbTests
{
    private delegate Decision Verb(Incident incident, UserId by, DateTimeOffset now);

    [Fact]
    public void Deciding_twice_decides_the_same() => Walk((incident, verb, by, now) =>
    {
        var (first, second) = (verb(incident, by, now), verb(incident, by, now));
        if (first is Decision.Accepted once)
            Accepted(second, once.After with { Version = incident.Version }, [.. once.Events]);
        else
            Assert.Equal(first, second);
    });

    [Fact]
    public void What_is_accepted_is_one_version_on_and_tells_who_did_what_when() => Walk((incident, verb, by, now) =>
    {
        if (verb(incident, by, now) is not Decision.Accepted accepted)
            return;
        Assert.Equal(incident.Version + 1, accepted.After.Version);
        Assert.NotEmpty(accepted.Events);
        Assert.All(accepted.Events, happened => Assert.Equal((by, now), (happened.By, happened.At)));
        Assert.Equal((incident.Id, incident.Title, incident.Reporter, incident.DeclaredAt), (accepted.After.Id, accepted.After.Title, accepted.After.Reporter, accepted.After.DeclaredAt));
    });

    [Fact]
    public void Where_it_stands_and_the_times_agree() => Walk((incident, _, _, _) =>
    {
        Assert.Equal(incident.Status.Phase is IncidentPhase.Resolved or IncidentPhase.Closed, incident.ResolvedAt is not null);
        Assert.Equal(incident.Status.Phase == IncidentPhase.Closed, incident.ClosedAt is not null);
        Assert.NotEqual(IncidentPhase.Merged, incident.Status.Phase);
        Assert.Equal(incident.AcknowledgedBy is null, incident.AcknowledgedAt is null);
    });

    [Fact]
    public void A_review_is_there_once_it_is_over_and_owed_only_then() => Walk((incident, _, _, now) =>
    {
        if (incident.ResolvedAt is not null)
            Assert.NotNull(incident.Review);
        else
            Assert.NotEqual(true, incident.Review?.IsOwed);
        Assert.Equal(incident.Review is { IsOwed: true }, ReviewReminders.Next(incident, Some.Policy, now) is not null);
    });

    /// <summary>Looks at the incident, and at the verb about to be done, before each of many steps.</summary>
    private static void Walk(Action<Incident, Verb, UserId, DateTimeOffset> look) => Seeds.Each(300, random =>
    {
        var (incident, now) = (Some.Incident(), Some.Now);
        for (var step = 0; step < 40; step++)
        {
            var (verb, by) = (AnyVerb(random), random.OneOf(Some.People));
            now += random.Between(TimeSpan.Zero, TimeSpan.FromDays(1));
            look(incident, verb, by, now);
            if (verb(incident, by, now) is Decision.Accepted accepted)
                incident = accepted.After;
        }
    });

    private static Verb AnyVerb(Random random)
    {
        var status = random.OneOf(Some.Statuses);
        var live = random.OneOf(Some.Statuses.Where(each => !each.IsOver).ToList());
        var severity = random.OneOf(Some.Severities);
        var person = random.OneOf(Some.People);
        return random.OneOf<Verb>(
        [
            (incident, by, now) => IncidentLifecycle.MoveTo(incident, status, Some.Policy, by, now),
            (incident, by, now) => IncidentLifecycle.Reopen(incident, live, by, now),
            (incident, by, now) => IncidentSeverity.Change(incident, severity, "", Some.Policy, by, now),
            (incident, by, now) => Acknowledgement.Give(incident, by, now),
            (incident, by, now) => Acknowledgement.Withdraw(incident, by, now),
            (incident, by, now) => Command.Take(incident, by, now),
            (incident, by, now) => Command.Assign(incident, person, by, now),
            (incident, by, now) => Command.Leave(incident, by, now),
            (incident, by, now) => Domain.Updates.Updates.Post(incident, "as it stands", by, now),
            (incident, by, now) => PostIncidentReview.AssignOwner(incident, person, by, now),
            (incident, by, now) => PostIncidentReview.Complete(incident, "https://docs.example/7", by, now),
            (incident, by, now) => PostIncidentReview.Resume(incident, by, now),
            (incident, by, now) => PostIncidentReview.Again(incident, Some.Policy, by, now),
            (incident, by, now) => PostIncidentReview.Waive(incident, "a drill", by, now),
        ]);
    }
}
