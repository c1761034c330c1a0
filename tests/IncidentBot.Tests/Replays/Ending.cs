namespace IncidentBot.Tests.Replays;

/// <summary>How a play ended: what the bot remembers, and what people see.</summary>
internal sealed record Ending(BotMemory Memory, SlackSide Slack)
{
    public static async Task<Ending> ReadAsync(Stage stage) => new(await BotMemory.ReadAsync(stage), await SlackSide.ReadAsync(stage));

    /// <summary>Fails unless both ended alike, to the last message and whisper.</summary>
    public static void AssertSame(Ending expected, Ending actual) =>
        AssertNone(Differences(expected, actual).Concat(Differences("whisper", expected.Slack.Whispers, actual.Slack.Whispers)));

    /// <summary>
    /// The same, but what was whispered may have been whispered again: after a crash the bot cannot know whether a person
    /// has heard it, Slack keeps no trace of whispers to look at, and twice is better than not at all. And the bot may have
    /// said what it found when it compared the channel after its absence, where that came before Slack's own retry.
    /// </summary>
    /// <returns>How many whispers there are more than expected.</returns>
    public static int AssertSameButMoreWhispers(Ending expected, Ending actual)
    {
        var unheard = expected.Slack.Whispers.Distinct().Except(actual.Slack.Whispers).Select(line => $"whisper missing: {line}");
        var said = actual with { Slack = actual.Slack with { Messages = [.. actual.Slack.Messages.Where(line => !line.Contains("While I was away ", StringComparison.Ordinal) && !line.Contains("Some of what happened here had not reached me", StringComparison.Ordinal))] } };
        AssertNone(Differences(expected, said).Concat(unheard));
        return actual.Slack.Whispers.Count - expected.Slack.Whispers.Count;
    }

    private static void AssertNone(IEnumerable<string> differences)
    {
        var all = differences.ToList();
        Assert.True(all.Count == 0, string.Join('\n', all));
    }

    private static IEnumerable<string> Differences(Ending expected, Ending actual) =>
    [
        .. actual.Memory.Failed.Select(line => $"failed: {line}"),
        .. Differences("timeline", expected.Memory.Timeline, actual.Memory.Timeline),
        .. Differences("incident", expected.Memory.Incidents, actual.Memory.Incidents),
        .. Differences("reminded at", expected.Memory.Reminded, actual.Memory.Reminded),
        .. Differences("reminder", expected.Memory.Reminders, actual.Memory.Reminders),
        .. Differences("channel", expected.Slack.Channels, actual.Slack.Channels),
        .. Differences("message", expected.Slack.Messages, actual.Slack.Messages),
    ];

    private static IEnumerable<string> Differences(string what, IReadOnlyList<string> expected, IReadOnlyList<string> actual)
    {
        if (expected.SequenceEqual(actual))
            return [];
        return Without(expected, actual).Select(line => $"{what} missing: {line}")
            .Concat(Without(actual, expected).Select(line => $"{what} too many: {line}"))
            .DefaultIfEmpty($"{what}: the order differs");
    }

    private static List<string> Without(IEnumerable<string> some, IEnumerable<string> others)
    {
        var left = some.ToList();
        foreach (var line in others)
            left.Remove(line);
        return left;
    }
}
