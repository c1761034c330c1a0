using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.Tests.Deliveries;

/// <summary>Sockets, as strict as Slack's.</summary>
public sealed class SocketModeTests
{
    private static readonly SandboxOptions OnSockets = new() { Manifest = SandboxManifest.Example with { SocketMode = true } };

    [Fact]
    public async Task An_address_is_good_for_one_connection_and_says_hello_first()
    {
        await using var sandbox = await SandboxServer.StartAsync(OnSockets, TestContext.Current.CancellationToken);
        var address = await AddressAsync(sandbox);
        using var socket = await ConnectAsync(address);

        var hello = await ReadAsync(socket);

        Assert.Equal(("hello", 1, sandbox.AppId), ((string?)hello["type"], (int)hello["num_connections"]!, (string?)hello["connection_info"]!["app_id"]));
        await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(address));
        await Assert.ThrowsAsync<WebSocketException>(() => ConnectAsync(new Uri(address.GetLeftPart(UriPartial.Path))));
    }

    [Fact]
    public async Task An_event_that_is_not_acknowledged_in_three_seconds_comes_again_and_says_so()
    {
        await using var sandbox = await SandboxServer.StartAsync(OnSockets, TestContext.Current.CancellationToken);
        using var client = sandbox.CreateClient();
        using var socket = await ConnectAsync(await AddressAsync(sandbox));
        await ReadAsync(socket);
        await SayAsync(client);

        var first = await ReadAsync(socket);
        var second = await ReadAsync(socket);
        await SendAsync(socket, $$"""{"envelope_id":"{{second["envelope_id"]}}"}""");

        Assert.Equal(("events_api", 0, ""), ((string?)first["type"], (int)first["retry_attempt"]!, (string?)first["retry_reason"]));
        Assert.Equal((1, "timeout"), ((int)second["retry_attempt"]!, (string?)second["retry_reason"]));
        Assert.Equal((string?)first["payload"]!["event_id"], (string?)second["payload"]!["event_id"]);
        Assert.False((bool)first["accepts_response_payload"]!);
        Assert.True(await client.QuietAsync());
        Assert.Equal(["timeout", "ok"], (await client.JournalAsync()).Where(entry => entry.Direction == "delivery").Select(entry => entry.Outcome));
    }

    [Theory]
    [InlineData("not JSON", "not_an_acknowledgement")]
    [InlineData("[1]", "not_an_acknowledgement")]
    [InlineData("{\"envelope_id\":7}", "not_an_acknowledgement")]
    [InlineData("{\"envelope_id\":\"never sent\"}", "late_or_unknown_envelope")]
    public async Task A_frame_that_acknowledges_nothing_is_noted(string frame, string complaint)
    {
        await using var sandbox = await SandboxServer.StartAsync(OnSockets, TestContext.Current.CancellationToken);
        using var client = sandbox.CreateClient();
        using var socket = await ConnectAsync(await AddressAsync(sandbox));
        await ReadAsync(socket);

        await SendAsync(socket, frame);

        for (var looks = 0; !(await client.JournalAsync()).Any(entry => entry.Direction == "socket" && entry.Outcome == complaint); looks++)
        {
            Assert.True(looks < 500, "It was not noted.");
            await Task.Delay(TimeSpan.FromMilliseconds(10), TimeProvider.System);
        }
    }

    [Fact]
    public async Task A_socket_is_warned_ten_seconds_before_it_is_to_be_renewed_and_then_closed()
    {
        await using var sandbox = await SandboxServer.StartAsync(OnSockets, TestContext.Current.CancellationToken);
        using var client = sandbox.CreateClient();
        using var socket = await ConnectAsync(await AddressAsync(sandbox));
        await ReadAsync(socket);

        await client.SocketsAsync("refresh");
        var warning = await ReadAsync(socket);
        await SayAsync(client);
        var between = await ReadAsync(socket);
        await SendAsync(socket, $$"""{"envelope_id":"{{between["envelope_id"]}}"}""");
        sandbox.Clock.Advance(TimeSpan.FromSeconds(10));
        var request = await ReadAsync(socket);
        var end = await socket.ReceiveAsync(new byte[16], TestContext.Current.CancellationToken);

        Assert.Equal(("warning", "refresh_requested"), ((string?)warning["reason"], (string?)request["reason"]));
        Assert.Equal("events_api", (string?)between["type"]);
        Assert.Equal(WebSocketMessageType.Close, end.MessageType);
    }

    [Fact]
    public async Task Without_socket_mode_in_the_manifest_no_address_is_given_and_with_it_no_url_is_taken()
    {
        await using var plain = await SandboxServer.StartAsync(new SandboxOptions(), TestContext.Current.CancellationToken);
        await using var sockets = await SandboxServer.StartAsync(OnSockets, TestContext.Current.CancellationToken);
        using var app = new Bot(plain.ApiUrl, plain.AppToken);

        using var answer = await app.SendFormAsync("apps.connections.open");

        Assert.Equal(501, (int)answer.StatusCode);
        await Assert.ThrowsAsync<InvalidOperationException>(() => sockets.InstallApp(new Uri("http://127.0.0.1:1/"), cancellationToken: TestContext.Current.CancellationToken));
    }

    private static async Task SayAsync(SandboxClient client)
    {
        var state = await client.StateAsync();
        await client.As(state.People.Single(person => person.Name == "alice").Id).PostAsync(state.Channels.Single(channel => channel.Name == "incidents").Id, "hello");
    }

    private static async Task<Uri> AddressAsync(SandboxServer sandbox)
    {
        using var app = new Bot(sandbox.ApiUrl, sandbox.AppToken);
        return new Uri((string)(await app.OkAsync("apps.connections.open"))["url"]!);
    }

    private static async Task<ClientWebSocket> ConnectAsync(Uri address)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(address, TestContext.Current.CancellationToken);
        return socket;
    }

    private static async Task<JsonNode> ReadAsync(ClientWebSocket socket)
    {
        var buffer = new byte[64 * 1024];
        var read = await socket.ReceiveAsync(buffer, TestContext.Current.CancellationToken);
        Assert.Equal((WebSocketMessageType.Text, true), (read.MessageType, read.EndOfMessage));
        return JsonNode.Parse(buffer.AsSpan(0, read.Count))!;
    }

    private static Task SendAsync(ClientWebSocket socket, string text) =>
        socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, endOfMessage: true, TestContext.Current.CancellationToken);
}
