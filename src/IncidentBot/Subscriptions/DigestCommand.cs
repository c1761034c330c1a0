using System.Globalization;
using IncidentBot.Domain.Tasks;
using IncidentBot.Messaging;
using IncidentBot.Storage;
using IncidentBot.Wording;

namespace IncidentBot.Subscriptions;

/// <summary><c>/incident digest</c> — what is open, overdue and lately resolved, now; <c>digest on</c>, <c>digest 8:30</c> — every day, <c>digest off</c> — no more.</summary>
internal sealed class DigestCommand : ISubcommand
{
    private static readonly TimeOnly Morning = new(9, 0);

    public Usage Usage => new("digest", "[on|off|09:00]", Unspoken("Show what is open, overdue and resolved; or get that every day"), Where.Anywhere);

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        var row = await db.Digests.FindAsync([turn.Team, turn.By.Value], ct);
        switch (line.Rest.Trim().ToLowerInvariant())
        {
            case "" or "now":
                turn.Answer(DigestReply.Now(await DigestSight.OfAsync(db, turn.Team, turn.By.Value, turn.Now - TimeSpan.FromDays(1), turn.Now, ct)), "digest");
                break;
            case "off" or "stop":
                if (row is not null)
                    db.Digests.Remove(row);
                turn.RemindAt(0, ReminderKinds.Digest, turn.By.Value, null);
                turn.Confirm(DigestReply.Off, "digest off");
                break;
            case "on":
                await SetAsync(row, row?.Time ?? Morning, turn, ct);
                break;
            case var said when TimeOnly.TryParseExact(said, ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time):
                await SetAsync(row, time, turn, ct);
                break;
            default:
                turn.NotUnderstood(DigestReply.When, Usage);
                break;
        }
    }

    private static async Task SetAsync(DigestRow? row, TimeOnly time, Turn turn, CancellationToken ct)
    {
        if (await turn.ZoneOrWaitAsync(ct) is not { } zone)
            return;
        if (row is null)
            (await turn.StoreAsync(ct)).Digests.Add(row = new DigestRow { TeamId = turn.Team, UserId = turn.By.Value });
        row.At = (int)time.ToTimeSpan().TotalMinutes;
        turn.RemindAt(0, ReminderKinds.Digest, turn.By.Value, DueTime.NextAt(time, turn.Now, zone));
        turn.Confirm(DigestReply.On(time, zone), "digest on");
    }
}
