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
using IncidentBot.Slack.Blocks;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.Wording;

/// <summary>What happened, as one line for the timeline and for the thread under the card. Who did it stands beside the line.</summary>
internal static class EventWords
{
    private const string Colon = ": ";

    public static string Of(IncidentEvent happened) => happened switch
    {
        IncidentDeclared { IsRetroactive: true } e => Speak($"Incident declared afterwards{(e.Severity.IsUnset ? "" : Speak($" as {Signed(e.Severity)}"))}{Because(e.Summary)}"),
        IncidentDeclared e => Speak($"Incident declared{(e.Severity.IsUnset ? "" : Speak($" as {Signed(e.Severity)}"))}{Because(e.Summary)}"),
        SeverityChanged { From.IsUnset: true } e => Speak($"Severity set to {Signed(e.To)}{Because(e.Reason)}"),
        SeverityChanged e => Speak($"Severity changed from {Name(e.From)} to {Signed(e.To)}{Because(e.Reason)}"),
        StatusChanged e => Speak($"Status: {Name(e.From)} → {Name(e.To)}"),
        IncidentResolved => Speak("Incident resolved"),
        IncidentMerged e => Speak($"Merged into incident #{e.Into.Number}{(e.Channel is { } channel ? Speak($": it goes on in {Mrkdwn.Channel(channel.Value)}") : "")}"),
        AnotherMergedIn e => Speak($"Incident #{e.Merged.Number} ({Mrkdwn.Truncate(Mrkdwn.Escape(e.Title), 150)}) turned out to be this one; {(e.Entries == 1 ? Speak("one entry") : Speak($"{e.Entries} entries"))} of its timeline came with it{(e.Tasks == 0 ? "" : Speak($", and what was still to be done ({e.Tasks})"))}{(e.Was.IsUnset ? "" : Speak($"; it was {Signed(e.Was)}"))}{(e.Commander is { } commander ? Speak($", commanded by {Person(commander)}") : "")}"),
        MergedOneReopened e => Speak($"Incident #{e.Merged.Number}{(e.Title.Length > 0 ? $" ({Mrkdwn.Truncate(Mrkdwn.Escape(e.Title), 150)})" : "")} was reopened and goes on by itself again; what came with it stays here"),
        IncidentClosed => Speak("Incident closed"),
        IncidentDeclined e => Speak($"Incident declined{Because(e.Why)}"),
        TitleCorrected e => Speak($"The title was corrected, it was: {Mrkdwn.Escape(e.From)}"),
        IncidentReopened e => Speak($"Incident reopened: {LifecycleWords.InASentence(e.To)}"),
        CommanderChanged { To: null } e when e.From == e.By => Speak($"{Person(e.By)} gave up command; nobody commands now"),
        CommanderChanged { To: null } e => Speak($"{PersonOrNobody(e.From)} no longer commands; nobody does"),
        CommanderChanged { From: null } e when e.To == e.By => Speak($"{Person(e.By)} took command"),
        CommanderChanged { From: null } e => Speak($"{PersonOrNobody(e.To)} commands"),
        CommanderChanged e => Speak($"Command passed from {PersonOrNobody(e.From)} to {PersonOrNobody(e.To)}"),
        CommandOffered { Instead: { } instead } e => Speak($"Command was offered to {Person(e.To)} instead of {Person(instead)}"),
        CommandOffered e => Speak($"Command was offered to {Person(e.To)}"),
        CommandOfferEnded { How: OfferEnd.Passed } e => Speak($"{Person(e.To)} passed on command; {Meanwhile(e)}"),
        CommandOfferEnded { How: OfferEnd.Withdrawn } e => Speak($"The offer of command to {Person(e.To)} was taken back; {Meanwhile(e)}"),
        CommandOfferEnded { How: OfferEnd.Merged } e => Speak($"The offer of command to {Person(e.To)} ended, because the incident was merged into another"),
        CommandOfferEnded { How: OfferEnd.Over } e => Speak($"The offer of command to {Person(e.To)} ended, because the incident is over"),
        CommandOfferEnded e => Speak($"{Person(e.To)} did not answer the offer of command in time; {Meanwhile(e)}"),
        CommanderNotFound { Trouble: "" } => Speak("Nobody of the group that is asked to command could take it"),
        CommanderNotFound e => Speak($"The group that is asked to command could not be: {Mrkdwn.Escape(e.Trouble)}"),
        CommandStillFree { AreOthersTold: true } e => Speak($"Nobody has commanded for {Duration(e.At - e.Since)}; the channel and others were told"),
        CommandStillFree e => Speak($"Nobody has commanded for {Duration(e.At - e.Since)}; the channel was told"),
        CoverBegan e => Speak($"{Person(e.With)} is reminded in place of {Person(e.Of)} until {Moment(e.Until)}"),
        CoverEnded e => Speak($"{Person(e.Of)} is reminded themselves again, no longer {Person(e.With)}"),
        RoleGiven { From: { } from } e => Speak($"{Mrkdwn.Escape(Speak(e.Role.Name))} passed from {Person(from)} to {Person(e.To)}"),
        RoleGiven e when e.To == e.By => Speak($"{Person(e.By)} took a role, {Mrkdwn.Escape(Speak(e.Role.Name))}"),
        RoleGiven e => Speak($"{Person(e.To)} was given a role, {Mrkdwn.Escape(Speak(e.Role.Name))}"),
        RoleLeft e when e.Who == e.By => Speak($"{Person(e.By)} left a role, {Mrkdwn.Escape(Speak(e.Role.Name))}"),
        RoleLeft e => Speak($"{Person(e.Who)} no longer holds a role, {Mrkdwn.Escape(Speak(e.Role.Name))}"),
        IncidentAcknowledged e => Speak($"{Person(e.By)} has seen it"),
        AcknowledgementWithdrawn e => Speak($"The acknowledgement of {Person(e.Of)} was taken back"),
        ImpactEstimated e => ImpactWords.Event(e.Estimate),
        ImpactTakenBack e => ImpactWords.TakenBack(e),
        ServiceAffected e => Speak($"It affects {TeamWords.Name(e.Service)}"),
        ServiceNotAffected e => Speak($"It does not affect {TeamWords.Name(e.Service)}"),
        TeamInvolved { Through: { } service } e => Speak($"{TeamWords.Name(e.Team)} is involved, {TeamWords.Name(service)} is theirs"),
        TeamInvolved e => Speak($"{TeamWords.Name(e.Team)} is involved"),
        TeamNotInvolved e => Speak($"{TeamWords.Name(e.Team.Team)} is not involved"),
        OwnerFirstAnswered { Answer: OwnerAnswer.Tell } e => Speak($"{TeamWords.Name(e.Team)} is to be told that {TeamWords.Name(e.Service)} is rolled back or redeployed"),
        OwnerFirstAnswered { Answer: OwnerAnswer.Known } e => Speak($"{TeamWords.Name(e.Team)} knows already that {TeamWords.Name(e.Service)} is rolled back or redeployed"),
        OwnerFirstAnswered e => Speak($"An emergency, no time to tell {TeamWords.Name(e.Team)} before {TeamWords.Name(e.Service)} is rolled back or redeployed"),
        TeamTold e => Speak($"{TeamWords.Name(e.Team)} was told in {Mrkdwn.Channel(e.In.Value)}"),
        TimeCorrected e => Speak($"{NamedTimeWords.Name(e.Name)} set to {NamedTimeWords.When(e.To)}{(e.From is { } before ? Speak($", it was {Moment(before)}") : "")}{Because(e.Reason)}"),
        DetectionNamed e => Speak($"Noticed first by {SourceWords.Within(e.To)}{(e.From is { } before ? Speak($", not {SourceWords.Within(before)}") : "")}"),
        DetectionUnnamed e => Speak($"That {SourceWords.Within(e.From)} noticed it first was taken back"),
        UpdatePosted e => e.Text,
        UpdateCorrected e => Speak($"Correction of the update of {Moment(e.ToldAt)}\n*It says now* {e.Text}"),
        UpdateAudienceCorrected { To: UpdateAudience.External } => Speak("The last update is meant for people outside too"),
        UpdateAudienceCorrected => Speak("The last update is meant for people inside only"),
        UpdateToldOutside => Speak("That update was meant for people outside too"),
        UpdateSnoozed e => Speak($"{Person(e.By)} put the reminder of the next update off until {Moment(e.Until)}"),
        ReviewOpened e => Speak($"Post-incident review opened for {Person(e.Owner)}, due {Moment(e.DueAt)}"),
        ReviewOwnerChanged e => Speak($"Review handed from {Person(e.From)} to {Person(e.To)}"),
        ReviewDone e => Speak($"Review done: {Mrkdwn.Link(e.Link, Speak("document"))}"),
        ReviewWaived e => Speak($"Review waived: {e.Reason}"),
        ReviewResumed e => Speak($"Review owed again by {Person(e.Owner)}: that it was settled was taken back"),
        ReviewDueMoved e => Speak($"Review due {Moment(e.To)} instead of {Moment(e.From)}, for the severity changed"),
        ChannelArchived { By: var by } when by == UserId.Unsaid => Speak("The channel was archived"),
        ChannelArchived e => Speak($"{Person(e.By)} archived the channel"),
        ChannelUnarchived { By: var by } when by == UserId.Unsaid => Speak("The channel was unarchived"),
        ChannelUnarchived e => Speak($"{Person(e.By)} unarchived the channel"),
        BotRemoved => Speak("IncidentBot was removed from the channel; nothing said there is captured until it is back"),
        ChannelOutOfSight => Speak("Slack shows IncidentBot no such channel any more; nothing said there is captured until it is back"),
        BotBroughtBack => Speak("IncidentBot is back in the channel"),
        ChannelRenamed e => Speak($"The channel was renamed from #{Mrkdwn.Escape(e.From)} to #{Mrkdwn.Escape(e.To)}"),
        ChannelMadePrivate => Speak("The channel was made private, and the incident with it"),
        ChannelGone { Name: "" } => Speak("The channel was deleted"),
        ChannelGone e => Speak($"The channel #{Mrkdwn.Escape(e.Name)} was deleted"),
        ReviewWithdrawn => Speak("Review withdrawn; it is not owed any more"),
        TaskEvent e => TaskWords.Of(e),
        _ => throw new ArgumentOutOfRangeException(nameof(happened), happened.GetType().Name, "An event without words."),
    };

    /// <summary>What of such a line people wrote themselves: an update is theirs, a reason or a summary stands behind the colon. Empty where nothing is.</summary>
    public static string PeoplesPart(EntryKind kind, string line)
    {
        if (kind == EntryKind.Communication)
            return line;
        var reason = line.IndexOf(Colon, StringComparison.Ordinal);
        return reason < 0 ? "" : line[(reason + Colon.Length)..];
    }

    private static string Meanwhile(CommandOfferEnded ended) => ended.Commander is { } commander ? Speak($"{Person(commander)} goes on commanding") : Speak("nobody commands");

    private static string Because(string reason) => reason.Length == 0 ? "" : Colon + reason;
}
