using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Reviews;
using IncidentBot.Messaging;
using IncidentBot.Reminding;
using IncidentBot.Slack.Blocks;
using IncidentBot.Wording;

namespace IncidentBot.Reviews;

/// <summary>
/// Somebody could not be written to, most often because their account is closed: the next in line is, and where it was about a
/// review they owe, those who are there are asked who takes it.
/// </summary>
internal sealed class OwnerNotReached(IEnumerable<IPersonReminder> reminders) : IFactHandler<PersonNotReached>
{
    public async Task HearAsync(PersonNotReached fact, Turn turn, CancellationToken ct)
    {
        if (fact.InPlaceOf is { } covered && !await UnreachedCover.EndAsync(reminders, fact.User, covered, turn, ct))
            return;
        turn.Fail($"not reached: {fact.Error}");
        if (fact.Else.Count > 0)
            turn.Owe(new DirectMessage(fact.Else[0], fact.Content) { Else = [.. fact.Else.Skip(1)] });
        if (fact.ReviewOf is not { } number
            || await turn.NumberedAsync(number, ct) is not { Review: { IsOwed: true } review } incident
            || review.Owner.Value != fact.User)
            return;
        if (incident is { Channel: { } channel, Standing.IsOpen: true })
            turn.Owe(new PostMessage(channel.Value, null, WhoTakesIt.Ask(incident, review)));
        else if (new[] { incident.Commander, incident.Reporter }.OfType<UserId>().Where(person => person != review.Owner).Distinct().ToArray() is [var first, .. var rest])
            turn.Owe(Unwritten.For(first.Value, () => new DirectMessage(first.Value, WhoTakesIt.Ask(incident, review)) { Else = [.. rest.Select(person => person.Value)] }));
    }
}

/// <summary>A review whose owner is gone is owed by nobody until somebody says <i>I</i>.</summary>
internal static class WhoTakesIt
{
    public static MessageContent Ask(Incident incident, Review review)
    {
        var text = Speak($"📋 {IncidentWords.Person(review.Owner)} owes the post-incident review of {IncidentWords.Title(incident)}, and I cannot reach them. ")
            + Speak($"Who takes it? Press the button, or name somebody: {IncidentWords.Command(incident, "review owner @name")}.");
        return MessageContent.With(text, Buttons.Run(incident, Speak("I take it"), "review take", ButtonStyle.Primary));
    }
}
