using IncidentBot.Delivery;
using IncidentBot.Domain.Channels;
using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Subscriptions;
using IncidentBot.Teams;
using IncidentBot.Wording;

namespace IncidentBot.Incidents;

/// <summary>The channel is there: the card and the reporter come first, everything else in its own time.</summary>
internal sealed class ChannelMade : IFactHandler<ChannelCreatedFact>, IFactHandler<ChannelNameTaken>, IFactHandler<ChannelRefused>
{
    private const int MostNames = 50;

    public async Task HearAsync(ChannelCreatedFact fact, Turn turn, CancellationToken ct)
    {
        if (await turn.NumberedAsync(fact.Number, ct) is not { Channel: null } incident)
        {
            turn.Ignore("it has a channel");
            return;
        }
        incident = IncidentChannel.Made(incident, new ChannelId(fact.Channel), fact.Name);
        Furnish(incident, turn);
        if (fact.ReplyTo is { } asker)
            turn.Tell(asker, () => DeclareReplies.Declared(incident));
        turn.Noted("channel made");
    }

    /// <summary>What a channel that has just become an incident's is given.</summary>
    public static void Furnish(Incident incident, Turn turn)
    {
        turn.Keep(incident);
        turn.Owe(PostCard.Of(incident));
        foreach (var person in new[] { incident.Reporter, incident.Commander ?? incident.Reporter }.Distinct())
            turn.Owe(new Invite(incident.Channel!.Value.Value, person.Value));
        turn.Owe(RefreshTopic.Of(incident));
        foreach (var team in TeamsToTell.Of(incident, turn.By))
            turn.Owe(team);
        Announce(incident, turn);
        turn.Owe(TellSubscribers.Of(incident, () => SubscriptionNotice.Declared(incident), incident.Reporter));
    }

    public async Task HearAsync(ChannelNameTaken fact, Turn turn, CancellationToken ct)
    {
        if (await turn.NumberedAsync(fact.Number, ct) is not { Channel: null } incident)
            turn.Ignore("it has a channel");
        else if (fact.NameAttempt >= MostNames)
            Refused(incident, "name_taken", fact.ReplyTo, turn);
        else
            turn.Owe(MakeChannel.For(incident, turn.Options, fact.ReplyTo, fact.NameAttempt + 1));
    }

    public async Task HearAsync(ChannelRefused fact, Turn turn, CancellationToken ct)
    {
        if (await turn.NumberedAsync(fact.Number, ct) is { Channel: null } incident)
            Refused(incident, fact.Error, fact.ReplyTo, turn);
        else
            turn.Ignore("it has a channel");
    }

    private static void Announce(Incident incident, Turn turn)
    {
        if (incident.Announcement is null && !incident.IsPrivate && turn.Options.AnnouncementChannel is { Length: > 0 } announcements)
            turn.Owe(new PostAnnouncement(incident.Id.Number, announcements));
        else if (incident is { Announcement: not null, IsPrivate: false })
            turn.Owe(new RefreshAnnouncement(incident.Id.Number));
    }

    private static void Refused(Incident incident, string error, ReplyTo? asker, Turn turn)
    {
        Announce(incident, turn);
        if (asker is not null)
            turn.Tell(asker, () => DeclareReplies.NoChannel(incident, error));
        turn.Fail($"no channel: {error}");
    }
}

/// <summary>The card is posted: it is pinned, and edited if the incident changed meanwhile.</summary>
internal sealed class MessagesPosted : IFactHandler<CardPosted>, IFactHandler<AnnouncementPosted>
{
    public async Task HearAsync(CardPosted fact, Turn turn, CancellationToken ct)
    {
        if (await turn.NumberedAsync(fact.Number, ct) is not { Channel: { } channel } incident)
            return;
        turn.Keep(incident with { Card = new MessageRef(channel, fact.Ts) });
        turn.Owe(new PinMessage(channel.Value, fact.Ts));
        if (incident.Version != fact.Version)
            turn.Owe(RefreshCard.Of(incident));
    }

    public async Task HearAsync(AnnouncementPosted fact, Turn turn, CancellationToken ct)
    {
        if (await turn.NumberedAsync(fact.Number, ct) is not { } incident)
            return;
        turn.Keep(incident with { Announcement = new MessageRef(new ChannelId(fact.Channel), fact.Ts) });
        if (incident.Version != fact.Version)
            turn.Owe(new RefreshAnnouncement(fact.Number));
    }
}

/// <summary>What the declarer is told.</summary>
internal static class DeclareReplies
{
    /// <summary>What is past needs a review, and nobody in command.</summary>
    private static MessageContent Afterwards(Incident incident) => MessageContent.Plain(incident.Review is { } review
        ? Speak($"Declared afterwards: {IncidentWords.Place(incident)}. Its review is yours, due {IncidentWords.Moment(review.DueAt)}; {IncidentWords.Command(incident, "review owner @name")} hands it over.{Cut(incident)}")
        : Speak($"Declared afterwards: {IncidentWords.Place(incident)}. It is taken to go on; nobody is reminded of it. {IncidentWords.Command(incident, "resolve")} ends it.{Cut(incident)}"));

    public static MessageContent Declared(Incident incident) => incident.IsRetroactive ? Afterwards(incident) : MessageContent.Plain(
        Speak($"Declared: {IncidentWords.Place(incident)}. You are its reporter{(incident.Commander == incident.Reporter ? Speak(" and, as your team has set it, its commander") : "")}.")
        + (incident.Commander is null ? Speak($" Nobody commands it yet: press *Take command* on the card, or {IncidentWords.Command(incident, "commander @name")}.") : "")
        + Cut(incident));

    /// <summary>Nobody types two hundred letters twice at night: what does not fit the title is kept, and is said to be.</summary>
    public static string Cut(Incident incident) => incident.IsTitleCut
        ? Speak($" A title has room for {Declaration.LongestTitle} characters: all you wrote is the first note of the timeline. {IncidentWords.Command(incident, "title …")} says it shorter.")
        : "";

    public static MessageContent NotBroughtIn(string user, string error) => MessageContent.Plain(
        Speak($"I could not add {Mrkdwn.User(user)} to this channel (`{error}`). Somebody here may be able to: type `/invite` and their name."));

    public static MessageContent NoChannel(Incident incident, string error)
    {
        var text = Speak($"Incident {IncidentWords.Title(incident)} is recorded, but Slack did not let me make its channel (`{error}`). ")
            + Speak($"Ask a workspace admin to let the app create channels. Until then use {IncidentWords.Command(incident, "note …")} and the like from here.") + Cut(incident);
        return MessageContent.With(text, Buttons.Run(incident, Speak("Try again"), "channel", ButtonStyle.Primary));
    }
}
