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
        IncidentDeclared e => $"Incident declared{(e.Severity.IsUnset ? "" : $" as {Signed(e.Severity)}")}{Because(e.Summary)}",
        SeverityChanged { From.IsUnset: true } e => $"Severity set to {Signed(e.To)}{Because(e.Reason)}",
        SeverityChanged e => $"Severity changed from {Name(e.From)} to {Signed(e.To)}{Because(e.Reason)}",
        StatusChanged e => $"Status: {Name(e.From)} → {Name(e.To)}",
        IncidentResolved => "Incident resolved",
        IncidentMerged e => $"Merged into incident #{e.Into.Number}{(e.Channel is { } channel ? $": it goes on in {Mrkdwn.Channel(channel.Value)}" : "")}",
        AnotherMergedIn e => $"Incident #{e.Merged.Number} ({Mrkdwn.Truncate(Mrkdwn.Escape(e.Title), 150)}) turned out to be this one; {(e.Entries == 1 ? "one entry" : $"{e.Entries} entries")} of its timeline came with it",
        IncidentClosed => "Incident closed",
        IncidentDeclined e => $"Incident declined{Because(e.Why)}",
        IncidentReopened e => $"Incident reopened: {LifecycleWords.InASentence(e.To)}",
        CommanderChanged { To: null } e when e.From == e.By => $"{Person(e.By)} gave up command; nobody commands now",
        CommanderChanged { To: null } e => $"{PersonOrNobody(e.From)} no longer commands; nobody does",
        CommanderChanged { From: null } e when e.To == e.By => $"{Person(e.By)} took command",
        CommanderChanged { From: null } e => $"{PersonOrNobody(e.To)} commands",
        CommanderChanged e => $"Command passed from {PersonOrNobody(e.From)} to {PersonOrNobody(e.To)}",
        CommandOffered { Instead: { } instead } e => $"Command was offered to {Person(e.To)} instead of {Person(instead)}",
        CommandOffered e => $"Command was offered to {Person(e.To)}",
        CommandOfferEnded { How: OfferEnd.Passed } e => $"{Person(e.To)} passed on command; {Meanwhile(e)}",
        CommandOfferEnded { How: OfferEnd.Withdrawn } e => $"The offer of command to {Person(e.To)} was taken back; {Meanwhile(e)}",
        CommandOfferEnded e => $"{Person(e.To)} did not answer the offer of command in time; {Meanwhile(e)}",
        CommanderNotFound { Trouble: "" } => "Nobody of the group that is asked to command could take it",
        CommanderNotFound e => $"The group that is asked to command could not be: {Mrkdwn.Escape(e.Trouble)}",
        CommandStillFree { AreOthersTold: true } e => $"Nobody has commanded for {Duration(e.At - e.Since)}; the channel and others were told",
        CommandStillFree e => $"Nobody has commanded for {Duration(e.At - e.Since)}; the channel was told",
        CoverBegan e => $"{Person(e.With)} is reminded in place of {Person(e.Of)} until {Moment(e.Until)}",
        CoverEnded e => $"{Person(e.Of)} is reminded themselves again, no longer {Person(e.With)}",
        RoleGiven { From: { } from } e => $"{Mrkdwn.Escape(e.Role.Name)} passed from {Person(from)} to {Person(e.To)}",
        RoleGiven e when e.To == e.By => $"{Person(e.By)} took a role, {Mrkdwn.Escape(e.Role.Name)}",
        RoleGiven e => $"{Person(e.To)} was given a role, {Mrkdwn.Escape(e.Role.Name)}",
        RoleLeft e when e.Who == e.By => $"{Person(e.By)} left a role, {Mrkdwn.Escape(e.Role.Name)}",
        RoleLeft e => $"{Person(e.Who)} no longer holds a role, {Mrkdwn.Escape(e.Role.Name)}",
        IncidentAcknowledged e => $"{Person(e.By)} has seen it",
        AcknowledgementWithdrawn e => $"The acknowledgement of {Person(e.Of)} was taken back",
        ImpactEstimated e => ImpactWords.Event(e.Estimate),
        ServiceAffected e => $"It affects {TeamWords.Name(e.Service)}",
        ServiceNotAffected e => $"It does not affect {TeamWords.Name(e.Service)}",
        TeamInvolved { Through: { } service } e => $"{TeamWords.Name(e.Team)} is involved, {TeamWords.Name(service)} is theirs",
        TeamInvolved e => $"{TeamWords.Name(e.Team)} is involved",
        TeamNotInvolved e => $"{TeamWords.Name(e.Team.Team)} is not involved",
        OwnerFirstAnswered { Answer: OwnerAnswer.Tell } e => $"{TeamWords.Name(e.Team)} is to be told that {TeamWords.Name(e.Service)} is rolled back or redeployed",
        OwnerFirstAnswered { Answer: OwnerAnswer.Known } e => $"{TeamWords.Name(e.Team)} knows already that {TeamWords.Name(e.Service)} is rolled back or redeployed",
        OwnerFirstAnswered e => $"An emergency, no time to tell {TeamWords.Name(e.Team)} before {TeamWords.Name(e.Service)} is rolled back or redeployed",
        TeamTold e => $"{TeamWords.Name(e.Team)} was told in {Mrkdwn.Channel(e.In.Value)}",
        TimeCorrected e => $"{NamedTimeWords.Name(e.Name)} set to {NamedTimeWords.When(e.To)}{(e.From is { } before ? $", it was {Moment(before)}" : "")}{Because(e.Reason)}",
        DetectionNamed e => $"Noticed first by {e.To.Name.ToLowerInvariant()}{(e.From is { } before ? $", not {before.Name.ToLowerInvariant()}" : "")}",
        UpdatePosted e => e.Text,
        UpdateCorrected e => e.Text,
        UpdateToldOutside => "That update was meant for people outside too",
        UpdateSnoozed e => $"{Person(e.By)} put the reminder of the next update off until {Moment(e.Until)}",
        ReviewOpened e => $"Post-incident review opened for {Person(e.Owner)}, due {Moment(e.DueAt)}",
        ReviewOwnerChanged e => $"Review handed from {Person(e.From)} to {Person(e.To)}",
        ReviewDone e => $"Review done: {Mrkdwn.Link(e.Link, "document")}",
        ReviewWaived e => $"Review waived: {e.Reason}",
        ReviewResumed e => $"Review owed again by {Person(e.Owner)}: that it was settled was taken back",
        ReviewDueMoved e => $"Review due {Moment(e.To)} instead of {Moment(e.From)}, for the severity changed",
        ChannelArchived { By: var by } when by == UserId.Unsaid => "The channel was archived",
        ChannelArchived e => $"{Person(e.By)} archived the channel",
        ChannelUnarchived { By: var by } when by == UserId.Unsaid => "The channel was unarchived",
        ChannelUnarchived e => $"{Person(e.By)} unarchived the channel",
        BotRemoved => "IncidentBot was removed from the channel; nothing said there is captured until it is back",
        ChannelOutOfSight => "Slack shows IncidentBot no such channel any more; nothing said there is captured until it is back",
        BotBroughtBack => "IncidentBot is back in the channel",
        ChannelRenamed e => $"The channel was renamed from #{Mrkdwn.Escape(e.From)} to #{Mrkdwn.Escape(e.To)}",
        ChannelMadePrivate => "The channel was made private, and the incident with it",
        ChannelGone { Name: "" } => "The channel was deleted",
        ChannelGone e => $"The channel #{Mrkdwn.Escape(e.Name)} was deleted",
        ReviewWithdrawn => "Review withdrawn, because the incident is live again",
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

    private static string Meanwhile(CommandOfferEnded ended) => ended.Commander is { } commander ? $"{Person(commander)} goes on commanding" : "nobody commands";

    private static string Because(string reason) => reason.Length == 0 ? "" : Colon + reason;
}
