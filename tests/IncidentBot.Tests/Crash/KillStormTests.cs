namespace IncidentBot.Tests.Crash;

/// <summary>
/// More than two hundred deliveries to a bot that is killed all the time: what people marked and noted is on the timeline,
/// all of it, once; every line of the bot stands there once and in order. Most seeds run only with
/// <c>INCIDENTBOT_LONG_TESTS=1</c>.
/// </summary>
public sealed class KillStormTests
{
    private const int Acts = 160;

    public static IEnumerable<TheoryDataRow<int>> Some => Seeds(1, 10);

    public static IEnumerable<TheoryDataRow<int>> Many => Seeds(11, 190);

    [Theory]
    [MemberData(nameof(Some))]
    public Task Nothing_is_lost_or_doubled(int seed) => PlayAsync(seed);

    [LongTheory("about twenty minutes")]
    [MemberData(nameof(Many))]
    public Task Nothing_is_lost_or_doubled_in_many_storms(int seed) => PlayAsync(seed);

    private static IEnumerable<TheoryDataRow<int>> Seeds(int first, int count) => Enumerable.Range(first, count).Select(seed => new TheoryDataRow<int>(seed));

    private static async Task PlayAsync(int seed)
    {
        await using var storm = await Storm.PlayAsync(seed, Acts);
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}: {storm.Kills} kills, {storm.Notes.Count} notes, {storm.Marked.Count} marked");
        var entries = await storm.EntriesAsync();
        var messages = await storm.MessagesAsync();

        Assert.InRange(storm.Kills, 1, int.MaxValue);
        Assert.Equal(storm.Notes, entries.Where(row => row.SourceTs is null).Select(row => row.Text));
        Assert.Equal(storm.Marked.Order(), entries.Where(row => row.SourceTs is not null).Select(row => row.SourceTs!).Order());
        Assert.Equal(storm.Marked.Order(), messages.Where(message => message.Reactions.Any(reaction => reaction.Name == "white_check_mark")).Select(message => message.Ts).Order());
        Assert.Equal(
            storm.Notes,
            messages.Where(message => message.IsBot && message.ThreadTs == storm.Card && message.Text.Contains("noted by", StringComparison.Ordinal))
                .Select(message => storm.Notes.Single(note => message.Text.Contains(note, StringComparison.Ordinal))));
        Assert.Equal(0, await storm.GivenUpAsync());
    }
}
