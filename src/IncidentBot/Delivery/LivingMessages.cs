using IncidentBot.Configuration;
using IncidentBot.Domain.Incidents;
using IncidentBot.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Delivery;

/// <summary>Posts the incident's card, as the incident stands when it is sent.</summary>
[StoredAs("post-card")]
internal sealed record PostCard(int Number, string? Channel = null) : SaidInChannel
{
    public static PostCard Of(Incident incident) => new(incident.Id.Number, incident.Channel?.Value);

    public override string? Into => Channel;

    public override string Stream => $"card:{Number}";

    public override IReadOnlyList<SlackCall> Calls(bool inDoubt, DateTimeOffset now) => [SlackCall.Post(Channel ?? Stream), .. SlackCall.Look(inDoubt, "conversations.history")];
}

/// <summary>The card is posted, showing the incident as of that version.</summary>
[StoredAs("card-posted")]
internal sealed record CardPosted(int Number, string Ts, int Version) : Fact;

/// <summary>Edits the card in place.</summary>
[StoredAs("refresh-card")]
internal sealed record RefreshCard(int Number, string? Channel = null) : SaidInChannel
{
    public static RefreshCard Of(Incident incident) => new(incident.Id.Number, incident.Channel?.Value);

    public override string? Into => Channel;

    public override string Stream => $"card:{Number}";

    public override IReadOnlyList<SlackCall> Calls(bool inDoubt, DateTimeOffset now) => [new("chat.update")];

    public override string? CoalesceKey => $"card:{Number}";
}

/// <summary>Tells the announcement channel; nothing of what became private meanwhile.</summary>
[StoredAs("post-announcement")]
internal sealed record PostAnnouncement(int Number, string Channel) : Effect
{
    public override string Stream => $"announcement:{Number}";

    public override IReadOnlyList<SlackCall> Calls(bool inDoubt, DateTimeOffset now) => [SlackCall.Post(Channel), .. SlackCall.Look(inDoubt, "conversations.history")];

    public override Fact WhenGivenUp(string error) => new ExtraRefused(Extra.Announcement, Number, null, error);
}

/// <summary>The announcement is posted, showing the incident as of that version.</summary>
[StoredAs("announcement-posted")]
internal sealed record AnnouncementPosted(int Number, string Channel, string Ts, int Version) : Fact;

/// <summary>Edits the announcement in place.</summary>
[StoredAs("refresh-announcement")]
internal sealed record RefreshAnnouncement(int Number) : Effect
{
    public override string Stream => $"announcement:{Number}";

    public override IReadOnlyList<SlackCall> Calls(bool inDoubt, DateTimeOffset now) => [new("chat.update")];

    public override string? CoalesceKey => $"announcement:{Number}";
}

/// <summary>Sets the channel's topic.</summary>
[StoredAs("refresh-topic")]
internal sealed record RefreshTopic(int Number, string? Channel = null) : SaidInChannel
{
    public static RefreshTopic Of(Incident incident) => new(incident.Id.Number, incident.Channel?.Value);

    public override string? Into => Channel;

    public override string Stream => $"topic:{Number}";

    public override IReadOnlyList<SlackCall> Calls(bool inDoubt, DateTimeOffset now) => [new("conversations.setTopic"), .. SlackCall.Look(inDoubt, "conversations.info")];

    public override string? CoalesceKey => $"topic:{Number}";

    public override Fact WhenGivenUp(string error) => base.WhenGivenUp(error) ?? new ExtraRefused(Extra.Topic, Number, null, error);
}

