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
    private const string PageWord = "page";

    public Usage Usage => new("history", "[entry]", "Show every version of the timeline, or of one entry", Where.InIncident);

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        var (first, rest) = CommandLine.SplitFirst(line.Rest);
        if (await turn.FindIncidentAsync(line.Number, ct) is not { } incident)
            turn.Answer(Replies.NoIncidentHere(Usage, line.Number), "no incident here");
        else if (first.Length == 0)
            await ShowAllAsync(incident, 1, turn, ct);
        else if (first == PageWord && int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page is > 0 and <= 10_000)
            await ShowAllAsync(incident, page, turn, ct);
        else if (EntryNumber.TryRead(first, out var entry) && rest.Length == 0)
            await ShowOneAsync(incident, entry, turn, ct);
        else
            turn.Answer(Replies.NotUnderstood("Say which entry by its number, or nothing for all of them.", Usage), "not understood");
    }

    private static async Task ShowAllAsync(Incident incident, int page, Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        turn.Answer(HistoryReply.Of(incident, await db.TimelineVersions.PageAsync(incident.Id, page, PageSize, ct), page), "shown");
    }

    private static async Task ShowOneAsync(Incident incident, int number, Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        var versions = await db.TimelineVersions.OfEntryAsync(incident.Id, number, PageSize, ct);
        turn.Answer(HistoryReply.OfEntry(incident, number, versions), versions.Count == 0 ? "no such entry" : "shown");
    }
}

internal static class HistoryReply
{
    private const int LinesPerBlock = 5;
    private const int LongestText = 200;

    public static MessageContent Of(Incident incident, IReadOnlyList<EntryVersion> versions, int page)
    {
        if (versions.Count == 0)
            return MessageContent.Plain("There is nothing on that page of the history.");
        var older = versions[0].Sequence - 1;
        return Message(
            $"*History of {Mrkdwn.Truncate(IncidentWords.Title(incident), 200)}*",
            versions,
            older == 0 ? null : Buttons.Run(incident, string.Create(CultureInfo.InvariantCulture, $"{older} earlier"), string.Create(CultureInfo.InvariantCulture, $"history page {page + 1}")));
    }

    public static MessageContent OfEntry(Incident incident, int number, IReadOnlyList<EntryVersion> versions)
    {
        if (versions.Count == 0)
            return EntryReplies.NoSuchEntry(incident, number);
        var missing = versions[0].Number - 1;
        var title = string.Create(CultureInfo.InvariantCulture, $"*History of entry {number}*{(missing == 0 ? "" : $" (its latest {versions.Count} versions)")}");
        return Message(title, versions, Buttons.Run(incident, "Correct it", string.Create(CultureInfo.InvariantCulture, $"edit {number}")));
    }

    private static MessageContent Message(string title, IReadOnlyList<EntryVersion> versions, Button? button)
    {
        var lines = versions.Select(Line).ToList();
        var blocks = new List<Block> { new SectionBlock { Text = new Markdown(title) } };
        blocks.AddRange(lines.Chunk(LinesPerBlock).Select(some => new SectionBlock { Text = new Markdown(Mrkdwn.Truncate(string.Join("\n", some), 3_000)) }));
        if (button is not null)
            blocks.Add(new ActionsBlock { Elements = [button] });
        return new MessageContent(Mrkdwn.Truncate($"{title}\n{string.Join("\n", lines)}", 3_900), blocks);
    }

    /// <summary>What happened to which entry, when it was recorded, by whom and why, and what the entry says since.</summary>
    private static string Line(EntryVersion version)
    {
        var says = version.Change is EntryChange.Recorded or EntryChange.MessageEdited or EntryChange.Reworded
            ? $" — {(version.Text.Length == 0 ? "_redacted_" : Mrkdwn.Truncate(PeoplesWords.InAList(version.Text), LongestText))}"
            : "";
        var number = string.Create(CultureInfo.InvariantCulture, $"`{version.Entry}.{version.Number}`");
        return $"{number} {IncidentWords.Moment(version.RecordedAt)} {What(version)} ({Who(version.By)}{EntryReplies.Why(version.Why)}){says}";
    }

    private static string Who(UserId by) => by == UserId.Unsaid ? "Slack does not say by whom" : IncidentWords.Person(by);

    private static string Kind(EntryVersion version) => $"as {KindWords.Emoji(version.Kind)} {KindWords.Word(version.Kind)}";

    private static string What(EntryVersion version) => version.Change switch
    {
        EntryChange.Recorded => $"recorded {Kind(version)}",
        EntryChange.CapturedAgain => $"captured again, {Kind(version)}",
        EntryChange.CaptureTakenBack => $"one capture taken back, {Kind(version)}",
        EntryChange.Withdrawn => "withdrawn",
        EntryChange.Restored => $"captured again after it was withdrawn, {Kind(version)}",
        EntryChange.MessageEdited => "message edited in Slack",
        EntryChange.MessageDeleted => "message deleted in Slack",
        EntryChange.Reworded => "reworded",
        EntryChange.Hidden => "hidden",
        EntryChange.Shown => "shown again",
        EntryChange.Retimed => $"time set to {(version.Happened.Instant is { } instant ? IncidentWords.Moment(instant) : "sometime")}",
        EntryChange.Rekinded => $"made a {KindWords.Emoji(version.Kind)} {KindWords.Word(version.Kind)}",
        EntryChange.Redacted => "words redacted",
        EntryChange.FileCopied or EntryChange.FileNotCopied => $"file{FileWords.Of(version.Files)}",
        _ => throw new ArgumentOutOfRangeException(nameof(version), version.Change, "A change without words."),
    };
}
