using IncidentBot.Delivery;
using IncidentBot.Domain.Channels;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Reviews;
using IncidentBot.Domain.Roles;
using IncidentBot.Domain.Tasks;
using IncidentBot.Domain.Teams;
using IncidentBot.Domain.Times;
using IncidentBot.Domain.Updates;
using IncidentBot.Messaging;
using IncidentBot.Wording;

namespace IncidentBot.Incidents;

/// <summary>Whatever changes an incident changes its card, topic and announcement; what everybody should notice is said in the channel.</summary>
internal sealed class IncidentReactions : IReaction
{
    public IEnumerable<Effect> React(IncidentEvent happened, Incident after)
    {
        if (happened is ChannelUnarchived or BotBroughtBack)
        {
            foreach (var behind in UpdatePost.Behind(after))
                yield return behind;
        }
        if (happened is IncidentDeclared or ChannelEvent)
            yield break;
        if (NewlyResponsible(happened) is { } person && person != happened.By)
            yield return Unwritten.For(person.Value, () => new DirectMessage(person.Value, DutyReplies.Given(happened, after)) { ReviewOf = happened is CommanderChanged ? null : after.Id.Number });
        if (after.Channel is not { } channel)
            yield break;
        yield return RefreshCard.Of(after);
        if (happened is TitleCorrected or SeverityChanged or StatusChanged or IncidentResolved or IncidentClosed or IncidentDeclined or IncidentMerged or IncidentReopened or CommanderChanged)
        {
            yield return RefreshTopic.Of(after);
            if (!after.IsPrivate)
                yield return new RefreshAnnouncement(after.Id.Number);
            if (happened is SeverityChanged raise && raise.To.IsRaiseFrom(raise.From) && after is { IsPrivate: false, Announcement: { } announced })
                yield return new PostElsewhere(after.Id.Number, announced.Channel.Value, IncidentAnnouncement.Raised(raise, after));
        }
        if (happened is CommanderChanged or ReviewOwnerChanged && NewlyResponsible(happened) is { } invited)
            yield return new Invite(channel.Value, invited.Value);
        if (ChannelLines.Of(happened, after) is { } line)
            yield return new PostMessage(channel.Value, line.InThread ? after.Card?.Ts : null, line.Content) { Tells = happened is UpdatePosted && after.LastUpdate is { } update ? new UpdateTold(after.Id.Number, update.At) : null };
        if (happened is UpdateCorrected or UpdateAudienceCorrected { IsBesideWords: false } && UpdatePost.Corrected(after) is { } corrected)
            yield return corrected;
    }

    /// <summary>Whoever has a duty hears of it, and must be able to see the channel, also when they took it from elsewhere.</summary>
    private static UserId? NewlyResponsible(IncidentEvent happened) => happened switch
    {
        CommanderChanged e => e.To,
        ReviewOwnerChanged e => e.To,
        ReviewOpened e => e.Owner,
        _ => null,
    };
}

/// <summary>What is said in the channel: small things in the thread under the card, so that the channel stays readable.</summary>
internal static class ChannelLines
{
    public static (MessageContent Content, bool InThread)? Of(IncidentEvent happened, Incident after) => happened switch
    {
        UpdatePosted e => (UpdateReply.Of(new StatusUpdate(e.Text, e.By, e.At) { Audience = e.Audience }), false),
        UpdateCorrected when after.Card is not null => (UpdateCorrectedBy(happened), true),
        UpdateToldOutside or UpdateCorrected => null,
        // What became of open tasks at the end is on the timeline and in the answer; a line for each would ring for hours.
        TaskMoved { AtTheEnd: true } => null,
        // How many tasks came or went with a merge is said once, where the merge is.
        TaskAdded { From: not null } or TaskGoesOnElsewhere => null,
        IncidentResolved => (Resolved(happened, after), false),
        CommanderChanged or IncidentReopened or IncidentDeclined or IncidentMerged or AnotherMergedIn or MergedOneReopened => (By(happened), false),
        SeverityChanged e when e.To.IsRaiseFrom(e.From) => (By(happened), false),
        // That it was merged, or is over, is said in the channel already, and both hear of the offer themselves.
        CommandOfferEnded { How: OfferEnd.Merged or OfferEnd.Over } => null,
        CommandOfferEnded => (By(happened), false),
        ReviewOpened or ReviewWithdrawn or CommandOffered or CommanderNotFound or CommandStillFree => null,
        TeamTold e when e.In == after.Channel => null,
        _ when after.Card is null => null,
        TitleCorrected => (MessageContent.Plain(Speak($"✏️ {IncidentWords.Person(happened.By)} corrected the title; the card has it.")), true),
        TaskAdded e => (TaskWords.InThread(e, after), true),
        _ => (By(happened), true),
    };

