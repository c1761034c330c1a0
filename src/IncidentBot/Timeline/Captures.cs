using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;
using IncidentBot.Storage;

namespace IncidentBot.Timeline;

/// <summary>
/// Keeps who holds a message on a timeline. Slack says things twice and out of order: the latest word of each emoji and pin
/// counts, whenever it comes.
/// </summary>
internal static class Captures
{
    /// <summary>Somebody captures a message: an entry they hold too from now on, or one that has to be read first.</summary>
    /// <returns>Whether it brought a withdrawn entry back, made one theirs too, or changed nothing that stands.</returns>
    public static async Task<EntryChange?> SetAsync(Incident incident, Capture capture, EntryKind kind, Turn turn, CancellationToken ct)
    {
        var all = await OfAsync(incident, capture, turn, ct);
        var known = Find(all, capture);
        if (known is not null && IsOvertaken(known, capture))
        {
            if (known.IsOn)
                turn.Duplicate("captured already");
            else
                turn.Ignore("taken back since");
            return null;
        }
        var isBeingRead = all.Any(row => row is { IsOn: true, IsRefused: false });
        var isNew = known is not { IsOn: true, IsRefused: false };
        var row = await KeepAsync(all, incident.Id, capture, isOn: true, turn, ct);
        row.Kind = kind;
        row.IsRefused = false;
        if (!isNew)
        {
            turn.Duplicate("captured already");
            return null;
        }
        if (await turn.EntryOfAsync(incident.Id, capture.Channel, capture.Ts, ct) is { } entry)
            return await HeldAgainAsync(entry, all, capture, turn, ct);
        if (!isBeingRead)
            turn.Owe(new ReadMessage(incident.Id.Number, capture.Channel, capture.Ts));
        turn.Await("being read");
        return null;
    }

    /// <summary>Somebody captures a message whose words are at hand; whoever marked it before holds the new entry with them.</summary>
    public static async Task<TimelineEntry> RecordAsync(Incident incident, Capture capture, TimelineEntry entry, Turn turn, CancellationToken ct)
    {
        var all = await OfAsync(incident, capture, turn, ct);
        (await KeepAsync(all, incident.Id, capture, isOn: true, turn, ct)).Kind = entry.Kind;
        Answered(all, turn);
        return turn.Record(entry with { Capturers = Holders(all) });
    }

    /// <summary>
    /// The entry stands: whoever marked its message sees the tick, and the sign that it could not be read goes. People trust
    /// the tick, and Slack takes it twice, so it is owed however the entry came to stand.
    /// </summary>
    public static void Answered(IEnumerable<CaptureRow> all, Turn turn)
    {
        var marks = all.Where(row => row is { IsOn: true, Means: not CaptureRow.Menu }).ToList();
        if (marks.Count == 0)
            return;
        if (marks.Any(row => row.IsRefused))
            turn.Owe(new RemoveReaction(marks[0].Channel, marks[0].Ts, CaptureMarks.Refused));
        foreach (var row in marks)
            row.IsRefused = false;
        turn.Owe(new AddReaction(marks[0].Channel, marks[0].Ts, CaptureMarks.Tick));
    }

    /// <summary>Somebody took their emoji back, or a pin was taken off.</summary>
    public static async Task TakeBackAsync(Incident incident, Capture capture, Turn turn, CancellationToken ct)
    {
        var all = await OfAsync(incident, capture, turn, ct);
        var known = Find(all, capture);
        if (known is not null && IsOvertaken(known, capture))
        {
            if (known.IsOn)
                turn.Ignore("captured again since");
            else
                turn.Duplicate("taken back already");
            return;
        }
        var (wasOn, wasRefused) = (known is { IsOn: true }, known is { IsRefused: true });
        await KeepAsync(all, incident.Id, capture, isOn: false, turn, ct);
        if (known is null)
            turn.Noted("taken back before it came");
        else if (!wasOn)
            turn.Duplicate("taken back already");
        else if (await turn.EntryOfAsync(incident.Id, capture.Channel, capture.Ts, ct) is { } entry)
            await LetGoAsync(entry, all, capture, turn, ct);
        else
            NotWaitedFor(Holders(all), wasRefused, capture, turn);
    }

    /// <summary>Who holds the message now, in the order they came.</summary>
    public static Capturers Holders(IEnumerable<CaptureRow> all) =>
        Capturers.Of(all.Where(row => row.IsOn).OrderBy(row => row.ChangedAt).Select(row => new UserId(row.By)));

