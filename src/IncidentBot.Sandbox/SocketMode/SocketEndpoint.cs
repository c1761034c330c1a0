using IncidentBot.Sandbox.Workspace;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Sandbox.SocketMode;

/// <summary>Where the app connects, with the ticket it was given.</summary>
internal sealed class SocketEndpoint(SlackWorkspace workspace, SocketLinks links, CancellationToken stop)
{
    /// <summary>Below the half minute after which Slack's clients give up a server that has stopped pinging.</summary>
    private static readonly WebSocketAcceptContext Pinging = new()
    {
        KeepAliveInterval = TimeSpan.FromSeconds(4),
        KeepAliveTimeout = TimeSpan.FromSeconds(10),
    };

    public async Task HandleAsync(HttpContext http)
    {
        if (!http.WebSockets.IsWebSocketRequest)
        {
            http.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            return;
        }

        if (!links.IsOn || !workspace.Read(() => workspace.SocketTickets.Redeem(http.Request.Query["ticket"], workspace.Now)))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        var socket = await http.WebSockets.AcceptWebSocketAsync(Pinging);
        using var stopping = stop.Register(socket.Abort);
        await links.ServeAsync(socket, http.Request.Query["debug_reconnects"] == "true", stop);
    }
}
