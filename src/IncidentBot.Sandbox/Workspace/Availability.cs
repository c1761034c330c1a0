using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.Workspace;

/// <summary>Whether a person is there, and when they do not want to be disturbed.</summary>
/// <param name="IsAway">Shown as away.</param>
/// <param name="QuietFrom">The next time notifications pause, in Unix seconds; null without such a time.</param>
/// <param name="QuietUntil">When that ends.</param>
internal sealed record Availability(bool IsAway, long? QuietFrom, long? QuietUntil)
{
    public static Availability There { get; } = new(false, null, null);

    public string Presence => IsAway ? "away" : "active";

    /// <summary>Without a quiet time Slack is commonly seen to answer 1 for both; its pages do not say.</summary>
    public JsonObject QuietToJson() => new()
    {
        ["dnd_enabled"] = QuietFrom is not null,
        ["next_dnd_start_ts"] = QuietFrom ?? 1,
        ["next_dnd_end_ts"] = QuietUntil ?? 1,
    };
}
