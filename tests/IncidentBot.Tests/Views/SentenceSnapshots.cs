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
using IncidentBot.TestKit;
using IncidentBot.Wording;

namespace IncidentBot.Tests.Views;

/// <summary>Every reason for a no and everything that can happen, as the one sentence people read.</summary>
public sealed class SentenceSnapshots
{
    private static readonly DateTimeOffset Now = Some.Moment;
    private static readonly UserId Alice = Some.User;
    private static readonly UserId Bob = Some.OtherUser;
    private static readonly Role Scribe = WorstCase.Options.Roles[1];

    private static readonly Service Checkout = new("checkout", "Checkout");
    private static readonly Team Payments = new("payments", "Payments");

    private static readonly Refusal[] Noes =
    [
        new IncidentIsOver(IncidentStatus.Resolved),
        new IncidentIsOver(IncidentStatus.Closed),
        new IncidentIsLive(IncidentStatus.Triage),
        new AlreadyAtSeverity(Severity.Sev2),
        new AlreadyAtSeverity(Severity.Unset),
        new AlreadyAtStatus(IncidentStatus.Monitoring),
        new IncidentIsOver(IncidentStatus.Declined),
        new MergedOnlyIntoAnother(),
        new AlreadyAtThatTime(NamedTime.ImpactStart, Now),
        new AlreadyAtThatTime(NamedTime.Mitigated, null),
        new SameImpact(),
        new NoImpactYet(),
        new NobodySaidHowDetected(),
        new MoreAffectedThanThereAre(new PeopleCount(4_200, 4_200), new PeopleCount(600, 600)),
        new AlreadyAffected(Checkout),
        new NeverAffected(Checkout),
        new AlreadyInvolved(new InvolvedTeam(Payments)),
        new AlreadyInvolved(new InvolvedTeam(Payments) { IsTold = true }),
        new NotInvolved(Payments),
        new OwnerNotAskedFor(),
        new OwnerAnsweredFor(Checkout),
        new TimesInWrongOrder(NamedTime.ImpactStart, NamedTime.Resolved),
        new PastTimeAhead(NamedTime.Mitigated),
        new DeclaredIsKnown(),
        new AlreadyDetectedSo(new DetectionSource("support", "Customer support")),
        new AlreadyCommander(Bob),
        new SomebodyElseCommands(Bob),
        new ProgramsHoldNoDuty(Bob),
        new ExternalsDoNotCommand(Bob),
        new ExternalsAreNotLetIn(Bob),
        new NobodyByThatName(Bob),
        new NobodyCommands(),
        new CommandIsNotSought(),
        new CoversOneself(),
        new NobodyCovers(Bob),
        new NoUpdateYet(),
        new UpdateSaysSo(),
        new UpdateChangedSince("A third of the users are back."),
        new NoUpdateIsDue(),
        new UpdateIsDueLater(Now),
        new OfferedAlready(Bob, Now),
        new NoOfferOpen(),
        new OfferIsForAnother(Bob),
        new HoldsRoleAlready(Scribe, Bob),
        new SomebodyElseHolds(Scribe, Bob),
        new HoldsNoSuchRole(Scribe, Bob),
        new RoleIsFull(Scribe),
        new RolesAreSo(),
        new AlreadyAcknowledged(Bob),
        new NotAcknowledged(),
        new ChangedSince(),
        new NoReviewYet(),
        new MergesIntoItself(),
        new MergesIntoWhatIsOver(12),
        new PrivateMergesIntoPublic(12),
        new PublicMergesIntoPrivate(12),
        new RealMergesIntoDrill(12),
        new DrillMergesIntoReal(12),
        new DrillsOweNoReview(),
        new ReviewIsSettled(),
        new ReviewIsOwed(Bob),
        new ReviewComesWithResolve(),
        new ReviewDueThen(Now),
        new AlreadyReviewOwner(Bob),
        new TitleMissing(),
        new TitleTooLong(240),
        new FactsStayAsTheyAre(12),
        new NothingToChange(12, EntryChange.Reworded),
        new NothingToChange(12, EntryChange.Hidden),
        new NothingToChange(12, EntryChange.Shown),
        new WithdrawnNotHidden(12),
        new MessageDeletedSaysOnlyThat(12),
        new EntryTextMissing(12),
        new NoWordsToRedact(12),
        new NoWordsToRedact(1),
        new SameTitle(),
        new AlreadyRedacted(12),
        new ReasonRepeatsWords(12),
        new RedactedStaysRedacted(12),
        new RedactionReasonTooLong(420),
        new EntryCorrectedSince(12),
        new EntryChangedSince(12, "a customer's name"),
        new TaskIsSettled(3, TaskState.Done),
        new TaskIsSettled(3, TaskState.Dropped),
        new TaskIsOpen(3),
        new TaskIsTheirs(3, Bob),
        new TaskIsTheirs(3, null),
        new TaskDueThen(3, Now),
        new TaskDueThen(3, null),
        new TaskIsOfThatSort(3, TaskSort.FollowUp),
        new TaskIsOfThatSort(3, TaskSort.Task),
        new TaskTextMissing(),
        new TaskTextTooLong(640),
    ];

