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
internal static class Refusals
{
    public static MessageContent Say(Refusal why) => MessageContent.Plain(Sentence(why));

    public static string Sentence(Refusal why) => why switch
    {
        IncidentIsOver e => $"This incident {LifecycleWords.Ended(e.Status)}. `/incident reopen` makes it live again.",
        IncidentIsLive e => $"This incident is live already ({LifecycleWords.InASentence(e.Status)}).",
        AlreadyAtSeverity e => e.Severity.IsUnset ? "No severity is set." : $"It is {Name(e.Severity)} already.",
        AlreadyAtStatus e => $"It is {LifecycleWords.InASentence(e.Status)} already.",
        AlreadyAtThatTime e => $"{NamedTimeWords.Name(e.Name)} is {NamedTimeWords.When(e.At)} already.",
        SameImpact => "That is what stands there already.",
        AlreadyAffected e => $"{TeamWords.Name(e.Service)} is named as affected already.",
        NeverAffected e => $"{TeamWords.Name(e.Service)} was not named as affected, so nothing was changed.",
        AlreadyInvolved { Team: { IsTold: true } team } => $"{TeamWords.Name(team.Team)} is involved already, and was told.",
        AlreadyInvolved e => $"{TeamWords.Name(e.Team.Team)} is involved already. I have not told it: it may be on its way, or I cannot; tell them yourself if it matters now.",
        NotInvolved e => $"{TeamWords.Name(e.Team)} is not involved, so nothing was changed.",
        OwnerNotAskedFor => "I do not know that question any more. Nothing was changed.",
        OwnerAnsweredFor e => $"Somebody has answered for {TeamWords.Name(e.Service)} already; the timeline has it.",
        DeclaredIsKnown => "When it was declared is known. To correct it, say a time: `/incident time declared 14:05`.",
        AlreadyDetectedSo e => $"That {e.Source.Name.ToLowerInvariant()} noticed it first stands there already.",
        MergedOnlyIntoAnother => "An incident becomes merged by merging it into another one, not by its status. Nothing was changed.",
        AlreadyCommander e => $"{Person(e.Commander)} commands this incident already.",
        SomebodyElseCommands e => $"{Person(e.Commander)} commands this incident. To offer it to somebody, type `/incident handover @name`; to change it at once, `/incident commander @name`.",
        ProgramsHoldNoDuty e => $"{Person(e.User)} is a program; name a person.",
        NobodyByThatName e => $"{Person(e.User)} cannot be reached in this workspace. Name somebody else.",
        NobodyCommands => "Nobody commands this incident. `/incident take` takes command.",
        CommandIsNotSought => "No commander is being looked for here.",
        NoUpdateYet => "There is no update yet to be corrected. `/incident update` posts one.",
        UpdateSaysSo => "The last update says so already. Nothing was changed.",
        NoUpdateIsDue => "Nobody is reminded of updates here, so nothing was put off: the severity promises none, or the incident is over.",
        CoversOneself => "Name somebody else: nobody covers themselves.",
        NobodyCovers e => $"Nobody covers {Person(e.Of)}. `/incident cover @name 2h` begins it.",
        OfferedAlready e => $"Command is offered to {Person(e.To)} already, until {Moment(e.Until)}.",
        NoOfferOpen => "No offer of command is open any more. `/incident role` shows who holds what.",
        OfferIsForAnother e => $"Command is offered to {Person(e.To)}; only they can answer.",
        HoldsRoleAlready e => $"{Person(e.Who)} holds that role already ({Mrkdwn.Escape(e.Role.Name)}).",
        SomebodyElseHolds e => $"{Person(e.Holder)} is {Mrkdwn.Escape(e.Role.Name)}. To pass it on, type `/incident role {e.Role.Short} @name`.",
        HoldsNoSuchRole e => $"{Person(e.Who)} does not hold that role ({Mrkdwn.Escape(e.Role.Name)}).",
        RolesAreSo => "The roles are so already. Nothing was changed.",
        RoleIsFull e => $"{Role.MostHolders} people hold that role ({Mrkdwn.Escape(e.Role.Name)}); no more can.",
        AlreadyAcknowledged e => $"{Person(e.By)} has acknowledged it already.",
        NotAcknowledged => "Nobody has acknowledged it.",
        ChangedSince => "Too late to undo: something changed since. Nothing was done; use the command for what you want now.",
        NoReviewYet => "There is no review yet; it opens when the incident is resolved.",
        MergesIntoItself => "That is this very incident. Name the other one: `/incident merge #12`.",
        MergesIntoWhatIsOver e => $"Incident #{e.Number} is over. Reopen it first, `/incident #{e.Number} reopen`, or merge it into this one.",
        PrivateMergesIntoPublic e => $"This incident is private and #{e.Number} is not: all that is known here would stand there for everybody. Merge #{e.Number} into this one instead.",
        DrillsOweNoReview => "This is a drill; it owes no review.",
        ReviewIsSettled => "The review is settled already. `/incident review again` opens another.",
        ReviewIsOwed e => $"The review is owed already, by {Person(e.Owner)}.",
        ReviewComesWithResolve => "This incident is not resolved. Resolve it first, then `/incident review again` opens another review.",
        ReviewDueThen e => $"The review is due {Moment(e.DueAt)} already.",
        AlreadyReviewOwner e => $"{Person(e.Owner)} owns the review already.",
        TitleMissing => "Say in a few words what is wrong: `/incident declare Checkout is failing`.",
        TitleTooLong e => $"That title has {e.Length} characters; at most {Declaration.LongestTitle} fit. Shorten it; the rest can go into an update. Nothing was declared.",
        FactsStayAsTheyAre e => $"Entry {e.Entry} is what the incident itself did; it cannot be changed. `/incident edit {e.Entry} hide` hides it.",
        NothingToChange { Change: EntryChange.Hidden } e => $"Entry {e.Entry} is hidden already.",
        NothingToChange { Change: EntryChange.Shown } e => $"Entry {e.Entry} is not hidden.",
        NothingToChange e => $"Entry {e.Entry} is so already. Nothing was changed.",
        WithdrawnNotHidden e => $"Entry {e.Entry} was withdrawn with its emoji or pin. Put one on the message again and it is back.",
        NoWordsToRedact e => $"Entry {e.Entry} is what the incident itself did; nobody's words are in it. `/incident edit {e.Entry} hide` hides it.",
        AlreadyRedacted e => $"The words of entry {e.Entry} are gone already.",
        RedactedStaysRedacted e => $"Entry {e.Entry} was redacted, and stays so. Use `/incident note` to write something else down.",
        RedactionReasonTooLong e => $"That reason has {e.Length} characters; at most {Redaction.LongestReason} fit. Say it shorter. Nothing was redacted.",
        EntryCorrectedSince e => $"Entry {e.Entry} was changed since, so nothing was undone. `/incident history {e.Entry}` shows what it was; `/incident edit {e.Entry}` changes it.",
        EntryChangedSince e => $"Entry {e.Entry} was changed after you asked. Look at it and ask again: `/incident redact {e.Entry} {e.Reason.Replace('`', '\'')}`. Nothing was redacted.",
        MessageDeletedSaysOnlyThat e => $"The message of entry {e.Entry} was deleted in Slack, so its line says only that. Use `/incident note` to write something down; `/incident history {e.Entry}` still has what it said.",
        EntryTextMissing e => $"Say what entry {e.Entry} should say. To take it off the timeline, type `/incident edit {e.Entry} hide`.",
        TaskIsSettled { State: TaskState.Done } e => $"{Task(e.Task)} is done already. `/incident task {e.Task} open` opens it again.",
        TaskIsSettled e => $"{Task(e.Task)} was dropped. `/incident task {e.Task} open` opens it again.",
        TaskIsOpen e => $"{Task(e.Task)} is open already.",
        TaskIsTheirs { Owner: { } owner } e => $"{Person(owner)} has {Task(e.Task).ToLowerInvariant()} already.",
        TaskIsTheirs e => $"Nobody has {Task(e.Task).ToLowerInvariant()}.",
        TaskDueThen { DueAt: { } due } e => $"{Task(e.Task)} is due {Moment(due)} already.",
        TaskDueThen e => $"{Task(e.Task)} is due at no particular time.",
        TaskIsOfThatSort { Sort: TaskSort.FollowUp } e => $"Number {e.Task} is a follow-up already.",
        TaskIsOfThatSort e => $"Number {e.Task} is a task already.",
        TaskTextMissing => "Say in a few words what is to be done: `/incident task restart the queue @name due 17:00`.",
        TaskTextTooLong e => $"That has {e.Length} characters; at most {IncidentTask.LongestText} fit in a list. Say it shorter, and put the rest into a note. Nothing was added.",
        _ => throw new ArgumentOutOfRangeException(nameof(why), why.GetType().Name, "A refusal without words."),
    };

    private static string Task(int number) => Speak($"Task {number}");
}
