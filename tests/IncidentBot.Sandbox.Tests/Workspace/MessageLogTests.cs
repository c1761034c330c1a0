using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.Tests.Workspace;

public sealed class MessageLogTests
{
    private static readonly DateTimeOffset Now = new(2030, 5, 6, 7, 8, 9, TimeSpan.Zero);

    [Fact]
    public void Messages_of_one_microsecond_get_timestamps_of_their_own()
    {
        var log = new MessageLog();
        Assert.Equal(["1904281689.000000", "1904281689.000001", "1904281689.000002"], Enumerable.Range(0, 3).Select(_ => log.NextTs(Now)));
        Assert.Equal("1904281690.000000", log.NextTs(Now.AddSeconds(1)));
    }

    [Fact]
    public void A_timestamp_never_goes_back()
    {
        var log = new MessageLog();
        log.NextTs(Now);
        Assert.Equal("1904281689.000001", log.NextTs(Now.AddSeconds(-30)));
    }

    [Fact]
    public void Removing_the_last_reply_leaves_no_thread()
    {
        var log = new MessageLog();
        log.Add(new Message { Ts = "1.000000" });
        var reply = new Message { Ts = "2.000000", ThreadTs = "1.000000" };
        log.Add(reply);
        Assert.Same(reply, Assert.Single(log.RepliesTo("1.000000")));
        log.Remove(reply);
        Assert.Empty(log.RepliesTo("1.000000"));
        Assert.Null(log.Find("2.000000"));
    }
}
