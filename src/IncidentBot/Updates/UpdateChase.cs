using IncidentBot.Configuration;
using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Updates;
using IncidentBot.Messaging;
using IncidentBot.Reminding;
using IncidentBot.Storage;

namespace IncidentBot.Updates;

/// <summary>Reminds of an update that is due: the thread under the card first, then the channel, the commander, and whoever stands in for them.</summary>
internal sealed class UpdateChase : IIncidentReminder, IPersonReminder
{
    /// <summary>More people than these are not woken at once.</summary>
    private const int MostDeputies = 3;

    public string Kind => ReminderKinds.Update;

    public DateTimeOffset? Next(Incident incident, BotOptions options, DateTimeOffset now) =>
        options.Nudges.Updates && incident.Channel is not null ? UpdateCadence.Next(incident, options.Severities, options.Nudges.EscalateEvery) : null;

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
        var reminded = UpdateCadence.Reminded(incident, turn.Options.Severities, turn.Now);
        var next = Next(reminded, turn.Options, turn.Now);
        var people = stage switch
        {
            UpdateNudge.Commander when incident.Commander is { } commander => [commander],
            UpdateNudge.Deputy => Deputies(incident, turn.Options.Nudges.Deputy),
            _ => Array.Empty<UserId>(),
        };
        List<Hearer> hearers = [];
        foreach (var person in people)
        {
            if (await turn.HearerOrWaitAsync(incident, person, ct) is not { } hearer)
                return;
            hearers.Add(hearer);
        }
        foreach (var hearer in hearers)
            await turn.RemindAsync(incident, Kind, "", hearer, Said(incident, dueAt, next, turn), ct);
        if (people.Length == 0)
            turn.Owe(new PostMessage(channel.Value, stage == UpdateNudge.Thread ? incident.Card?.Ts : null, UpdateReplies.Due(incident, dueAt, next, turn.Options)));
        turn.Keep(reminded);
        turn.RemindNext(reminded, Kind);
        turn.Noted($"reminded: {stage}");
    }

    public Task<PersonalReminder?> NowAsync(Incident incident, string subject, UserId person, Turn turn, CancellationToken ct)
    {
        var isTheirs = incident.Commander == person || Deputies(incident, turn.Options.Nudges.Deputy).Contains(person);
        return Task.FromResult(isTheirs && turn.Options.Nudges.Updates && UpdateCadence.DueAt(incident, turn.Options.Severities) is { } dueAt && dueAt <= turn.Now
            ? Said(incident, dueAt, incident.Channel is null ? null : UpdateCadence.Ahead(incident, turn.Options.Severities, turn.Options.Nudges.EscalateEvery, turn.Now), turn)
            : null);
    }

    private static PersonalReminder Said(Incident incident, DateTimeOffset dueAt, DateTimeOffset? next, Turn turn) =>
        new(() => UpdateReplies.DueTo(incident, dueAt, next, turn.Options), () => UpdateReplies.DueLine(incident, dueAt));

    /// <summary>Whoever holds the role that stands in; where nobody does, whoever reported it.</summary>
    private static UserId[] Deputies(Incident incident, string role)
    {
        var holders = incident.Roles.Of(role).Where(holder => holder != incident.Commander).Take(MostDeputies).ToArray();
        return holders.Length > 0 ? holders : incident.Reporter == incident.Commander ? [] : [incident.Reporter];
    }
}
