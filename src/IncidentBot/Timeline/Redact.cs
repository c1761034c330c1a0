using System.Globalization;
using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;
using IncidentBot.Storage;
using IncidentBot.Wording;

namespace IncidentBot.Timeline;

/// <summary><c>/incident redact 12 &lt;reason&gt;</c> — shows whose words would go for ever, and asks once more.</summary>
internal sealed class Redact : ISubcommand
{
    public Usage Usage => new("redact", "<entry> <reason>", Unspoken("Remove an entry's words for ever"), Where.InIncident);

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        var (number, reason) = CommandLine.SplitFirst(line.Rest);
        if (await turn.EntryAsync(line, number, Usage, ct) is not var (incident, entry))
            return;
        if (await Redacting.DecideAsync(incident, entry, reason, turn, ct) is EntryDecision.Refused refused)
            Redacting.Refuse(incident, entry, refused.Why, turn);
        else if (reason.Length == 0)
            turn.Ask(RedactReplies.WhichReason(entry), line with { Number = incident.Id.Number });
        else
            turn.Answer(RedactReplies.Confirm(incident, entry, await Redacting.AlsoAsync(incident, entry, turn, ct), PeoplesWords.Harmless(reason)), "asked to confirm");
    }
}

/// <summary><c>erase 12 3 &lt;reason&gt;</c>, typed by the button that confirms: redacts the entry as of version 3, and no other.</summary>
internal sealed class RedactNow : ISubcommand
{
    public Usage Usage => new("erase", "<entry> <version> <reason>", Unspoken("Remove an entry's words for ever, confirmed"), Where.InIncident) { Hidden = true };

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        var (number, rest) = CommandLine.SplitFirst(line.Rest);
        var (version, reason) = CommandLine.SplitFirst(rest);
        if (await turn.EntryAsync(line, number, Usage, ct) is var (incident, entry))
            await ConcludeAsync(incident, entry, version, reason, turn, ct);
    }

    private static async Task ConcludeAsync(Incident incident, TimelineEntry entry, string version, string reason, Turn turn, CancellationToken ct)
    {
        switch (await Redacting.DecideAsync(incident, entry, reason, turn, ct))
        {
            case EntryDecision.Refused refused:
                Redacting.Refuse(incident, entry, refused.Why, turn);
                break;
            case EntryDecision.Accepted when version != entry.Version.ToString(CultureInfo.InvariantCulture):
                turn.Refuse(new EntryChangedSince(entry.Number, PeoplesWords.Harmless(reason)));
                break;
            case EntryDecision.Accepted { Revision: var redaction }:
                var with = await Redacting.DoAsync(incident, entry, redaction, turn, ct);
                turn.Confirm(RedactReplies.Done(entry, await AlsoStands.OfAsync(entry, with, turn, ct)), nameof(EntryChange.Redacted));
                break;
        }
    }
}

/// <summary>What both words share.</summary>
internal static class Redacting
{
    public static async Task<EntryDecision> DecideAsync(Incident incident, TimelineEntry entry, string reason, Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        var last = await db.TimelineVersions.LastChangeAsync(incident.Id, entry.Number, ct);
        return new Redaction(turn.By, PeoplesWords.Harmless(reason), turn.Now).Of(incident, entry, last);
    }

    /// <summary>A reason that repeats the words is neither said again nor kept with the request.</summary>
    public static void Refuse(Incident incident, TimelineEntry entry, Refusal why, Turn turn)
    {
        if (why is not ReasonRepeatsWords)
        {
            turn.Refuse(why);
            return;
        }
        turn.ForgetRequest();
        turn.Refuse(RedactReplies.SayOtherwise(incident, entry), nameof(ReasonRepeatsWords));
    }

    /// <summary>Where the words stand too, before they go.</summary>
    public static async Task<AlsoStands> AlsoAsync(Incident incident, TimelineEntry entry, Turn turn, CancellationToken ct) =>
        await AlsoStands.OfAsync(entry, (await TaskLines.WithAsync(incident, entry, turn, ct)).Lines, turn, ct);

    /// <returns>The other lines about the same task that went with it.</returns>
    public static async Task<IReadOnlyList<TimelineEntry>> DoAsync(Incident incident, TimelineEntry entry, EntryRevision redaction, Turn turn, CancellationToken ct)
    {
        var (tasks, lines) = await TaskLines.WithAsync(incident, entry, turn, ct);
        await turn.RedactAsync(redaction, ct);
        var with = new List<TimelineEntry>();
        foreach (var line in lines)
        {
            if (await DecideAsync(incident, line, redaction.Why, turn, ct) is not EntryDecision.Accepted { Revision: var same })
                continue;
            await turn.RedactAsync(same, ct);
            with.Add(line);
        }
        foreach (var task in tasks)
            task.Text = Redaction.Mark;
        var after = Redaction.Forget(incident, entry);
        if (after != incident)
        {
            turn.Keep(after);
            turn.Owe(RefreshCard.Of(incident));
        }
        CardThread.Tell(incident, () => RedactReplies.InThread(redaction, [.. with.Select(line => line.Number)]), turn);
        string[] copies = [.. entry.Files.All.Where(file => file.Hash.Length > 0).Select(file => file.Hash)];
        if (copies.Length > 0)
            await (await turn.StoreAsync(ct)).FileCopies.ForgetAsync(incident.Id, entry.Number, copies, ct);
        turn.Owe(new ForgetOnDisk(copies));
        return with;
    }
}
