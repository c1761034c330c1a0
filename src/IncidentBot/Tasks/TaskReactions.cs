using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Tasks;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Wording;

namespace IncidentBot.Tasks;

/// <summary>Whoever is given something to do by somebody else hears of it once, and can see the channel.</summary>
internal sealed class TaskReactions : IReaction
{
    public IEnumerable<Effect> React(IncidentEvent happened, Incident after)
    {
        // Whose task came with a merge is told of all at once, and is let in where they may be.
        if (happened is not (TaskAdded { From: null } or TaskOwnerChanged) || happened is not TaskEvent { Task: { Owner: { } owner } task })
            yield break;
        if (owner != happened.By)
            yield return Unwritten.For(owner.Value, () => new DirectMessage(owner.Value, TaskGiven.ToOwner(after, task, happened.By)));
        if (after.Channel is { } channel)
            yield return new Invite(channel.Value, owner.Value);
    }
}

internal static class TaskGiven
{
    public static MessageContent ToOwner(Incident incident, IncidentTask task, UserId by) => MessageContent.With(
        Speak($"☑️ {IncidentWords.Person(by)} gave you {(task.Sort == TaskSort.Task ? Speak("a task") : Speak("a follow-up"))} of {Mrkdwn.Truncate(IncidentWords.Place(incident), 400)}:\n{TaskWords.Line(task)}"),
        Buttons.Run(incident, Speak("Done"), TaskWords.Typed(task, "done")),
        Buttons.Run(incident, Speak("Give it back"), TaskWords.Typed(task, "owner none")));
}
