using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Wording;

namespace IncidentBot.Timeline;

/// <summary><c>/incident history</c>, <c>/incident history 12</c> — every version of every entry, or of one, in the order they were recorded.</summary>
internal sealed class History : ISubcommand
{
    public const int PageSize = 30;

    /// <summary>Three versions whole are what one message surely carries: Slack refuses about 13,000 characters of blocks (msg_blocks_too_long).</summary>
    public const int EntryPageSize = 3;

    private const string PageWord = "page";

    public Usage Usage => new("history", "[entry]", Unspoken("Show every version of the timeline, or of one entry"), Where.InIncident);

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (await turn.IncidentAsync(line, Usage, ct) is not { } incident)
            return;
        var (first, rest) = CommandLine.SplitFirst(line.Rest);
        if (TryReadPage(line.Rest, out var page))
            await ShowAllAsync(incident, page, turn, ct);
        else if (EntryNumber.TryRead(first, out var entry) && TryReadPage(rest, out page))
            await ShowOneAsync(incident, entry, page, turn, ct);
        else
            turn.NotUnderstood(Speak("Say which entry by its number, or nothing for all of them."), Usage);
    }

    /// <summary><c>page 2</c>; nothing is the latest one. Numbers alone are entries.</summary>
    private static bool TryReadPage(string words, out int page)
    {
        page = 1;
        var (first, number) = CommandLine.SplitFirst(words);
        return first.Length == 0 || (first == PageWord && PageNumber.TryRead(number, out page));
    }

    private static async Task ShowAllAsync(Incident incident, int page, Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        turn.Answer(HistoryReply.Of(incident, await db.TimelineVersions.PageAsync(incident.Id, page, PageSize, ct)), "shown");
    }

    private static async Task ShowOneAsync(Incident incident, int number, int page, Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        var versions = await db.TimelineVersions.PageOfEntryAsync(incident.Id, number, page, EntryPageSize, ct);
        turn.Answer(HistoryReply.OfEntry(incident, number, versions), versions is { Rows.Count: 0, Later: 0 } ? "no such entry" : "shown");
    }
}

internal static class HistoryReply
{
    private const int LongestText = 200;
    private static string Cut => Speak("\n(It goes on; `/incident export` sends all of it.)");

    public static MessageContent Of(Incident incident, Page<EntryVersion> versions) =>
        new Listing(incident, Speak($"*History of {Mrkdwn.Truncate(IncidentWords.Title(incident), 200)}*"), "history page").Of(versions.Select(Line));

    public static MessageContent OfEntry(Incident incident, int number, Page<EntryVersion> versions)
    {
        if (versions is { Rows.Count: 0, Later: 0 })
            return EntryReplies.NoSuchEntry(incident, number);
        var entry = number.ToString(CultureInfo.InvariantCulture);
        return new Listing(incident, Speak($"*History of entry {entry}*"), $"history {entry} page")
        {
            RowsPerBlock = 1,
            Besides = Buttons.Run(incident, Speak("Correct it"), $"edit {entry}"),
        }.Of(versions.Select(Whole));
    }

    /// <summary>A version among others, its words cut short.</summary>
    private static string Line(EntryVersion version) => $"{Happened(version)}{(Words(version) is { } words ? $" — {Mrkdwn.Truncate(words, LongestText)}" : "")}";

    /// <summary>A version with as many of its words as a block carries.</summary>
    private static string Whole(EntryVersion version)
    {
        var whole = $"{Happened(version)}{(Words(version) is { } words ? $" — {words}" : "")}";
        return whole.Length <= BlockLimits.TextMax ? whole : Mrkdwn.Truncate(whole, BlockLimits.TextMax - Cut.Length) + Cut;
    }

    /// <summary>What happened to which entry, when it was recorded, by whom and why.</summary>
    private static string Happened(EntryVersion version)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"`{version.Entry}.{version.Number}`");
        return $"{number} {IncidentWords.Moment(version.RecordedAt)} {What(version)} ({Who(version.By)}{EntryReplies.Why(version.Why)})";
    }

    /// <summary>What the entry says since; null where the change left that alone.</summary>
    private static string? Words(EntryVersion version) => version.Change is EntryChange.Recorded or EntryChange.MessageEdited or EntryChange.Reworded
        ? version.Text.Length == 0 ? Speak("_redacted_") : PeoplesWords.InAList(version.Text)
        : null;

    private static string Who(UserId by) => by == UserId.Unsaid ? Speak("Slack does not say by whom") : IncidentWords.Person(by);

    private static string Kind(EntryVersion version) => Speak($"as {KindWords.Name(version.Kind)}");

    private static string What(EntryVersion version) => version.Change switch
    {
        EntryChange.Recorded => Speak($"recorded {Kind(version)}"),
        EntryChange.CapturedAgain => Speak($"captured again; it stands {Kind(version)}"),
        EntryChange.CaptureTakenBack => Speak($"one capture taken back; it stands {Kind(version)}"),
        EntryChange.Withdrawn => Speak("withdrawn"),
        EntryChange.Restored => Speak($"captured again after it was withdrawn; it stands {Kind(version)}"),
        EntryChange.MessageEdited => Speak("message edited in Slack"),
        EntryChange.MessageDeleted => Speak("message deleted in Slack"),
        EntryChange.Reworded => Speak("reworded"),
        EntryChange.Hidden => Speak("hidden"),
        EntryChange.Shown => Speak("shown again"),
        EntryChange.Retimed => Speak($"time set to {(version.Happened.Instant is { } instant ? IncidentWords.Moment(instant) : Speak("sometime"))}"),
        EntryChange.Rekinded => Speak($"made a {KindWords.Name(version.Kind)}"),
        EntryChange.KindGivenBack => Speak($"{KindWords.Name(version.Kind)} again: the choice was taken back"),
        EntryChange.Redacted => Speak("words redacted"),
        EntryChange.FileCopied or EntryChange.FileNotCopied => Speak($"file{FileWords.Of(version.Files, "")}"),
        _ => throw new ArgumentOutOfRangeException(nameof(version), version.Change, "A change without words."),
    };
}