    private static MessageContent UpdateCorrectedBy(IncidentEvent happened) => MessageContent.Plain(Speak($"✏️ {IncidentWords.Person(happened.By)} corrected the last update; the card has it."));

    private static MessageContent Resolved(IncidentEvent happened, Incident after)
    {
        var review = after.Review is { IsOwed: true } owed
            ? Speak($"\n📋 The post-incident review is owed by {IncidentWords.Person(owed.Owner)}, due {IncidentWords.Moment(owed.DueAt)}.")
            : after.Review is { } settled ? $"\n📋 {ReviewWords.Stands(after, settled)}" : "";
        return MessageContent.Plain(
            IncidentWords.SinceDeclared(after, IncidentTiming.At(after, NamedTime.Resolved) ?? happened.At) is { } length
                ? Speak($"✅ *Resolved* by {IncidentWords.Person(happened.By)}, {IncidentWords.Duration(length)} after it was declared.{review}")
                : Speak($"✅ *Resolved* by {IncidentWords.Person(happened.By)}.{review}"));
    }

    private static MessageContent By(IncidentEvent happened)
    {
        var words = Slack.Blocks.Mrkdwn.Truncate(EventWords.Of(happened), IncidentWords.LongestQuote);
        var namesWho = happened is IncidentAcknowledged
            || happened is UpdateSnoozed
            || happened is CommandOfferEnded { How: OfferEnd.Passed or OfferEnd.Expired }
            || (happened is RoleGiven given && given.To == given.By)
            || (happened is RoleLeft gone && gone.Who == gone.By)
            || (happened is CommanderChanged { From: null } taken && taken.To == taken.By)
            || (happened is CommanderChanged { To: null } left && left.From == left.By);
        var who = namesWho ? "" : Speak($" (by {IncidentWords.Person(happened.By)})");
        return MessageContent.Plain($"{KindWords.Emoji(Domain.Timeline.EventKinds.Of(happened))} {words}{who}");
    }
}

/// <summary>What a person is told who was given a duty by somebody else.</summary>
internal static class DutyReplies
{
    public static MessageContent Given(IncidentEvent happened, Incident after) => MessageContent.Plain(happened switch
    {
        ReviewOwnerChanged => Speak($"{IncidentWords.Person(happened.By)} gave you the post-incident review of {IncidentWords.Place(after)}, due {IncidentWords.Moment(after.Review!.DueAt)}."),
        ReviewOpened e => Speak($"📋 The post-incident review of {IncidentWords.Place(after)} is yours, due {IncidentWords.Moment(e.DueAt)}. {IncidentWords.Command(after, "review owner @name")} hands it over."),
        _ => Speak($"{IncidentWords.Person(happened.By)} put you in command of {IncidentWords.Place(after)}. {(happened is CommanderChanged { Does: { Length: > 0 } does } ? $"{Slack.Blocks.Mrkdwn.Escape(does)} " : "")}{IncidentWords.Command(after, "commander none")} gives it up."),
    });
}
