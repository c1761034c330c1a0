using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Reviews;
using IncidentBot.Domain.Teams;
using IncidentBot.Slack.Blocks;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.Wording;

/// <summary>What one person is told, and only they see.</summary>
internal static class Replies
{
    /// <summary>Of more tasks that changed together only the number is said.</summary>
    private const int MostTasks = 5;

    /// <summary>What was done, with a way back where there is one.</summary>
    /// <param name="before">The incident as it was.</param>
    /// <param name="accepted">What the domain said.</param>
    /// <param name="here">Where it was asked for; elsewhere than in its channel the incident is named.</param>
    public static MessageContent Done(Incident before, Decision.Accepted accepted, ChannelId? here)
    {
        var where = here is not null && here == accepted.After.Channel ? [] : new[] { $"{Place(accepted.After)}:" };
        var more = accepted.Events.OfType<Domain.Tasks.TaskEvent>().Skip(MostTasks).ToHashSet<object>(ReferenceEqualityComparer.Instance);
        var lines = ToTell(accepted, here).Where(happened => !more.Contains(happened)).Select(happened => Line(happened, accepted.After));
        var text = string.Join("\n", [.. where, .. lines, .. more.Count > 0 ? [Speak($"… and {more.Count} more tasks in the same way.")] : Array.Empty<string>(), .. LetIn(accepted), .. Forgotten(before, accepted), .. Unheard(accepted.After)]);
        if (UndoLine.For(before, accepted) is not { } undo || before.Id != accepted.After.Id)
            return MessageContent.Plain(text);
        return MessageContent.With(text, Buttons.Run(accepted.After, Speak("Undo"), undo));
    }

    public static MessageContent NoIncidentHere(Usage usage, int? number) => MessageContent.Plain(number is { } named
        ? Speak($"There is no incident #{named} that you can see here. If it is private, type this in its channel; `/incident list` shows the open ones.")
        : Speak($"`/incident {usage.Word}` works in an incident's channel, or with its number: `/incident #12 {usage.Word}`. `/incident list` shows the open ones."));

    public static MessageContent NotUnderstood(string sentence, Usage usage) => MessageContent.Plain(Speak($"{sentence}\nUsage: `{Mrkdwn.Escape(usage.Line)}`"));

    public static MessageContent UnknownWord(string word, Usage? nearest)
    {
        var unknown = Speak($"I do not know `{Mrkdwn.Truncate(Mrkdwn.Escape(word).Replace('`', '\''), 60)}`.");
        return MessageContent.Plain(nearest is null
            ? Speak($"{unknown} `/incident help` shows what I know.")
            : Speak($"{unknown} Did you mean `{Mrkdwn.Escape(nearest.Line)}`? {Speak(nearest.Summary)}. `/incident help` shows everything."));
    }

    public static MessageContent Failed(string reference) => MessageContent.Plain(
        Speak($"That did not work, and it is our fault, not yours. Nothing was changed. Tell whoever runs IncidentBot this reference: `{reference}`."));

    /// <summary>Our word, in place of an error code of Slack's, for an answer that never came.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>Slack will not take something that follows from what the person did.</summary>
    /// <param name="kind">The effect's stored name.</param>
    /// <param name="error">Slack's error code, or ours.</param>
    /// <param name="reference">By which the log has it, and by which it can be tried again.</param>
    public static MessageContent GivenUp(string kind, string error, string reference)
    {
        var what = kind switch
        {
            "post-message" => Speak("what I was to say in the channel"),
            "correct-post" => Speak("the correction of what I said in the channel"),
            "post-card" => Speak("the incident's card"),
            "post-announcement" => Speak("the announcement"),
            "pin-message" => Speak("pinning the card"),
            "add-reaction" => Speak("the mark on the message"),
            "remove-reaction" => Speak("taking the mark off the message"),
            "direct-message" => Speak("a direct message"),
            "publish-home" => Speak("the Home tab"),
            "open-form" => Speak("the form"),
            _ => kind,
        };
        var tellThem = kind is "post-message" or "post-announcement" or "direct-message" ? Speak(" Tell people yourself if it matters now.") : "";
        if (error == Unreachable)
            return MessageContent.Plain(Speak($":warning: Slack did not answer for a long while, and I gave up {what}. What you did is kept all the same.{tellThem} Whoever runs IncidentBot can try it again by this reference: `{reference}`."));
        return MessageContent.Plain(
            Speak($":warning: Slack refused {what} (`{Mrkdwn.Escape(error)}`). What you did is kept all the same.{tellThem} Whoever runs IncidentBot can try it again by this reference: `{reference}`."));
    }

    /// <summary>Offered when a form could not be opened in time.</summary>
    public static MessageContent OpenFormLater(string callbackId, string remembered, long? sent = null)
    {
        var text = Speak("Press the button to open the form.");
        var line = sent is { } request ? string.Create(CultureInfo.InvariantCulture, $"formagain {request} {remembered}") : $"form {callbackId} {remembered}";
        return MessageContent.With(text, Buttons.Run(Speak("Open the form"), line, ButtonStyle.Primary));
    }

    /// <summary>What stands in the channel in the same moment, before the eyes of whoever did it, is not said twice; the first always is.</summary>
    private static IEnumerable<IncidentEvent> ToTell(Decision.Accepted accepted, ChannelId? here) =>
        here is not null && here == accepted.After.Channel && accepted.After.Standing.IsOpen
            ? accepted.Events.Where((happened, i) => i == 0 || happened is not (ReviewOpened or Domain.Updates.UpdatePosted))
            : accepted.Events;

