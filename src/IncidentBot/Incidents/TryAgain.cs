using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Requests;
using IncidentBot.Wording;

namespace IncidentBot.Incidents;

/// <summary><c>retry</c>, typed by <i>Try again</i> on the card: does once more what could not be done besides.</summary>
internal sealed class TryAgain : ISubcommand
{
    public Usage Usage => new("retry", "", Unspoken("Try again what could not be done"), Where.InIncident) { Hidden = true };

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (await turn.IncidentAsync(line, Usage, ct) is not { } incident)
            return;
        if (incident.CouldNotDo.Count == 0 || incident.Channel is not { } channel)
        {
            turn.Refuse(ExtraWords.NothingToTry, "nothing to try");
            return;
        }
        turn.Keep(Extras.TriedAgain(incident));
        foreach (var undone in incident.CouldNotDo)
            turn.Owe(Again(undone, incident, channel, turn.Options.AnnouncementChannel));
        turn.Owe(RefreshCard.Of(incident));
        turn.Confirm(ExtraWords.Trying(incident));
    }

    private static Effect Again(Undone undone, Incident incident, ChannelId channel, string announcements) => undone switch
    {
        { What: Extra.Invite, Person: { } person } => new Invite(channel.Value, person.Value),
        { What: Extra.Pin } when incident.Card is { } card => new PinMessage(channel.Value, card.Ts),
        { What: Extra.Announcement } when incident.Announcement is null && announcements.Length > 0 => new PostAnnouncement(incident.Id.Number, announcements),
        _ => RefreshTopic.Of(incident),
    };
}

/// <summary>An extra could not be done: it stands on the card, with a way to have it tried again.</summary>
internal sealed class ExtraNotDone : IFactHandler<ExtraRefused>, IFactHandler<InviteRefused>
{
    public async Task HearAsync(ExtraRefused fact, Turn turn, CancellationToken ct) => Note(
        fact.Number is { } number ? await turn.NumberedAsync(number, ct) : await turn.InChannelAsync(fact.Channel ?? "", ct),
        new Undone(fact.What, null, fact.Error),
        turn);

    /// <summary>Who could not be brought in is also named in the channel, where people can do something about it.</summary>
    public async Task HearAsync(InviteRefused fact, Turn turn, CancellationToken ct)
    {
        turn.Owe(new PostMessage(fact.Channel, null, DeclareReplies.NotBroughtIn(fact.User, fact.Error)));
        Note(await turn.InChannelAsync(fact.Channel, ct), new Undone(Extra.Invite, new UserId(fact.User), fact.Error), turn);
    }

    private static void Note(Incident? incident, Undone undone, Turn turn)
    {
        if (incident is not null)
        {
            turn.Keep(Extras.Failed(incident, undone));
            turn.Owe(RefreshCard.Of(incident));
        }
        turn.Fail($"{undone.What.ToString().ToLowerInvariant()} {undone.Error}");
    }
}

/// <summary>What could not be done was done after all, without anybody trying it again: it is on the card no more.</summary>
internal sealed class ExtraDoneAfterAll : SlackEventHandler<MemberJoinedChannel>, IFactHandler<ExtraDone>
{
    public async Task HearAsync(ExtraDone fact, Turn turn, CancellationToken ct)
    {
        Clear(await turn.NumberedAsync(fact.Number, ct), fact.What, null, turn);
        turn.Noted($"{fact.What.ToString().ToLowerInvariant()} done");
    }

    protected override async Task HandleAsync(MemberJoinedChannel slackEvent, Turn turn, CancellationToken ct) =>
        Clear(await turn.InChannelAsync(slackEvent.Channel, ct), Extra.Invite, new UserId(slackEvent.User), turn);

    private static void Clear(Incident? incident, Extra what, UserId? person, Turn turn)
    {
        if (incident is null || !Extras.IsUndone(incident, what, person))
            return;
        turn.Keep(Extras.Done(incident, what, person));
        turn.Owe(RefreshCard.Of(incident));
    }
}

/// <summary>What could not be done, in a line.</summary>
internal static class ExtraWords
{
    public static MessageContent NothingToTry => MessageContent.Plain(Speak("Everything was done; there is nothing to try again."));

    public static MessageContent Trying(Incident incident) => MessageContent.Plain(Speak($"Trying again: {All(incident)}. What does not work is on the card again in a moment."));

    public static string CouldNotDo(Incident incident) =>
        Mrkdwn.Truncate(Speak($"⚠️ *I could not* {string.Join(", ", incident.CouldNotDo.Select(undone => $"{Words(undone)} (`{Mrkdwn.Escape(undone.Error)}`)"))}. Nothing else waits for that."), 1_500);

    private static string All(Incident incident) => Mrkdwn.Truncate(string.Join(", ", incident.CouldNotDo.Select(Words)), 500);

    private static string Words(Undone undone) => undone.What switch
    {
        Extra.Invite => Speak($"add {IncidentWords.PersonOrNobody(undone.Person)} to this channel"),
        Extra.Pin => Speak("pin this card"),
        Extra.Topic => Speak("set the channel's topic"),
        Extra.Announcement => Speak("announce the incident"),
        var other => throw new ArgumentOutOfRangeException(nameof(undone), other, "An extra without words."),
    };
}
