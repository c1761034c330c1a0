using System.Globalization;
using System.Text.RegularExpressions;
using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Roles;
using IncidentBot.Domain.Tasks;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Wording;
using static IncidentBot.Wording.IncidentWords;

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
            turn.Answer(MergeReplies.Confirm(duplicate, into), "asked to confirm");
    }

    [GeneratedRegex(@"^(?:into\s+|of\s+)?#?(?<number>\d{1,9})$", RegexOptions.IgnoreCase)]
    private static partial Regex Reference();
}

/// <summary><c>mergeinto 12</c>, typed by the button that confirms.</summary>
internal sealed class MergeNow : ISubcommand
{
    /// <summary>More people's entries than these have no incident we have heard of.</summary>
    private const int MostEntries = 5_000;
    private const int MostTasks = 200;

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
        var (taken, left) = await WithTasksAsync(Merging.TakeIn(into, duplicate, entries.Count, turn.By, turn.Now), ended, duplicate, into, turn, ct);
        turn.Accept(taken);
        turn.Accept(left);
        if (duplicate.Offer is { } offer)
        {
            foreach (var person in new[] { offer.To.Value, offer.By.Value }.Distinct().Where(person => person != turn.Workspace.BotUserId))
                turn.Owe(Unwritten.For(person, () => new DirectMessage(person, MergeReplies.OfferIsVoid(duplicate, into, offer))));
        }
        if (into.Channel is { } channel)
        {
            foreach (var person in new[] { duplicate.Commander, duplicate.Reporter }.OfType<UserId>().Distinct())
                turn.Owe(new Invite(channel.Value, person.Value));
        }
        await db.Subscriptions.GoOnAsync(turn.Team, duplicate.Id.Number, into.Id.Number, ct);
        turn.Confirm(MergeReplies.Done(duplicate, into, entries.Count), "merged");
    }

    /// <summary>What is still to be done is to be done there, and no more here: nobody is reminded twice.</summary>
    private static async Task<(Decision.Accepted Taken, Decision.Accepted Left)> WithTasksAsync(
        Decision taken, Decision left, Incident duplicate, Incident into, Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        var number = await db.Tasks.LastNumberAsync(into.Id, ct);
        var moved = new List<(IncidentTask Task, int There)>();
        foreach (var sort in Enum.GetValues<TaskSort>())
        {
            foreach (var task in await db.Tasks.OfIncidentAsync(duplicate.Id, sort, onlyOpen: true, MostTasks, ct))
            {
                var there = ++number;
                taken = taken.Then(incident => IncidentTasks.TakeOver(incident, task, there, turn.By, turn.Now));
                left = left.Then(incident => IncidentTasks.GoOnElsewhere(incident, task, into.Id, there, turn.By, turn.Now));
                moved.Add((task, there));
            }
        }
        foreach (var theirs in moved.Where(each => each.Task.Owner is not null).GroupBy(each => each.Task.Owner!.Value.Value))
            turn.Owe(Unwritten.For(theirs.Key, () => new DirectMessage(theirs.Key, MergeReplies.TasksGoOn(duplicate, into, [.. theirs]))));
        return ((Decision.Accepted)taken, (Decision.Accepted)left);
    }
}

/// <summary>What whoever merges is told.</summary>
internal static class MergeReplies
{
    /// <summary>Of more tasks that go along only the number is said.</summary>
    private const int MostNamed = 5;

    public static string SayWhich => Speak("Say which incident this one is, by its number.");

    public static MessageContent CannotNow => MessageContent.Plain(Speak("One of the two changed since, so nothing was merged. `/incident merge #12` looks again."));

    public static MessageContent Confirm(Incident duplicate, Incident into) => MessageContent.With(
        Speak($"{Title(duplicate)} is {Place(into)}, and goes on there? Its notes, messages and open tasks are added there. This one is over and owes no review; its own timeline stays as it is.")
            + Private(duplicate, into)
            + Graver(duplicate, into),
        Buttons.Run(duplicate, Speak($"Merge into {Number(into)}"), string.Create(CultureInfo.InvariantCulture, $"mergeinto {into.Id.Number}"), ButtonStyle.Danger));

    public static MessageContent Done(Incident duplicate, Incident into, int entries)
    {
        var text = Speak($"Merged: go on in {Place(into)}. {(entries == 1 ? Speak("One entry was") : Speak($"{entries} entries were"))} added there, with their own times and writers. {Command(duplicate, "reopen")} separates them again.");
        return IsGraver(duplicate, into)
            ? MessageContent.With($"{text}{Graver(duplicate, into)}", Buttons.Run(into, Speak($"Set {Mrkdwn.Truncate(Signed(duplicate.Severity), 40)} there"), $"sev {Typed(duplicate.Severity)} {Speak($"as {Number(duplicate)} was")}"))
            : MessageContent.Plain(text);
    }

    /// <summary>Whoever has something to do hears once under which number it goes on.</summary>
    public static MessageContent TasksGoOn(Incident duplicate, Incident into, IReadOnlyList<(IncidentTask Task, int There)> moved)
    {
        var lines = moved.Take(MostNamed).Select(each => Speak($"{TaskWords.Name(each.Task)} is number {each.There.ToString(CultureInfo.InvariantCulture)} there: {TaskWords.Short(each.Task)}"));
        var more = moved.Count > MostNamed ? Speak($"\n… and {moved.Count - MostNamed} more.") : "";
        return MessageContent.With(
            $"{Speak($"☑️ {Number(duplicate)} was merged into {Mrkdwn.Truncate(Place(into), 400)}; what you have to do goes on there. Buttons you have still work.")}\n{string.Join("\n", lines)}{more}",
            Buttons.Run(into, Speak("Show all of mine"), "tasks mine"));
    }

    /// <summary>Said to whoever was offered command, and to whoever offered it; of the other incident only the number, for they may not know it.</summary>
    public static MessageContent OfferIsVoid(Incident duplicate, Incident into, CommandOffer offer) =>
        MessageContent.Plain(Speak($"🤝 {Number(duplicate)} was merged into {Number(into)}, so the offer of its command to {Person(offer.To)} is void."));

    /// <summary>Two private channels have two sets of people.</summary>
    private static string Private(Incident duplicate, Incident into) => duplicate.IsPrivate
        ? Speak($" Both are private: whoever is in {(into.Channel is { } channel ? Mrkdwn.Channel(channel.Value) : Number(into))} can read of this one from then on.")
        : "";

    /// <summary>Only a person says how bad it is, so merging raises nothing.</summary>
    private static string Graver(Incident duplicate, Incident into) => IsGraver(duplicate, into)
        ? Speak($" {Number(into)} is {Signed(into.Severity)}, this one {Signed(duplicate.Severity)}: that, its impact, its last update and who commands do not go along.")
        : "";

    private static bool IsGraver(Incident duplicate, Incident into) =>
        !duplicate.Severity.IsUnset && (into.Severity.IsUnset || duplicate.Severity.Rank < into.Severity.Rank);
}