    /// <summary>Of a private incident it is said that a duty lets somebody in; whether they were in the channel already only Slack knows.</summary>
    private static string[] LetIn(Decision.Accepted accepted) =>
        accepted.After is { IsPrivate: true, Channel: not null } && accepted.Events.SelectMany(GivenTo).Distinct().Select(Person).ToList() is { Count: > 0 } people
            ? [Speak($"The incident is private: {string.Join(", ", people)} can read all of it from now on, for I add them to its channel.")]
            : [];

    private static IEnumerable<UserId> GivenTo(IncidentEvent happened) => (happened switch
    {
        Domain.Roles.RoleGiven e => new[] { e.To },
        Domain.Roles.CommandOffered e => [e.To],
        Domain.Roles.CommanderChanged { To: { } to } => [to],
        ReviewOwnerChanged e => [e.To],
        Domain.Tasks.TaskAdded { Task.Owner: { } owner } => [owner],
        Domain.Tasks.TaskOwnerChanged { Task.Owner: { } owner } => [owner],
        _ => [],
    }).Where(person => person != happened.By);

    /// <summary>Live again, it has not come to what it had come to before; whoever knows better can say so.</summary>
    private static string[] Forgotten(Incident before, Decision.Accepted accepted) => accepted.Events[0] is IncidentReopened
        && before.Times.Stamps.Where(stamp => !stamp.IsGiven && stamp.At is not null && accepted.After.Times.Seen(stamp.Name) is null).ToList() is { Count: > 0 } gone
            ? [.. gone.Select(stamp => Speak($"{NamedTimeWords.Name(stamp.Name)} ({Moment(stamp.At!.Value)}) does not count any more. If it still holds: {Command(accepted.After, $"time {NamedTimeWords.Typed(stamp.Name)} {stamp.At.Value.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)}")}"))]
            : [];

    /// <summary>What everybody would be told, and is not.</summary>
    private static string[] Unheard(Incident after) => after switch
    {
        { Channel: null } => [Speak("It has no channel, so nobody else was told.")],
        { Standing.IsArchived: true } => [Speak("Its channel is archived, so nobody there was told; unarchive it if this goes on.")],
        { Standing.IsBotOutside: true } => [Speak("I was removed from its channel, so nobody there was told; `/invite` me back.")],
        _ => [],
    };

    /// <summary>Said to whoever did it, so it speaks of <i>you</i>.</summary>
    private static string Line(IncidentEvent happened, Incident after) => happened switch
    {
        Domain.Roles.CommanderChanged e when e.To == e.By => Speak("You command now."),
        Domain.Roles.CommanderChanged { To: null } e when e.From == e.By => Speak("You gave up command; nobody commands now."),
        Domain.Roles.RoleGiven e when e.To == e.By => Ended(Speak($"You are {Mrkdwn.Escape(Speak(e.Role.Name))} now")),
        Domain.Roles.IncidentAcknowledged => Speak("You acknowledged it."),
        IncidentResolved when after.Review is { IsOwed: false } settled => Speak($"Incident resolved. {ReviewWords.Stands(after, settled)}"),
        ReviewOpened e => Speak($"The post-incident review is owed by {Person(e.Owner)}, due {Moment(e.DueAt)}."),
        Domain.Updates.UpdateCorrected when CanBeHeard(after) => Speak("The last update is corrected, in the channel too. Who subscribed gets the new words; nobody else is told again."),
        Domain.Updates.UpdateCorrected => Speak("The last update is corrected. Who subscribed gets the new words; nobody else is told again."),
        Domain.Updates.UpdateAudienceCorrected { To: Domain.Updates.UpdateAudience.External } => Speak("It is marked as meant for people outside too. That sent nothing to anybody: I write only in this workspace, so please tell those outside yourself."),
        Domain.Updates.UpdateAudienceCorrected => Speak("It is marked as meant for people inside only. That sent nothing to anybody; where somebody told people outside already, tell them there."),
        Domain.Updates.UpdatePosted => CanBeHeard(after) ? Speak("Update recorded; it is on its way into the channel.") : Speak("Update recorded."),
        TeamInvolved e when TellingTeams.Places(after, e.Team).Count == 0 => $"{Ended(EventWords.Of(e))} {NotTold(e.Team, after)}",
        TeamInvolved e when after.IsPrivate && !TellingTeams.IsToldIn(after, e.Team, TellingTeams.Places(after, e.Team)[0]) => Speak($"{Ended(EventWords.Of(e))} The incident is private: I name them here, and cannot tell those who are not in this channel without letting them in. Invite whom you need."),
        TeamInvolved e => Speak($"{Ended(EventWords.Of(e))} I am telling them."),
        _ => Ended(EventWords.Of(happened)),
    };

    private static bool CanBeHeard(Incident incident) => incident is { Channel: not null, Standing.IsOpen: true };

    private static string NotTold(Team team, Incident after) =>
        after.IsOver ? Speak("It is over, so they were not told.")
        : after.IsPrivate && team.Channel is not null ? Speak("The incident is private: I cannot tell them without letting them in; invite whom you need here.")
        : Speak("I know neither their channel nor their group, so please tell them yourself.");

    /// <summary>With a full stop, unless somebody's own words end the sentence already.</summary>
    private static string Ended(string sentence) => sentence[^1] is '.' or '!' or '?' or '…' ? sentence : sentence + ".";
}
