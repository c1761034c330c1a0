using System.Globalization;
using System.Text.RegularExpressions;
using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Storage;
using IncidentBot.Wording;

namespace IncidentBot.Incidents;

/// <summary><c>/incident merge #12</c> — this incident is #12: says what that means, and asks once more.</summary>
internal sealed partial class Merge : ISubcommand
{
    public Usage Usage => new("merge", "<#12>", Unspoken("Say that this incident is another one, and go on there"), Where.InIncident, "duplicate");

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (await turn.IncidentAsync(line, Usage, ct) is not { } duplicate)
            return;
        if (!(Reference().Match(line.Rest) is { Success: true } named && int.TryParse(named.Groups["number"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number)))
            turn.NotUnderstood(MergeReplies.SayWhich, Usage);
        else if (await turn.FindIncidentAsync(number, ct) is not { } into)
            turn.Refuse(Replies.NoIncidentHere(Usage, number), "no such incident");
        else if (Merging.Into(duplicate, into, turn.Options.Lifecycle.Of(IncidentPhase.Merged), turn.By, turn.Now) is Decision.Refused refused)
            turn.Refuse(refused.Why);
        else
            turn.Answer(MergeReplies.Confirm(duplicate, into, into.IsPrivate ? await LetInAsync(duplicate, into, turn, ct) : []), "asked to confirm");
    }

    /// <summary>Whoever confirms knows who will read a private one from then on.</summary>
    private static async Task<IReadOnlyList<UserId>> LetInAsync(Incident duplicate, Incident into, Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        string[] along = [.. WhoGoesAlong.Of(duplicate, await TasksGoingOn.FindAsync(duplicate, into, db, ct))];
        var external = await db.People.ExternalAsync(turn.Team, along, ct);
        return [.. along.Except(external).Select(person => new UserId(person))];
    }

    [GeneratedRegex(@"^(?:into\s+|of\s+)?#?(?<number>\d{1,9})$", RegexOptions.IgnoreCase)]
    private static partial Regex Reference();
}

/// <summary><c>mergeinto 12</c>, typed by the button that confirms.</summary>
internal sealed class MergeNow : ISubcommand
{
    /// <summary>More people's entries than these have no incident we have heard of.</summary>
    private const int MostEntries = 5_000;

    public Usage Usage => new("mergeinto", "<12>", Unspoken("Merge this incident, confirmed"), Where.InIncident) { Hidden = true };

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (await turn.IncidentAsync(line, Usage, ct) is not { } duplicate)
            return;
        if (!int.TryParse(line.Rest, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || await turn.FindIncidentAsync(number, ct) is not { } into)
            turn.Refuse(Replies.NoIncidentHere(Usage, null), "no such incident");
        else if (Merging.Into(duplicate, into, turn.Options.Lifecycle.Of(IncidentPhase.Merged), turn.By, turn.Now) is Decision.Accepted ended)
            await JoinAsync(duplicate, into, ended, turn, ct);
        else
            turn.Refuse(MergeReplies.CannotNow, "changed since");
    }

    private static async Task JoinAsync(Incident duplicate, Incident into, Decision.Accepted ended, Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        var entries = await db.Timeline.ToJoinAsync(duplicate.Id, into.Id, MostEntries, ct);
        foreach (var entry in entries)
            turn.Record(Merging.Copy(entry, into.Id, turn.Now));
        await db.JoinCapturesAsync(duplicate.Id, into.Id, entries, ct);
        var tasks = await TasksGoingOn.FindAsync(duplicate, into, db, ct);
        turn.Accept(tasks.TakenIn((Decision.Accepted)Merging.TakeIn(into, duplicate, entries.Count, tasks.Moved.Count, turn.By, turn.Now), turn));
        turn.Accept(tasks.LeftBy(ended, turn));
        await TellAsync(duplicate, into, tasks, turn, ct);
        await MergedCards.RefreshAsync(duplicate, turn, ct);
        await db.Subscriptions.GoOnAsync(turn.Team, duplicate.Id.Number, into.Id.Number, ct);
        turn.Confirm(MergeReplies.Done(duplicate, into, entries.Count, tasks.Staying), "merged");
    }

    /// <summary>Whoever had something to do, or was to do something, hears where it goes on, and those of this workspace are let in there.</summary>
    private static async Task TellAsync(Incident duplicate, Incident into, TasksGoingOn tasks, Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        string[] along = [.. WhoGoesAlong.Of(duplicate, tasks)];
        string[] offered = duplicate.Offer is { } open ? [.. new[] { open.To.Value, open.By.Value }.Distinct().Where(person => person != turn.Workspace.BotUserId)] : [];
        var external = (await db.People.ExternalAsync(turn.Team, along, ct)).ToHashSet();
        await turn.LookAheadAsync([.. along.Union(offered)], ct);
        foreach (var theirs in tasks.ByOwner)
        {
            turn.Owe(Unwritten.For(theirs.Key, () => new DirectMessage(
                theirs.Key, external.Contains(theirs.Key) ? MergeReplies.TasksGoOnUnseen(duplicate, into, theirs.Count(), turn.By) : MergeReplies.TasksGoOn(duplicate, into, [.. theirs]))));
        }
        foreach (var person in offered)
            turn.Owe(Unwritten.For(person, () => new DirectMessage(person, MergeReplies.OfferIsVoid(duplicate, into, duplicate.Offer!))));
        if (into.Channel is { } channel)
        {
            foreach (var person in along.Where(person => !external.Contains(person)))
                turn.Owe(new Invite(channel.Value, person));
        }
    }
}

/// <summary>Who led an incident or has something to do about it: where it goes on, they do.</summary>
internal static class WhoGoesAlong
{
    public static IEnumerable<string> Of(Incident duplicate, TasksGoingOn tasks) =>
        new[] { duplicate.Commander, duplicate.Reporter }.OfType<UserId>().Select(person => person.Value).Union(tasks.ByOwner.Select(theirs => theirs.Key));
}
