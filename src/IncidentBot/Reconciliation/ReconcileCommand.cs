using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Storage;
using IncidentBot.Wording;

namespace IncidentBot.Reconciliation;

/// <summary><c>/incident reconcile</c> — compares the channel with the timeline now, and says what came of it.</summary>
internal sealed class ReconcileCommand : ISubcommand
{
    public Usage Usage => new("reconcile", "", Unspoken("Compare the channel with the timeline, and add what was missed"), Where.InIncident);

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (await turn.IncidentAsync(line, Usage, ct) is not { } incident)
            return;
        if (incident.Channel is not { } channel)
            turn.Refuse(MessageContent.Plain(Speak($"{IncidentWords.Title(incident)} has no channel to compare with.")), "no channel");
        else
            turn.Owe(new CompareChannel(await WithWhatWasMissedAsync(new Comparing(incident.Id.Number, channel.Value, null, null, IsThorough: true, turn.ReplyTo), incident, turn, ct)));
    }

    /// <summary>Where an earlier round stopped, this one goes on.</summary>
    private static async Task<Comparing> WithWhatWasMissedAsync(Comparing why, Incident incident, Turn turn, CancellationToken ct)
    {
        var (from, until, stoppedAt) = await (await turn.StoreAsync(ct)).Incidents.MissedAsync(incident.Id, ct);
        return why with { From = from, Until = until, StoppedAt = stoppedAt };
    }
}
