namespace IncidentBot.Slack.SocketMode;

/// <summary>Slack took the connection and did not say hello.</summary>
internal sealed class SocketRefusedException(string reason) : Exception($"Slack refused the connection: {reason}.")
{
    /// <summary>Slack's word, such as <c>too_many_websockets</c>.</summary>
    public string Reason { get; } = reason;
}
