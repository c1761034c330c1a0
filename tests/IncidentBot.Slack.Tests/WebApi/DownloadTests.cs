using IncidentBot.Slack.WebApi;
using Xunit;

namespace IncidentBot.Slack.Tests.WebApi;

/// <summary>A file comes in pieces, and either end may fail between two of them.</summary>
public sealed class DownloadTests
{
    [Fact]
    public async Task A_connection_that_breaks_while_the_file_comes_is_Slack_not_being_reached()
    {
        using var http = new HttpClient(new Serving(new Breaking()));

        var broken = await Assert.ThrowsAsync<SlackUnreachableException>(() => DownloadAsync(http, new MemoryStream()));

        Assert.Equal("files.download", broken.Method);
    }

    [Fact]
    public async Task A_disk_that_takes_nothing_is_not_Slacks_fault()
    {
        using var http = new HttpClient(new Serving(new MemoryStream([1, 2, 3])));

        await Assert.ThrowsAsync<IOException>(() => DownloadAsync(http, new Breaking()));
    }

    private static Task<long> DownloadAsync(HttpClient http, Stream to) =>
        new SlackApiClient(new SlackApiOptions { BaseUrl = new Uri("https://slack.com/api/"), BotToken = FakeSlack.Token }, http, TimeProvider.System)
            .Download("https://files.slack.com/graph.png", "image/png", to, 1_000, TestContext.Current.CancellationToken);

    private sealed class Serving(Stream body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new StreamContent(body) });
    }

    /// <summary>Fails whichever way it is used.</summary>
    private sealed class Breaking : MemoryStream
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("Connection reset by peer");

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw new IOException("No space left on device");
    }
}
