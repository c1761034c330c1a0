using IncidentBot.Configuration;
using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Updates;
using IncidentBot.Messaging;
using IncidentBot.Storage;

namespace IncidentBot.Updates;

/// <summary>Reminds of an update that is due: the thread under the card first, then the channel, the commander, and whoever stands in for them.</summary>
internal sealed class UpdateChase : IIncidentReminder
{
    /// <summary>More people than these are not woken at once.</summary>
    private const int MostDeputies = 3;

    public string Kind => ReminderKinds.Update;

    public DateTimeOffset? Next(Incident incident, BotOptions options, DateTimeOffset now) =>
        options.Nudges.Updates && incident.Channel is not null ? UpdateCadence.Next(incident, options.Severities, options.Nudges.EscalateEvery, now) : null;

    public async Task RemindAsync(ReminderDue due, Turn turn, CancellationToken ct)
    {
        var incident = await turn.NumberedAsync(due.Number, ct);
        if (incident is not { Channel: { } channel }
            || UpdateCadence.DueAt(incident, turn.Options.Severities) is not { } dueAt
            || UpdateCadence.Now(incident, turn.Options.Severities, turn.Options.Nudges.EscalateEvery, turn.Now) is not { } stage)
        {
            turn.RemindLater(due, incident);
            turn.Ignore("no update is due");
            return;
        }
        var next = Next(incident, turn.Options, turn.Now);
        var people = stage switch
        {
            UpdateNudge.Commander when incident.Commander is { } commander => [commander],
            UpdateNudge.Deputy => Deputies(incident, turn.Options.Nudges.Deputy),
            _ => Array.Empty<UserId>(),
        };
        // All of them first: what was owed before a wait would be owed again after it.
        foreach (var person in people)
        {
            if (await turn.PersonOrWaitAsync(person, PersonLookup.ZoneIsGoodFor, ct) is null)
                return;
        }
        foreach (var person in people)
            await turn.NudgeAsync(
                incident, Kind, person,
                () => new DirectMessage(person.Value, UpdateReplies.DueTo(incident, dueAt, next, turn.Options)),
                () => UpdateReplies.DueLine(incident, dueAt), ct);
        if (people.Length == 0)
            turn.Owe(new PostMessage(channel.Value, stage == UpdateNudge.Thread ? incident.Card?.Ts : null, UpdateReplies.Due(incident, dueAt, next, turn.Options)));
        turn.RemindNext(incident, Kind);
        turn.Noted($"reminded: {stage}");
    }

    /// <summary>Whoever holds the role that stands in; where nobody does, whoever reported it.</summary>
    private static UserId[] Deputies(Incident incident, string role)
    {
        var holders = incident.Roles.Of(role).Where(holder => holder != incident.Commander).Take(MostDeputies).ToArray();
        return holders.Length > 0 ? holders : incident.Reporter == incident.Commander ? [] : [incident.Reporter];
    }
}
