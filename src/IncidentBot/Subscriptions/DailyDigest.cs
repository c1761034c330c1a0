using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Tasks;
using IncidentBot.Messaging;
using IncidentBot.Storage;

namespace IncidentBot.Subscriptions;

/// <summary>It is somebody's time of day, or the announcement channel's: they hear how things stand, unless there is nothing to say.</summary>
internal sealed class DailyDigest : IReminder
{
    private static readonly TimeSpan ADay = TimeSpan.FromDays(1);

    public string Kind => ReminderKinds.Digest;

    public Task RemindAsync(ReminderDue due, Turn turn, CancellationToken ct) =>
        due.Subject == DigestRow.Channel ? TellChannelAsync(turn, ct) : TellAsync(due.Subject, turn, ct);

    private async Task TellChannelAsync(Turn turn, CancellationToken ct)
    {
        if (turn.Options is not { AnnouncementChannel: { Length: > 0 } channel, Digest: { ChannelAt: { } time, Zone: var zone } })
        {
            turn.RemindAt(0, Kind, DigestRow.Channel, null);
            turn.Ignore("no digest is wanted there");
            return;
        }
        var db = await turn.StoreAsync(ct);
        var row = await db.Digests.FindAsync([turn.Team, DigestRow.Channel], ct);
        if (row is null)
            db.Digests.Add(row = new DigestRow { TeamId = turn.Team, UserId = DigestRow.Channel });
        // Nobody answers for a private incident by the name of nobody, so none is among these.
        if (DigestReply.Of(await DigestSight.OfAsync(db, turn.Team, "", row.LastAt ?? turn.Now - ADay, turn.Now, ct), isChannel: true) is { } content)
            turn.Owe(new PostMessage(channel, null, content));
        row.LastAt = turn.Now;
        turn.RemindAt(0, Kind, DigestRow.Channel, DueTime.NextAt(time, turn.Now, zone));
        turn.Noted("digest");
    }

    private async Task TellAsync(string user, Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        if (await db.Digests.FindAsync([turn.Team, user], ct) is not { } row)
        {
            turn.RemindAt(0, Kind, user, null);
            turn.Ignore("no digest is wanted any more");
            return;
        }
        if (await turn.PersonOrWaitAsync(new UserId(user), PersonLookup.ZoneIsGoodFor, ct) is not { } person)
            return;
        var sight = await DigestSight.OfAsync(db, turn.Team, user, row.LastAt ?? turn.Now - ADay, turn.Now, ct);
        if (person is { IsActive: true, IsExternal: false } && DigestReply.Of(sight, isChannel: false) is not null)
            turn.Owe(Unwritten.For(user, () => new DirectMessage(user, DigestReply.Of(sight, isChannel: false)!) { IsNotice = true }));
        row.LastAt = turn.Now;
        turn.RemindAt(0, Kind, user, DueTime.NextAt(row.Time, turn.Now, WhoAsks.Zone(person.TimeZone)));
        turn.Noted("digest");
    }
}
