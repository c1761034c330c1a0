using IncidentBot.Messaging;
using IncidentBot.Slack.SocketMode;

namespace IncidentBot.Web;

/// <summary>Keeps the sockets to Slack open while the bot runs.</summary>
internal sealed class SocketMode(SocketModeClient client) : BackgroundService, IEar
{
    public bool IsOpen => client.OpenConnections > 0;

    /// <summary>What keeps Slack from reaching us; null when nothing does.</summary>
    public string? Trouble => client switch
    {
        { IsSwitchedOff: true } => "Socket Mode was switched off in the Slack app's settings.",
        { OpenConnections: 0 } => "No socket to Slack is open yet.",
        _ => null,
    };

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => client.RunAsync(stoppingToken);
}