    /// <summary>What captures say the message is: the oldest one held that says more than note. A hypothesis that somebody rules out is a dead end.</summary>
    public static EntryKind KindOf(IEnumerable<CaptureRow> all)
    {
        List<EntryKind> kinds = [.. all.Where(row => row.IsOn).OrderBy(row => row.ChangedAt).Select(row => row.Kind)];
        var oldest = kinds.Find(kind => kind != EntryKind.Note);
        return oldest == EntryKind.Hypothesis && kinds.Contains(EntryKind.DeadEnd) ? EntryKind.DeadEnd : oldest;
    }

    private static async Task<EntryKind> KindAsync(TimelineEntry entry, List<CaptureRow> all, Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        return await db.TimelineVersions.IsKindChosenAsync(entry.Incident, entry.Number, ct) ? entry.Kind : KindOf(all);
    }

    /// <summary>Whether a later word on the same emoji or pin is known, or this very one.</summary>
    private static bool IsOvertaken(CaptureRow known, Capture capture) => known.ChangedAt >= capture.At;

    private static async Task<EntryChange> HeldAgainAsync(TimelineEntry entry, List<CaptureRow> all, Capture capture, Turn turn, CancellationToken ct)
    {
        var revision = CapturedMessage.Again(entry, Holders(all), await KindAsync(entry, all, turn, ct), capture.By, turn.Now);
        await turn.ReviseAsync(revision, ct);
        ForgetWhatItQuotes(entry, turn);
        Answered(all, turn);
        if (entry.State.HasFlag(EntryState.Hidden) && capture.Means != CaptureRow.Menu)
            await TellItIsHiddenAsync(entry, capture, turn, ct);
        turn.Noted(revision.Change == EntryChange.Restored ? "restored" : "captured again");
        return revision.Change;
    }

    /// <summary>The tick says that it was kept, and it is not to be seen: whoever waits for it there is told why.</summary>
    private static async Task TellItIsHiddenAsync(TimelineEntry entry, Capture capture, Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        var by = await db.TimelineVersions.HiddenByAsync(entry.Incident, entry.Number, ct);
        turn.Tell(new ReplyTo(capture.By.Value, capture.Channel, null, turn.Now, InPlace: false), () => CaptureReplies.IsHidden(entry.Number, by));
    }

    private static async Task LetGoAsync(TimelineEntry entry, List<CaptureRow> all, Capture capture, Turn turn, CancellationToken ct)
    {
        var holders = Holders(all);
        await turn.ReviseAsync(CapturedMessage.TakenBack(entry, holders, await KindAsync(entry, all, turn, ct), capture.By, turn.Now), ct);
        ForgetWhatItQuotes(entry, turn);
        if (holders.IsNobody)
            turn.Owe(new RemoveReaction(capture.Channel, capture.Ts, CaptureMarks.Tick));
        turn.Noted(holders.IsNobody ? "withdrawn" : "taken back, others hold it");
    }

    /// <summary>A pin's event quotes the pinned message.</summary>
    private static void ForgetWhatItQuotes(TimelineEntry entry, Turn turn)
    {
        if (entry.State.HasFlag(EntryState.Redacted))
            turn.ForgetRequest();
    }

    private static void NotWaitedFor(Capturers holders, bool wasRefused, Capture capture, Turn turn)
    {
        if (wasRefused && holders.IsNobody)
            turn.Owe(new RemoveReaction(capture.Channel, capture.Ts, CaptureMarks.Refused));
        turn.Noted("taken back before it was read");
    }

    private static async Task<List<CaptureRow>> OfAsync(Incident incident, Capture capture, Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        return [.. (await db.Captures.OfMessageAsync(turn.Team, capture.Channel, capture.Ts, ct)).Where(row => row.Number == incident.Id.Number)];
    }

    private static CaptureRow? Find(List<CaptureRow> all, Capture capture) =>
        all.Find(row => row.Means == capture.Means && row.Holder == capture.Holder);

    private static async Task<CaptureRow> KeepAsync(List<CaptureRow> all, IncidentId incident, Capture capture, bool isOn, Turn turn, CancellationToken ct)
    {
        var row = Find(all, capture);
        if (row is null)
        {
            row = new CaptureRow
            {
                TeamId = turn.Team,
                Channel = capture.Channel,
                Ts = capture.Ts,
                Number = incident.Number,
                Means = capture.Means,
                Holder = capture.Holder,
            };
            all.Add(row);
            (await turn.StoreAsync(ct)).Captures.Add(row);
        }
        row.By = capture.By.Value;
        row.IsOn = isOn;
        row.ChangedAt = capture.At;
        return row;
    }
}
