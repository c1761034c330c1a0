namespace IncidentBot.Tests.Replays;

/// <summary>How a play ended: what the bot remembers, and what people see.</summary>
internal sealed record Ending(BotMemory Memory, SlackSide Slack)
{
    public static async Task<Ending> ReadAsync(Stage stage) => new(await BotMemory.ReadAsync(stage), await SlackSide.ReadAsync(stage));

    /// <summary>Fails unless both ended alike, to the last message; what was whispered must be the same, too.</summary>
    public static void AssertSame(Ending expected, Ending actual)
    {
        AssertSameButWhispers(expected, actual);
        Assert.Equal(expected.Slack.Whispers, actual.Slack.Whispers);
    }

    /// <summary>
    /// The same, but what was whispered may have been whispered again: after a crash the bot cannot know whether a person
    /// has heard it, Slack keeps no trace of whispers to look at, and twice is better than not at all.
    /// </summary>
    /// <returns>How many whispers came more often than expected, or were not expected.</returns>
    public static int AssertSameButMoreWhispers(Ending expected, Ending actual)
    {
        AssertSameButWhispers(expected, actual);
        Assert.Empty(expected.Slack.Whispers.Distinct().Except(actual.Slack.Whispers));
        return actual.Slack.Whispers.Count - expected.Slack.Whispers.Count;
    }

    private static void AssertSameButWhispers(Ending expected, Ending actual)
    {
        Assert.Empty(actual.Memory.Failed);
        Assert.Equal(expected.Memory.Timeline, actual.Memory.Timeline);
        Assert.Equal(expected.Memory.Incidents, actual.Memory.Incidents);
        Assert.Equal(expected.Memory.Reminded, actual.Memory.Reminded);
        Assert.Equal(expected.Memory.Reminders, actual.Memory.Reminders);
        Assert.Equal(expected.Slack.Channels, actual.Slack.Channels);
        Assert.Equal(expected.Slack.Messages, actual.Slack.Messages);
    }
}
