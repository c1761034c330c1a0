using IncidentBot.Slack.WebApi;

namespace IncidentBot.Slack.SocketMode;

/// <summary>How the app listens over Socket Mode.</summary>
public sealed record SocketModeOptions
{
    /// <summary>
    /// Half of the ten Slack allows an app (Slack docs: Using Socket Mode): each needs room for the one that replaces it.
    /// </summary>
    public const int MostConnections = 5;

    /// <summary>Where the Web API is.</summary>
    public Uri ApiUrl { get; init; } = new("https://slack.com/api/");

    /// <summary>The app-level token (xapp-…) with <c>connections:write</c>.</summary>
    public required string AppToken { get; init; }

    /// <summary>How many connections are kept open, 1 to <see cref="MostConnections"/>; each thing comes over one of them.</summary>
    public int Connections { get; init; } = 2;

    internal SlackApiOptions Api => new() { BaseUrl = ApiUrl, BotToken = AppToken };

    /// <summary>Without the token.</summary>
    public override string ToString() => $"{Connections} connections to {ApiUrl}";
}
