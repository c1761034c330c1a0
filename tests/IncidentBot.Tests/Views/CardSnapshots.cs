using IncidentBot.Domain.Impacts;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Reviews;
using IncidentBot.Domain.Roles;
using IncidentBot.Domain.Teams;
using IncidentBot.Domain.Timeline;
using IncidentBot.Incidents;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Views;

/// <summary>The card in the states that matter, and what the other living messages say then.</summary>
public sealed class CardSnapshots
{
    private static readonly Incident Declared = Some.Incident();

    private static readonly Incident InHand = Some.Incident(severity: Severity.Sev2, status: IncidentStatus.Identified, commander: Some.OtherUser) with
    {
        Summary = "Nobody can pay since ten o'clock.\nLogins work.",
        AcknowledgedBy = Some.User,
        AcknowledgedAt = Some.Moment.AddMinutes(4),
        LastUpdate = Some.Update(),
        Roles = RoleHolders.Of(new RoleHolder("scribe", "Scribe", Some.User), new RoleHolder("expert", "Expert", Some.User), new RoleHolder("expert", "Expert", Some.OtherUser)),
    };

    private static readonly Incident Resolved = InHand with { Status = IncidentStatus.Resolved, ResolvedAt = Some.Moment.AddMinutes(90), Review = Some.Review() };

    [Fact]
    public void Just_declared() => Match("card-declared", Declared);

    [Fact]
    public void In_hand() => Match("card-in-hand", InHand);

    [Fact]
    public void Resolved_and_the_review_owed() => Match("card-resolved", Resolved);

    [Fact]
    public void Closed_and_the_review_done() => Match("card-closed", Resolved with
    {
        Status = IncidentStatus.Closed,
        ClosedAt = Some.Moment.AddDays(1),
        Review = Some.Review(new ReviewEnd.Done("https://docs.example.com/review/7")),
    });

    [Fact]
    public void Closed_and_the_review_waived() => Match("card-waived", Declared with
    {
        Status = IncidentStatus.Closed,
        ResolvedAt = Some.Moment.AddMinutes(2),
        ClosedAt = Some.Moment.AddMinutes(3),
        Review = Some.Review(new ReviewEnd.Waived("A drill.")),
    });

    [Fact]
    public void Impact_that_speaks_for_a_worse_severity() => Match("card-impact", Declared with
    {
        Impacts = ImpactHistory.None.With(new ImpactEstimate(new AffectedUsers(new PeopleCount(4_200, 4_200), true), new DailyActiveUsers(new PeopleCount(60_000, 60_000)), Some.User, Some.Moment)),
    });

    [Fact]
    public void With_what_it_affects_and_whose_that_is() => Match("card-teams", Declared with
    {
        Services = [new Service("checkout", "Checkout"), new Service("invoices", "Invoices")],
        Teams = [new InvolvedTeam(new Team("payments", "Payments")) { IsTold = true }, new InvolvedTeam(new Team("search", "Search"))],
    });

    [Fact]
    public void Declared_afterwards() => Match("card-retroactive", Resolved with { IsRetroactive = true, Commander = null, AcknowledgedAt = null, AcknowledgedBy = null, LastUpdate = null, ResolvedAt = Some.Moment.AddHours(-3) });

    [Fact]
    public void Declined() => Match("card-declined", Declared with { Status = IncidentStatus.Declined });

    [Fact]
    public void Merged_into_another() => Match("card-merged", Declared with { Status = IncidentStatus.Merged, MergedInto = new IncidentId(Some.Team, 3), MergedBy = Some.OtherUser }, AtHand.Nothing with { GoesOnAs = Some.Incident(3, "Checkout is failing") });

    [Fact]
    public void Merged_into_one_not_everybody_can_see() => Match("card-merged-private", Declared with { Status = IncidentStatus.Merged, MergedInto = new IncidentId(Some.Team, 3), MergedBy = Some.OtherUser }, AtHand.Nothing with { GoesOnAs = Some.Incident(3, "Secret leak") with { IsPrivate = true } });

    [Fact]
    public void With_things_to_do_and_dead_ends() => Match("card-at-hand", InHand, new AtHand(2, 1,
    [
        .. new[] { "the cache is fine", "not the network:\nping works", "the certificate is valid", "it is not DNS" }
            .Select((text, i) => Some.Entry(text, EntryKind.DeadEnd) with { Number = i + 1, Permalink = i == 0 ? "https://example.com/archives/C1/p1" : "" }),
    ]));

    [Fact]
    public void A_title_of_signs_and_mentions() => Match("card-odd-title", Declared with { Title = "<!channel> & <b>, who is there? 🔥" });

    private static void Match(string name, Incident incident, AtHand? atHand = null)
    {
        Snapshot.Match(name, IncidentCard.Of(incident, atHand ?? AtHand.Nothing, WorstCase.Options));
        Snapshot.Match($"{name}.announcement.txt", $"{IncidentAnnouncement.Of(incident).Text}\n---\n{IncidentTopic.Of(incident, incident.Commander is null ? null : "bob")}\n");
    }
}
