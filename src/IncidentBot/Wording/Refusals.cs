using System.Text.RegularExpressions;
using IncidentBot.Domain.Impacts;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Roles;
using IncidentBot.Domain.Tasks;
using IncidentBot.Domain.Teams;
using IncidentBot.Domain.Timeline;
using IncidentBot.Domain.Times;
using IncidentBot.Domain.Updates;
using IncidentBot.Slack.Blocks;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.Wording;

/// <summary>Each reason for a no, as a sentence that says what to do instead.</summary>
internal static partial class Refusals
{
    public static MessageContent Say(Refusal why) => MessageContent.Plain(Sentence(why));

    /// <summary>The same for somebody who may be elsewhere: there a command works only with the incident's number.</summary>
    public static string SentenceFor(Refusal why, Incident incident, ChannelId? here) =>
        here is not null && here == incident.Channel ? Sentence(why) : OfAnIncident().Replace(Sentence(why), $"`/incident {Number(incident)} ");

    public static string Sentence(Refusal why) => why switch
    {
        IncidentIsOver e => Speak($"This incident {LifecycleWords.Ended(e.Status)}. `/incident reopen` makes it live again."),
        IncidentIsLive e => Speak($"This incident is live already ({LifecycleWords.InASentence(e.Status)})."),
        AlreadyAtSeverity e => e.Severity.IsUnset ? Speak("No severity is set.") : Speak($"It is {Name(e.Severity)} already."),
        AlreadyAtStatus e => Speak($"It is {LifecycleWords.InASentence(e.Status)} already."),
        AlreadyAtThatTime e => Speak($"{NamedTimeWords.Name(e.Name)} is {NamedTimeWords.When(e.At)} already."),
        SameTitle => Speak("That is its title already. Nothing was changed."),
        SameImpact => Speak("That is what stands there already."),
        NoImpactYet => Speak("Nobody has worked out the impact yet, so nothing was taken back."),
        NobodySaidHowDetected => Speak("Nobody has said who noticed it first, so nothing was changed."),
        MoreAffectedThanThereAre e => Speak($"{ImpactWords.Count(e.Affected)} affected of {ImpactWords.Count(e.Daily)} daily users would be more than all of them. Which of the two is wrong? Nothing was changed. If the first number counts occurrences and not users, say so: `/incident impact {ImpactWords.Typed(e.Affected)} occurrences of {ImpactWords.Typed(e.Daily)}`"),
        AlreadyAffected e => Speak($"{TeamWords.Name(e.Service)} is named as affected already."),
        NeverAffected e => Speak($"{TeamWords.Name(e.Service)} was not named as affected, so nothing was changed."),
        AlreadyInvolved { Team: { IsTold: true } team } => Speak($"{TeamWords.Name(team.Team)} is involved already, and was told."),
        AlreadyInvolved e => Speak($"{TeamWords.Name(e.Team.Team)} is involved already. I have not told it: it may be on its way, or I cannot; tell them yourself if it matters now."),
        NotInvolved e => Speak($"{TeamWords.Name(e.Team)} is not involved, so nothing was changed."),
        OwnerNotAskedFor => Speak("I do not know that question any more. Nothing was changed."),
        OwnerAnsweredFor e => Speak($"Somebody has answered for {TeamWords.Name(e.Service)} already; the timeline has it."),
        TimesInWrongOrder e => Speak($"{NamedTimeWords.Name(e.Then)} cannot be before {NamedTimeWords.Within(e.First)}; one of the two times is wrong."),
        PastTimeAhead e => Speak($"{NamedTimeWords.Name(e.Name)} is in the future; write when it was, with the day if it was not today."),
        DeclaredIsKnown => Speak("When it was declared is known. To correct it, say a time: `/incident time declared 14:05`."),
        AlreadyDetectedSo e => Speak($"That {SourceWords.Within(e.Source)} noticed it first stands there already."),
        MergedOnlyIntoAnother => Speak("An incident becomes merged by merging it into another one, not by its status. Nothing was changed."),
        AlreadyCommander e => Speak($"{Person(e.Commander)} commands this incident already."),
        SomebodyElseCommands e => Speak($"{Person(e.Commander)} commands this incident. To offer it to somebody, type `/incident handover @name`; to change it at once, `/incident commander @name`."),
        ExternalsDoNotCommand e => Speak($"{Person(e.User)} is not of this workspace and cannot command here. Name somebody who is; they can hold any other role."),
        ExternalsAreNotLetIn e => Speak($"{Person(e.User)} is not of this workspace, and this incident is private: that would let them read all of it. Name somebody who is. Where they are in its channel already, they can take it themselves."),
        ProgramsHoldNoDuty e => Speak($"{Person(e.User)} is a program; name a person."),
        NobodyByThatName e => Speak($"{Person(e.User)} cannot be reached in this workspace. Name somebody else."),
        NobodyCommands => Speak("Nobody commands this incident. `/incident take` takes command."),
        CommandIsNotSought => Speak("No commander is being looked for here."),
        NoUpdateYet => Speak("There is no update yet to be corrected. `/incident update` posts one."),
        UpdateChangedSince e => Speak($"Somebody posted or corrected an update while you wrote, so yours was not put in its place. The card has theirs; `/incident update` opens the form with it. Your words:\n{Quote(e.Text)}"),
        UpdateSaysSo => Speak("The last update says so already. Nothing was changed."),
        UpdateIsDueLater e => Speak($"The next update is due {Moment(e.DueAt)}, and nobody is reminded before. Nothing was put off."),
        NoUpdateIsDue => Speak("Nobody is reminded of updates here, so nothing was put off: the severity promises none, or the incident is over."),
        CoversOneself => Speak("Name somebody else: nobody covers themselves."),
        NobodyCovers e => Speak($"Nobody covers {Person(e.Of)}. `/incident cover @name 2h` begins it."),
        OfferedAlready e => Speak($"Command is offered to {Person(e.To)} already, until {Moment(e.Until)}."),
        NoOfferOpen => Speak("No offer of command is open any more. `/incident role` shows who holds what."),
        OfferIsForAnother e => Speak($"Command is offered to {Person(e.To)}; only they can answer."),
        HoldsRoleAlready e => Speak($"{Person(e.Who)} holds that role already ({Mrkdwn.Escape(Speak(e.Role.Name))})."),
        SomebodyElseHolds e => Speak($"{Person(e.Holder)} is {Mrkdwn.Escape(Speak(e.Role.Name))}. To pass it on, type `/incident role {e.Role.Short} @name`."),
        HoldsNoSuchRole e => Speak($"{Person(e.Who)} does not hold that role ({Mrkdwn.Escape(Speak(e.Role.Name))})."),
        RolesAreSo => Speak("The roles are so already. Nothing was changed."),
        RoleIsFull e => Speak($"{Role.MostHolders} people hold that role ({Mrkdwn.Escape(Speak(e.Role.Name))}); no more can."),
        AlreadyAcknowledged e => Speak($"{Person(e.By)} has acknowledged it already."),
        NotAcknowledged => Speak("Nobody has acknowledged it."),
        ChangedSince => Speak("Too late to undo: something changed since. Nothing was done; use the command for what you want now."),
        NoReviewYet => Speak("There is no review yet; it opens when the incident is resolved."),
        MergesIntoItself => Speak("That is this very incident. Name the other one: `/incident merge #12`."),
        MergesIntoWhatIsOver e => Speak($"Incident #{e.Number} is over. Reopen it first, `/incident #{e.Number} reopen`, or merge it into this one."),
        PrivateMergesIntoPublic e => Speak($"This incident is private and #{e.Number} is not: all that is known here would stand there for everybody. Note there what everybody may know, and end this one with `/incident decline`. Nothing was merged."),
        PublicMergesIntoPrivate e => Speak($"Incident #{e.Number} is private and this one is not: merging would tell everybody here of it. Note there what matters of this one, and end this one with `/incident decline`. Nothing was merged."),
        RealMergesIntoDrill e => Speak($"This incident is real and #{e.Number} is a drill: merged into it, this one would be counted nowhere and owe no review. Go on here, and end the drill with `/incident #{e.Number} decline`. Nothing was merged."),
        DrillMergesIntoReal e => Speak($"This is a drill and #{e.Number} is real: what was only practised would stand there as if it had happened. Note there what is real, and end the drill with `/incident decline`. Nothing was merged."),
        DrillsOweNoReview => Speak("This is a drill; it owes no review."),
        ReviewIsSettled => Speak("The review is settled already. `/incident review again` opens another."),
        ReviewIsOwed e => Speak($"The review is owed already, by {Person(e.Owner)}."),
        ReviewComesWithResolve => Speak("This incident is not resolved. Resolve it first, then `/incident review again` opens another review."),
        ReviewDueThen e => Speak($"The review is due {Moment(e.DueAt)} already."),
        AlreadyReviewOwner e => Speak($"{Person(e.Owner)} owns the review already."),
        TitleMissing => Speak("Say in a few words what is wrong: `/incident declare Checkout is failing`."),
        TitleTooLong e => Speak($"That title has {e.Length} characters; at most {Declaration.LongestTitle} fit. Shorten it; the rest can go into an update. Nothing was changed."),
        FactsStayAsTheyAre e => Speak($"Entry {e.Entry} is what the incident itself did; it cannot be changed. `/incident edit {e.Entry} hide` hides it."),
        NothingToChange { Change: EntryChange.Hidden } e => Speak($"Entry {e.Entry} is hidden already."),
        NothingToChange { Change: EntryChange.Shown } e => Speak($"Entry {e.Entry} is not hidden."),
        NothingToChange e => Speak($"Entry {e.Entry} is so already. Nothing was changed."),
        WithdrawnNotHidden e => Speak($"Entry {e.Entry} was withdrawn with its emoji or pin. Put one on the message again and it is back."),
        NoWordsToRedact { Entry: 1 } => Speak("Nobody's words are in entry 1. To take words out of the title, type `/incident title` and a new one, then redact the entry that makes."),
        NoWordsToRedact e => Speak($"Entry {e.Entry} is what the incident itself did; nobody's words are in it. `/incident edit {e.Entry} hide` hides it."),
        ReasonRepeatsWords e => Speak($"That reason repeats words of entry {e.Entry}, and reasons stay. I kept nothing of it. Say it otherwise, such as `a password`; nothing was redacted yet."),
        AlreadyRedacted e => Speak($"The words of entry {e.Entry} are gone already."),
        RedactedStaysRedacted e => Speak($"Entry {e.Entry} was redacted, and stays so. Use `/incident note` to write something else down."),
        RedactionReasonTooLong e => Speak($"That reason has {e.Length} characters; at most {Redaction.LongestReason} fit. Say it shorter. Nothing was redacted."),
        EntryCorrectedSince e => Speak($"Entry {e.Entry} was changed since, so nothing was undone. `/incident history {e.Entry}` shows what it was; `/incident edit {e.Entry}` changes it."),
        EntryChangedSince e => Speak($"Entry {e.Entry} was changed after you asked. Look at it and ask again: `/incident redact {e.Entry} {e.Reason.Replace('`', '\'')}`. Nothing was redacted."),
        MessageDeletedSaysOnlyThat e => Speak($"The message of entry {e.Entry} was deleted in Slack, so its line says only that. Use `/incident note` to write something down; `/incident history {e.Entry}` still has what it said."),
        EntryTextMissing e => Speak($"Say what entry {e.Entry} should say. To take it off the timeline, type `/incident edit {e.Entry} hide`."),
        TaskIsSettled { State: TaskState.Done } e => Speak($"{Task(e.Task)} is done already. `/incident task {e.Task} open` opens it again."),
        TaskIsSettled e => Speak($"{Task(e.Task)} was dropped. `/incident task {e.Task} open` opens it again."),
        TaskIsOpen e => Speak($"{Task(e.Task)} is open already."),
        TaskIsTheirs { Owner: { } owner } e => Speak($"{Person(owner)} has {TaskWithin(e.Task)} already."),
        TaskIsTheirs e => Speak($"Nobody has {TaskWithin(e.Task)}."),
        TaskDueThen { DueAt: { } due } e => Speak($"{Task(e.Task)} is due {Moment(due)} already."),
        TaskDueThen e => Speak($"{Task(e.Task)} is due at no particular time."),
        TaskIsOfThatSort { Sort: TaskSort.FollowUp } e => Speak($"Number {e.Task} is a follow-up already."),
        TaskIsOfThatSort e => Speak($"Number {e.Task} is a task already."),
        TaskTextMissing => Speak("Say in a few words what is to be done: `/incident task restart the queue @name due 17:00`."),
        TaskTextTooLong e => Speak($"That has {e.Length} characters; at most {IncidentTask.LongestText} fit in a list. Say it shorter, and put the rest into a note. Nothing was added."),
        _ => throw new ArgumentOutOfRangeException(nameof(why), why.GetType().Name, "A refusal without words."),
    };

    private static string Task(int number) => Speak($"Task {number}");

    private static string TaskWithin(int number) => Speak($"task {number}");

    /// <summary>Commands that name no incident and are about one.</summary>
    [GeneratedRegex(@"`/incident (?!#|declare\b|list\b|help\b|cover\b)")]
    private static partial Regex OfAnIncident();
}
