using IncidentBot.Delivery;
using IncidentBot.Domain.Channels;
using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;

namespace IncidentBot.Channels;

/// <summary>What became of the channel is told to whoever can do something about it, and what people see is brought up to date once it can be.</summary>
internal sealed class ChannelReactions : IReaction
{
    public IEnumerable<Effect> React(IncidentEvent happened, Incident after) =>
        happened is ChannelEvent change ? [.. Tell(change, after), .. Show(change, after), .. Look(change, after)] : [];

    /// <summary>Who commands and who reported it, and where neither can be reached, whoever has seen it, unless it is private: they may not know of it any more. Nobody when it is over.</summary>
    private static IEnumerable<Effect> Tell(ChannelEvent happened, Incident after)
    {
        if (after.IsOver || ChannelReplies.Of(happened, after) is null)
            yield break;
        if (after.Commander is { } commander && commander != after.Reporter)
            yield return Unwritten.For(commander.Value, () => new DirectMessage(commander.Value, ChannelReplies.Of(happened, after)!));
        yield return Unwritten.For(after.Reporter.Value, () => new DirectMessage(after.Reporter.Value, ChannelReplies.Of(happened, after)!)
        {
            Else = !after.IsPrivate && after.AcknowledgedBy is { } seen && seen != after.Reporter && seen != after.Commander ? [seen.Value] : [],
        });
    }

    private static IEnumerable<Effect> Show(ChannelEvent happened, Incident after)
    {
        if (happened is ChannelUnarchived or BotBroughtBack && after is { Standing.IsOpen: true, Channel: { } channel })
        {
            yield return after.Card is null ? PostCard.Of(after) : RefreshCard.Of(after);
            yield return RefreshTopic.Of(after);
            foreach (var person in Responsible(after))
                yield return new Invite(channel.Value, person.Value);
        }
        if (after.Announcement is not null && (happened is ChannelMadePrivate || (happened is ChannelGone && !after.IsPrivate)))
            yield return new RefreshAnnouncement(after.Id.Number);
    }

    /// <summary>Whoever was given a duty meanwhile could not be brought in.</summary>
    private static IEnumerable<UserId> Responsible(Incident after) =>
        new[] { after.Commander, after.Review is { IsOwed: true } review ? review.Owner : null }.OfType<UserId>().Distinct();

    /// <summary>The bot need not be in a channel that was unarchived; where it was outside, what it missed is looked for.</summary>
    private static IEnumerable<Effect> Look(ChannelEvent happened, Incident after)
    {
        if (after.Channel is not { } channel)
            yield break;
        if (happened is BotBroughtBack back)
            yield return new CompareChannel(new Comparing(after.Id.Number, channel.Value, back.OutsideSince, back.At, IsThorough: true, null) { WasOutside = true });
        else if (happened is ChannelUnarchived)
            yield return ChannelNews.Look(after.Id.Number, channel);
    }
}