/// <summary>Living messages are rendered from the state at the moment of sending, so the last one sent is always true.</summary>
internal sealed class LivingMessages(ISlackApiClient slack, Postbox postbox, ExternalLabels labels, People people, IDbContextFactory<BotDbContext> contexts, CurrentOptions options) :
    IEffectHandler<PostCard>,
    IEffectHandler<RefreshCard>,
    IEffectHandler<PostAnnouncement>,
    IEffectHandler<RefreshAnnouncement>,
    IEffectHandler<RefreshTopic>
{
    public async Task<IReadOnlyList<Fact>> CarryOutAsync(PostCard effect, Attempt attempt, CancellationToken ct)
    {
        var incident = await LoadAsync(attempt.Team, effect.Number, ct);
        if (incident is not { Channel: { } channel, Standing.IsOpen: true })
            return [];
        var ts = await postbox.PostAsync(channel.Value, await CardAsync(incident, ct), null, attempt, ct);
        return [new CardPosted(effect.Number, ts, attempt.InDoubt ? 0 : incident.Version)];
    }

    public async Task<IReadOnlyList<Fact>> CarryOutAsync(RefreshCard effect, Attempt attempt, CancellationToken ct)
    {
        var incident = await LoadAsync(attempt.Team, effect.Number, ct);
        await EditAsync(incident.Standing.IsOpen ? incident.Card : null, await CardAsync(incident, ct), attempt.Team, ct);
        return [];
    }

    public async Task<IReadOnlyList<Fact>> CarryOutAsync(PostAnnouncement effect, Attempt attempt, CancellationToken ct)
    {
        var incident = await LoadAsync(attempt.Team, effect.Number, ct);
        if (incident.IsPrivate)
            return await PostedBeforeAsync(effect, attempt, ct);
        var ts = await postbox.PostAsync(effect.Channel, IncidentAnnouncement.Of(incident), null, attempt, ct);
        return [new AnnouncementPosted(effect.Number, effect.Channel, ts, attempt.InDoubt ? 0 : incident.Version)];
    }

    /// <summary>What became private is not announced; but an earlier try in doubt may have announced it, and that has to be taken back.</summary>
    private async Task<IReadOnlyList<Fact>> PostedBeforeAsync(PostAnnouncement effect, Attempt attempt, CancellationToken ct) =>
        attempt.InDoubt && await postbox.LookAsync(effect.Channel, null, attempt, ct) is { } ts ? [new AnnouncementPosted(effect.Number, effect.Channel, ts, 0)] : [];

    public async Task<IReadOnlyList<Fact>> CarryOutAsync(RefreshAnnouncement effect, Attempt attempt, CancellationToken ct)
    {
        var incident = await LoadAsync(attempt.Team, effect.Number, ct);
        await EditAsync(incident.Announcement, IncidentAnnouncement.Of(incident), attempt.Team, ct);
        return [];
    }

    public async Task<IReadOnlyList<Fact>> CarryOutAsync(RefreshTopic effect, Attempt attempt, CancellationToken ct)
    {
        var incident = await LoadAsync(attempt.Team, effect.Number, ct);
        if (incident is { Channel: { } channel, Standing.IsOpen: true })
        {
            var commander = incident.Commander is { } user ? await people.NameAsync(attempt.Team, user.Value, ct) : null;
            var topic = IncidentTopic.Of(incident, commander);
            if (!attempt.InDoubt || !IncidentTopic.IsShownAs((await slack.Conversations.Info(channel.Value, ct)).Topic, topic))
                await slack.Conversations.SetTopic(channel.Value, topic, ct);
            return Extras.IsUndone(incident, Extra.Topic) ? [new ExtraDone(Extra.Topic, effect.Number)] : [];
        }
        return [];
    }

    private async Task<MessageContent> CardAsync(Incident incident, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return IncidentCard.Of(incident, await AtHand.OfAsync(db, incident, ct), options.Value);
    }

    /// <summary>Not posted yet is no error: posting renders the state of then, and refreshes when that was not the last.</summary>
    private async Task EditAsync(MessageRef? message, MessageContent content, string team, CancellationToken ct)
    {
        if (message is null)
            return;
        content = await labels.OnAsync(content, team, ct);
        await slack.Chat.Update(
            new MessageUpdate { ChannelId = message.Channel.Value, Ts = message.Ts, Text = content.Text, Blocks = content.Blocks },
            ct);
    }

    private async Task<Incident> LoadAsync(string team, int number, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        return (await db.Incidents.AsNoTracking().SingleAsync(row => row.TeamId == team && row.Number == number, ct)).ToDomain();
    }
}