    private static readonly IncidentTask Restart = new(new IncidentId(Some.Team, 12), 3, "restart the queue", TaskSort.Task, Alice, Now) { Owner = Bob };

    private static readonly IncidentEvent[] Happenings =
    [
        new TitleCorrected("Checkout <is> failing", "Checkout refuses cards", Alice, Now),
        new TaskAdded(Restart, Alice, Now) { From = new IncidentId(Some.Team, 15) },
        new TaskGoesOnElsewhere(Restart, new IncidentId(Some.Team, 15), 4, Alice, Now),
        new IncidentDeclared(Alice, Now),
        new IncidentDeclared(Alice, Now) { Severity = Severity.Sev2, Summary = "Cards are refused." },
        new IncidentDeclared(Alice, Now) { Severity = Severity.Sev2, IsRetroactive = true },
        new SeverityChanged(Severity.Unset, Severity.Sev2, "", Alice, Now),
        new SeverityChanged(Severity.Sev2, Severity.Sev1, "Payments too", Alice, Now),
        new SeverityChanged(Severity.Sev2, Severity.Unset, "", Alice, Now),
        new StatusChanged(IncidentStatus.Triage, IncidentStatus.Identified, Alice, Now),
        new IncidentResolved(IncidentStatus.Monitoring, Alice, Now),
        new IncidentClosed(Alice, Now),
        new IncidentMerged(IncidentStatus.Investigating, new IncidentId(Some.Team, 12), Some.Channel, Alice, Now),
        new AnotherMergedIn(new IncidentId(Some.Team, 15), "Payments answer 502", 14, Alice, Now),
        new AnotherMergedIn(new IncidentId(Some.Team, 15), "Payments answer 502", 1, Alice, Now) { Was = Severity.Sev1, Tasks = 3, Commander = Bob },
        new MergedOneReopened(new IncidentId(Some.Team, 15), "Payments answer 502", Alice, Now),
        new IncidentReopened(IncidentStatus.Resolved, IncidentStatus.Investigating, Alice, Now),
        new ImpactEstimated(new ImpactEstimate(new AffectedUsers(new PeopleCount(4_200, 4_200), true) { Source = "logs", Window = "10:00 to 11:00" }, new DailyActiveUsers(new PeopleCount(60_000, 60_000)) { Source = "analytics" }, Alice, Now), Alice, Now),
        new ImpactEstimated(new ImpactEstimate(new AffectedUsers(new PeopleCount(200, 300), false), new DailyActiveUsers(null), Alice, Now), Alice, Now),
        new ServiceAffected(Checkout, Alice, Now),
        new ServiceNotAffected(Checkout, Alice, Now),
        new TeamInvolved(Payments, Checkout, Alice, Now),
        new TeamInvolved(Payments with { Channel = new ChannelId("C000000002") }, null, Alice, Now),
        new TeamNotInvolved(new InvolvedTeam(Payments), Alice, Now),
        new OwnerFirstAnswered(Checkout, Payments, OwnerAnswer.Tell, Alice, Now),
        new OwnerFirstAnswered(Checkout, Payments, OwnerAnswer.Known, Alice, Now),
        new OwnerFirstAnswered(Checkout, Payments, OwnerAnswer.Emergency, Alice, Now),
        new TeamTold(Payments, Some.Channel, Alice, Now),
        new TimeCorrected(NamedTime.ImpactStart, null, Now, "the graph says so", Alice, Now),
        new TimeCorrected(NamedTime.Mitigated, Now, null, "", Alice, Now),
        new DetectionUnnamed(new DetectionSource("support", "Customer support"), Alice, Now),
        new ImpactTakenBack(new ImpactEstimate(new AffectedUsers(new PeopleCount(4_200, 4_200), null), new DailyActiveUsers(new PeopleCount(60_000, 60_000)), Alice, Now), null, Alice, Now),
        new ImpactTakenBack(new ImpactEstimate(new AffectedUsers(null, null), new DailyActiveUsers(null), Alice, Now), new ImpactEstimate(new AffectedUsers(new PeopleCount(4_200, 4_200), false), new DailyActiveUsers(new PeopleCount(60_000, 60_000)), Bob, Now), Alice, Now),
        new DetectionNamed(null, new DetectionSource("support", "Customer support"), Alice, Now),
        new DetectionNamed(new DetectionSource("monitoring", "Monitoring"), new DetectionSource("support", "Customer support"), Alice, Now),
        new IncidentDeclined(IncidentStatus.Triage, "", Alice, Now),
        new IncidentDeclined(IncidentStatus.Triage, "only a test", Alice, Now),
        new CommanderChanged(null, Alice, Alice, Now),
        new CommanderChanged(null, Bob, Alice, Now),
        new CommanderChanged(Alice, Bob, Alice, Now),
        new CommanderChanged(Alice, null, Alice, Now),
        new CommanderChanged(Bob, null, Alice, Now),
        new CommanderNotFound("S0123456", "", Alice, Now),
        new CommanderNotFound("S0123456", "plan_upgrade_required", Alice, Now),
        new CommandStillFree(Now.AddMinutes(-10), false, Alice, Now),
        new CommandStillFree(Now.AddMinutes(-20), true, Alice, Now),
        new CoverBegan(Alice, Bob, Now.AddHours(2), Alice, Now),
        new CoverEnded(Alice, Bob, Alice, Now),
        new CommandOffered(Bob, Now, Alice, Now),
        new CommandOffered(Bob, Now, Alice, Now) { Instead = Alice },
        new CommandOfferEnded(Bob, OfferEnd.Passed, Alice, Bob, Now),
        new CommandOfferEnded(Bob, OfferEnd.Withdrawn, null, Alice, Now),
        new CommandOfferEnded(Bob, OfferEnd.Expired, Alice, Alice, Now),
        new CommandOfferEnded(Bob, OfferEnd.Merged, Alice, Alice, Now),
        new CommandOfferEnded(Bob, OfferEnd.Over, Alice, Alice, Now),
        new RoleGiven(Scribe, null, Alice, Alice, Now),
        new RoleGiven(Scribe, null, Bob, Alice, Now),
        new RoleGiven(Scribe, Bob, Alice, Alice, Now),
        new RoleLeft(Scribe, Alice, Alice, Now),
        new RoleLeft(Scribe, Bob, Alice, Now),
        new IncidentAcknowledged(Alice, Now),
        new AcknowledgementWithdrawn(Bob, Alice, Now),
        new UpdatePosted("We rolled back.", Alice, Now),
        new UpdateCorrected("We rolled back at ten.", Alice, Now) { ToldAt = Now.AddMinutes(-5) },
        new UpdateToldOutside(Alice, Now),
        new UpdateAudienceCorrected(UpdateAudience.External, Alice, Now),
        new UpdateAudienceCorrected(UpdateAudience.Internal, Alice, Now),
        new UpdateSnoozed(Now.AddMinutes(30), Alice, Now),
        new ReviewOpened(Bob, Now.AddDays(5), Alice, Now),
        new ReviewOwnerChanged(Alice, Bob, Alice, Now),
        new ReviewDone("https://docs.example.com/review/7", Alice, Now),
        new ReviewWaived("A drill.", Alice, Now),
        new ReviewWithdrawn(Alice, Now),
        new ReviewResumed(Bob, Alice, Now),
        new ReviewDueMoved(Now.AddDays(5), Now.AddDays(2), Alice, Now),
        new ChannelArchived(Alice, Now),
        new ChannelArchived(UserId.Unsaid, Now),
        new ChannelUnarchived(Alice, Now),
        new ChannelUnarchived(UserId.Unsaid, Now),
        new BotRemoved(Alice, Now),
        new ChannelOutOfSight(Bob, Now),
        new BotBroughtBack(Now.AddHours(-1), Alice, Now),
        new ChannelRenamed("inc-7-checkout", "checkout-war-room", Alice, Now),
        new ChannelMadePrivate(Alice, Now),
        new ChannelGone("inc-7-checkout", Alice, Now),
        new ChannelGone("", UserId.Unsaid, Now),
        new TaskAdded(Some.Task(), Alice, Now),
        new TaskAdded(Some.Task() with { Owner = Bob, DueAt = Now, Sort = TaskSort.FollowUp }, Alice, Now),
        new TaskOwnerChanged(Some.Task() with { Owner = Alice }, null, Alice, Now),
        new TaskOwnerChanged(Some.Task() with { Owner = Bob }, null, Alice, Now),
        new TaskOwnerChanged(Some.Task(), Bob, Alice, Now),
        new TaskDueChanged(Some.Task() with { DueAt = Now }, null, Alice, Now),
        new TaskDueChanged(Some.Task(), Now, Alice, Now),
        new TaskDone(Some.Task() with { State = TaskState.Done }, Alice, Now),
        new TaskDropped(Some.Task() with { State = TaskState.Dropped }, Alice, Now),
        new TaskOpenedAgain(Some.Task(), TaskState.Done, Alice, Now),
        new TaskMoved(Some.Task() with { Sort = TaskSort.FollowUp }, Alice, Now),
        new TaskMoved(Some.Task(), Alice, Now),
    ];

