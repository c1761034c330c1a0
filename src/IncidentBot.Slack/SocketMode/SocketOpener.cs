using System.Net.WebSockets;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Slack.SocketMode;

/// <summary>Asks Slack for an address and connects to it. Slack docs: apps.connections.open.</summary>
internal sealed class SocketOpener
{
    private static readonly WebMethod Open = WebMethod.Write("apps.connections.open");

    /// <summary>Both far below the half minute after which Slack's own clients give a silent connection up.</summary>
    private static readonly TimeSpan PingEvery = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan PongWithin = TimeSpan.FromSeconds(10);

    private readonly WebApiCaller _slack;
    private readonly bool _allowsPlain;

    public SocketOpener(SocketModeOptions options, HttpClient http, TimeProvider time)
    {
        var api = options.Api;
        _slack = new WebApiCaller(api.NormalizedBaseUrl(), api.CheckedToken(), http, time);
        _allowsPlain = options.ApiUrl.IsLoopback;
    }

    /// <summary>A connected socket on which nothing was said yet.</summary>
    /// <exception cref="SlackException">Slack refuses.</exception>
    /// <exception cref="SlackUnreachableException">Slack does not answer.</exception>
    /// <exception cref="WebSocketException">The address does not take the connection.</exception>
    public async Task<WebSocket> OpenAsync(CancellationToken cancellationToken)
    {
        var answer = await _slack.Call<Opening>(Open, new Args(), cancellationToken);
        if (!Uri.TryCreate(answer.Url, UriKind.Absolute, out var address) || !IsTrusted(address))
            throw new SlackUnreachableException(Open.Name, "the address is no secure socket's", mayHaveHappened: true);

        var socket = new ClientWebSocket();
        try
        {
            socket.Options.KeepAliveInterval = PingEvery;
            socket.Options.KeepAliveTimeout = PongWithin;
            await socket.ConnectAsync(address, cancellationToken);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Without TLS only a Slack on this machine is listened to.</summary>
    private bool IsTrusted(Uri address) => address.Scheme == "wss" || (address.Scheme == "ws" && address.IsLoopback && _allowsPlain);

    private sealed record Opening
    {
        /// <summary>Holds a ticket, so it is never logged.</summary>
        public required string Url { get; init; }
    }
}
