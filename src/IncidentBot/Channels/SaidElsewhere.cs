using IncidentBot.Delivery;
using IncidentBot.Domain.Channels;
using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.WebApi;
using IncidentBot.Wording;

namespace IncidentBot.Channels;

/// <summary>What stands elsewhere is remembered until the incident becomes private; then it is taken back, also what came to stand there a moment later.</summary>
internal sealed class SaidElsewhere : IReaction, IFactHandler<PostedElsewhere>, IFactHandler<PostElsewhereStays>
{
    public IEnumerable<Effect> React(IncidentEvent happened, Incident after) =>
        happened is ChannelMadePrivate ? after.SaidElsewhere.Select(post => TakenBack(after, post)) : [];

    public async Task HearAsync(PostedElsewhere fact, Turn turn, CancellationToken ct)
    {
        var post = new MessageRef(new ChannelId(fact.Channel), fact.Ts);
        if (await turn.NumberedAsync(fact.Number, ct) is not { } incident || incident.Channel == post.Channel)
        {
            turn.Ignore("it stands in its own channel");
            return;
        }
        if (incident.IsPrivate)
            turn.Owe(TakenBack(incident, post));
        else
            turn.Keep(IncidentChannel.ToldElsewhere(incident, post));
        turn.Noted("told elsewhere");
    }

    public async Task HearAsync(PostElsewhereStays fact, Turn turn, CancellationToken ct)
    {
        turn.Fail($"not taken back: {fact.Error}");
        if (await turn.NumberedAsync(fact.Number, ct) is not { } incident)
            return;
        if (incident is { Channel: { } channel, Standing.IsOpen: true })
            turn.Owe(new PostMessage(channel.Value, null, SaidElsewhereWords.Stays(incident, fact, turn.Workspace.Url)));
        else
            turn.Owe(Unwritten.For(incident.Reporter.Value, () => new DirectMessage(incident.Reporter.Value, SaidElsewhereWords.Stays(incident, fact, turn.Workspace.Url))));
    }

    private static TakeBackPost TakenBack(Incident incident, MessageRef post) => new(incident.Id.Number, post.Channel.Value, post.Ts, SaidElsewhereWords.Instead(incident));
}

/// <summary>What stands there instead, and what is said where that could not be.</summary>
internal static class SaidElsewhereWords
{
    public static MessageContent Instead(Incident incident) => MessageContent.Plain(Speak($"🔒 Incident {IncidentWords.Number(incident)} is private now."));

    public static MessageContent Stays(Incident incident, PostElsewhereStays fact, string url)
    {
        var message = url.Length == 0 ? Speak("message") : Mrkdwn.Link(Permalink.For(url, fact.Channel, fact.Ts), Speak("message"));
        return MessageContent.Plain(Speak(
            $"⚠️ {IncidentWords.Title(incident)} is private now, but a {message} I wrote about it before is *still in* {Mrkdwn.Channel(fact.Channel)}: I could not take it back (`{Mrkdwn.Escape(fact.Error)}`). Somebody who may delete messages there can remove it."));
    }
}
