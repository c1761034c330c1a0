using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace IncidentBot.Tests.Replays;

/// <summary>A real incident as data: who did what when, and what the bot must have made of it. See <c>tests/Replays/README.md</c>.</summary>
internal sealed record Replay(
    string Zone,
    DateTime Starts,
    IReadOnlyList<ReplayPerson> People,
    IReadOnlyList<ReplayChannel> Channels,
    IReadOnlyList<ReplayStep> Steps,
    ReplayExpectation Expected)
{
    private const string MinuteFormat = "yyyy-MM-dd HH:mm";

    private static readonly JsonSerializerOptions Json = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    private TimeZoneInfo TimeZone => TimeZoneInfo.FindSystemTimeZoneById(Zone);

    public static Replay Load(string name) =>
        JsonSerializer.Deserialize<Replay>(File.ReadAllText(Path.Combine(Folder(), $"{name}.json")), Json)!;

    /// <summary>The moment a local time of the file means.</summary>
    public DateTimeOffset Moment(DateTime local) => new(local, TimeZone.GetUtcOffset(local));

    /// <summary>A moment in the file's zone, cut to the minute: the review knows no seconds.</summary>
    public string Minute(DateTimeOffset moment) =>
        TimeZoneInfo.ConvertTime(moment, TimeZone).ToString(MinuteFormat, CultureInfo.InvariantCulture);

    public static string Minute(DateTime local) => local.ToString(MinuteFormat, CultureInfo.InvariantCulture);

    private static string Folder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "Replays"));
}

/// <summary>Somebody who was there.</summary>
internal sealed record ReplayPerson(string Name, string RealName, string Zone);

/// <summary>A channel that was there before the incident.</summary>
internal sealed record ReplayChannel(string Name, bool Announcements);

/// <summary>Something a person did, or time that went by.</summary>
/// <param name="At">When, local.</param>
/// <param name="Does">What: <c>post</c>, <c>reply</c>, <c>join</c>, <c>react</c>, <c>type</c>, <c>declare_from</c>, <c>add_to_timeline</c>, <c>wait</c>.</param>
/// <param name="Who">Who; nobody when time goes by.</param>
/// <param name="In">The channel.</param>
/// <param name="To">The message, by the name an earlier step gave it, or <c>card</c>.</param>
/// <param name="As">The name by which later steps call the message.</param>
/// <param name="Text">What was written or typed.</param>
/// <param name="Emoji">The reaction.</param>
/// <param name="Form">What was filled in, by block.</param>
internal sealed record ReplayStep(
    DateTime At,
    string Does,
    string? Who,
    string? In,
    string? To,
    string? As,
    string? Text,
    string? Emoji,
    IReadOnlyDictionary<string, string>? Form);

/// <summary>What must be there at the end, all of it.</summary>
internal sealed record ReplayExpectation(
    IReadOnlyList<ExpectedEntry> Entries,
    IReadOnlyList<ExpectedSpan> Spans,
    IReadOnlyList<ExpectedEntry> Lines,
    IReadOnlyList<ExpectedReminder> Reminders,
    DateTime SilentUntil);

/// <summary>A line of the timeline; without a time where the review has none.</summary>
internal sealed record ExpectedEntry(DateTime? At, string Kind, string? Author, string By, string Text, string? AsGiven)
{
    public override string ToString() => TimelineLine.Of(At is { } at ? Replay.Minute(at) : null, Kind, Author, By, Text, AsGiven ?? "");
}

/// <summary>The time between two entries, by their numbers from 1, as hours:minutes.</summary>
internal sealed record ExpectedSpan(int From, int To, string Is);

/// <summary>A reminder: whom it reached, when it was due, when it was read, and the sentence that tells it from the others.</summary>
internal sealed record ExpectedReminder(string To, DateTime Due, DateTime Comes, string Says);

/// <summary>How a line of a timeline is compared.</summary>
internal static class TimelineLine
{
    public static string Of(string? minute, string kind, string? author, string by, string text, string asGiven) =>
        $"{minute ?? "sometime"} {kind} | {(author is null ? "" : $"{author}: ")}{text} | by {by}{(asGiven.Length > 0 ? $" | given as {asGiven}" : "")}";
}