    [Fact]
    public void Every_refusal_says_what_to_do_instead()
    {
        Assert.Empty(Forgotten(typeof(Refusal), Noes));
        Snapshot.Match("refusals.txt", Lines(Noes, Refusals.Sentence));
    }

    [Fact]
    public void Every_event_has_its_line_on_the_timeline_and_in_the_answer()
    {
        Assert.Empty(Forgotten(typeof(IncidentEvent), Happenings));
        Snapshot.Match("events.txt", Lines(Happenings, EventWords.Of));
        Snapshot.Match("answers.txt", Lines(Happenings, happened => Replies.Done(Some.Incident(), new Decision.Accepted(Some.Incident(), [happened]), Some.Channel).Text));
    }

    [Fact]
    public void A_sentence_nobody_looked_at_is_seen() =>
        Assert.Equal(["TitleMissing"], Forgotten(typeof(Refusal), Noes.Where(why => why is not TitleMissing)));

    private static IEnumerable<string> Forgotten(Type kind, IEnumerable<object> shown) =>
        kind.Assembly.GetTypes().Where(type => type.IsSubclassOf(kind) && !type.IsAbstract).Except(shown.Select(each => each.GetType())).Select(type => type.Name);

    private static string Lines<T>(IEnumerable<T> all, Func<T, string> say)
        where T : notnull =>
        string.Concat(all.Select(each => $"{each.GetType().Name}: {say(each)}\n"));
}
