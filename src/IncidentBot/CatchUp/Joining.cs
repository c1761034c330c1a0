using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Requests;
using IncidentBot.Storage;
using IncidentBot.Wording;

namespace IncidentBot.CatchUp;

/// <summary>
/// Who joins a live incident's channel is told everything at once, once, and only they see it. Whoever the bot itself brought
/// in has just declared, taken or been given something, and heard of it then.
/// </summary>
internal sealed class Joining : SlackEventHandler<MemberJoinedChannel>
{
    protected override async Task HandleAsync(MemberJoinedChannel slackEvent, Turn turn, CancellationToken ct)
    {
        var us = turn.Workspace.BotUserId;
        if (slackEvent.User == us)
            return;
        if (await turn.InChannelAsync(slackEvent.Channel, ct) is not { IsOver: false, Standing.IsOpen: true } incident)
            turn.Ignore("no live incident's channel");
        else if (slackEvent.Inviter == us)
            turn.Ignore("we brought them in");
        else if (await turn.PersonOrWaitAsync(new UserId(slackEvent.User), TimeSpan.MaxValue, ct) is { } person)
            await WelcomeAsync(incident, person, turn, ct);
    }

    private static async Task WelcomeAsync(Incident incident, PersonRow person, Turn turn, CancellationToken ct)
    {
        if (person.IsBot)
        {
            turn.Ignore("a program");
            return;
        }
        var look = await (await turn.StoreAsync(ct)).Looks.OfAsync(turn.Team, person.UserId, incident.Id.Number, ct);
        if (look.WelcomedAt is not null)
        {
            turn.Duplicate("welcomed before");
            return;
        }
        look.WelcomedAt = turn.Now;
        var known = await Knowledge.OfAsync(incident, null, turn, ct);
        turn.Tell(new ReplyTo(person.UserId, incident.Channel!.Value.Value, null, turn.Now, InPlace: false), () => WelcomeReply.Of(known));
        turn.Noted("welcomed");
    }
}

/// <summary>What somebody sees who has just joined: how it stands, and how to take part.</summary>
internal static class WelcomeReply
{
    public static MessageContent Of(Knowledge known)
    {
        var text = string.Join("\n", [Speak("👋 You are in. This is what is known; only you see it."), .. CatchUpReply.Lines(known), Speak("Say what you see or do right here. 📌 on a message keeps it on the timeline; `/incident help` shows the rest.")]);
        return MessageContent.With(text, [.. Controls(known)]);
    }

    private static IEnumerable<BlockElement> Controls(Knowledge known)
    {
        if (known.Incident.Commander is null)
            yield return Buttons.Run(known.Incident, Speak("Take command"), "take", ButtonStyle.Primary);
        if (known.Tasks.Count > 0)
            yield return Buttons.Run(known.Incident, Speak("Tasks"), "tasks");
        yield return Buttons.Run(known.Incident, Speak("Timeline"), "timeline");
    }
}
