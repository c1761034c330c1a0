using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;
using IncidentBot.Storage;

namespace IncidentBot.Timeline;

/// <summary>An emoji or pin in the channel of an incident that was merged puts its message where the incident goes on, and is taken back where it holds something.</summary>
internal static class MergedMarks
{
    /// <summary>Puts the message on the timeline of the incident, or of the one it goes on as. What was said among invited people goes nowhere everybody reads.</summary>
    public static async Task SetAsync(Incident incident, Capture capture, EntryKind kind, Turn turn, CancellationToken ct)
    {
        if (await turn.GoesOnAsAsync(incident, ct) is not { } there)
        {
            await Captures.SetAsync(incident, capture, kind, turn, ct);
        }
        else if (incident.IsPrivate && !there.IsPrivate)
        {
            turn.Refuse(CaptureReplies.StaysPrivate(incident, there), "it is private here and not there");
        }
        else if (await turn.NumberedAsync(there.Id.Number, ct) is { } kept)
        {
            await turn.TellWhereItGoesOnAsync(incident, capture.By, capture.Channel, ct);
            await Captures.SetAsync(kept, capture, kind, turn, ct);
        }
    }

    /// <summary>Takes it back where it was set: here, where it was before the merge or there is none; else where it went.</summary>
    public static async Task TakeBackAsync(Incident incident, Capture capture, Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        var same = (await db.Captures.OfMessageAsync(turn.Team, capture.Channel, capture.Ts, ct)).Where(row => row.Means == capture.Means && row.Holder == capture.Holder).ToList();
        var here = same.Find(row => row.Number == incident.Id.Number);
        var elsewhere = same.Find(row => row.Number != incident.Id.Number && row.IsOn);
        var isHeldHere = here is { IsOn: true } || here?.ChangedAt >= capture.At;
        var number = isHeldHere ? incident.Id.Number : elsewhere?.Number ?? (here is null ? await turn.GoesOnAsAsync(incident, ct) : null)?.Id.Number ?? incident.Id.Number;
        if (number == incident.Id.Number)
            await Captures.TakeBackAsync(incident, capture, turn, ct);
        else if (await turn.NumberedAsync(number, ct) is { } holder)
            await Captures.TakeBackAsync(holder, capture, turn, ct);
    }
}
