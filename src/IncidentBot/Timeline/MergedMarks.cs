using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;
using IncidentBot.Storage;

namespace IncidentBot.Timeline;

/// <summary>An emoji, a pin or a menu choice in the channel of an incident that was merged puts its message where the incident goes on, and is taken back where it holds something.</summary>
internal static class MergedMarks
{
    /// <summary>Where a message marked in the incident's channel is kept: with the incident, or with the one it goes on as. Null where it would be carried out from among invited people.</summary>
    public static async Task<Incident?> KeptByAsync(Incident incident, Turn turn, CancellationToken ct)
    {
        if (await turn.GoesOnAsAsync(incident, ct) is not { } there)
            return incident;
        return incident.IsPrivate && !there.IsPrivate ? null : await turn.NumberedAsync(there.Id.Number, ct);
    }

    /// <summary>The same where whoever marks it may write there; else they were told why not.</summary>
    public static async Task<Incident?> KeptByIfPermittedAsync(Incident incident, Turn turn, CancellationToken ct)
    {
        if (await KeptByAsync(incident, turn, ct) is { } kept)
            return await MayAsync(incident, kept, turn, ct) ? kept : null;
        turn.Refuse(CaptureReplies.StaysPrivate(incident, (await turn.GoesOnAsAsync(incident, ct))!), "it is private here and not there");
        return null;
    }

    /// <summary>Of an incident they may not know of a refusal names nobody.</summary>
    private static async Task<bool> MayAsync(Incident incident, Incident kept, Turn turn, CancellationToken ct)
    {
        if (kept.Id == incident.Id || await turn.MaySeeAsync(kept, ct))
            return await turn.MayAsync(["note"], kept, "", ct);
        var verdict = await turn.JudgeAsync("note", turn.By, turn.Here, kept, null, ct);
        if (verdict is Verdict.No no)
            turn.RefuseBeside(PermissionReplies.Refused(no, null, null, ""), "not permitted");
        return verdict is Verdict.Granted;
    }

    /// <summary>Puts the message on the timeline where it is kept, and says so once to whoever marks it.</summary>
    public static async Task SetAsync(Incident incident, Capture capture, EntryKind kind, Turn turn, CancellationToken ct)
    {
        if (await KeptByIfPermittedAsync(incident, turn, ct) is not { } kept)
            return;
        if (kept.Id != incident.Id)
            await turn.TellWhereItGoesOnAsync(incident, capture.By, capture.Channel, ct);
        await Captures.SetAsync(kept, capture, kind, turn, ct);
    }

    /// <summary>Takes it back where it was set: here, where it was before the merge or there is none; else where it went.</summary>
    public static async Task TakeBackAsync(Incident incident, Capture capture, Turn turn, CancellationToken ct) =>
        await Captures.TakeBackAsync(await HeldByAsync(incident, capture, turn, ct), capture, turn, ct);

    /// <summary>Which incident's timeline it holds the message on.</summary>
    public static async Task<Incident> HeldByAsync(Incident incident, Capture capture, Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        var same = (await db.Captures.OfMessageAsync(turn.Team, capture.Channel, capture.Ts, ct)).Where(row => row.Means == capture.Means && row.Holder == capture.Holder).ToList();
        var here = same.Find(row => row.Number == incident.Id.Number);
        var elsewhere = same.Find(row => row.Number != incident.Id.Number && row.IsOn);
        var isHeldHere = here is { IsOn: true } || here?.ChangedAt >= capture.At;
        var number = isHeldHere ? incident.Id.Number : elsewhere?.Number ?? (here is null ? await turn.GoesOnAsAsync(incident, ct) : null)?.Id.Number ?? incident.Id.Number;
        return number == incident.Id.Number ? incident : await turn.NumberedAsync(number, ct) ?? incident;
    }
}
