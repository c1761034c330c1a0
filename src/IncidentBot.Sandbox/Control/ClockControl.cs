using System.Globalization;
using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace IncidentBot.Sandbox.Control;

/// <summary>Reads and moves the clock, for people and for clocks in other processes.</summary>
internal static class ClockControl
{
    private static readonly TimeSpan LongestPoll = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan LongestWaitForFollowers = TimeSpan.FromSeconds(2);

    public static JsonObject Read(MovableClock clock) => new()
    {
        // The revision first: a move in between then shows as one still to come.
        ["revision"] = clock.Revision,
        ["now"] = StateView.Time(clock.GetUtcNow()),
        ["offset_seconds"] = clock.Offset.TotalSeconds,
        ["offset_ticks"] = clock.Offset.Ticks,
    };

    /// <summary>
    /// Reads the clock. A process that names itself follows from then on, and moves wait for it; one that says which revision
    /// it has taken is answered when there is a later one, or after a while.
    /// </summary>
    public static async Task<JsonObject> ReadAsync(SandboxEngine engine, HttpContext http, long? taken)
    {
        var clock = engine.Workspace.Clock;
        var answer = Read(clock);
        if (http.Request.Query["follower"].ToString() is not { Length: > 0 } name)
            return answer;
        var closed = http.Features.GetRequiredFeature<IConnectionLifetimeFeature>().ConnectionClosed;
        var link = new FollowerLink(name, http.Connection.Id, closed);
        if (taken is null || taken > clock.Revision)
        {
            engine.Followers.Welcome(link, (long)answer["revision"]!);
            return answer;
        }

        await engine.Followers.WaitForMoveAsync(link, taken.Value, LongestPoll);
        return Read(clock);
    }

    public static async Task<JsonObject> MoveAsync(SandboxEngine engine, ControlBody body, CancellationToken cancellationToken)
    {
        var clock = engine.Workspace.Clock;
        if (body.Number("advance_seconds") is { } seconds)
        {
            if (seconds < 0)
                throw new ControlRefusal("backwards", "The clock only moves forward.");
            clock.Advance(TimeSpan.FromSeconds(seconds));
        }
        else
        {
            MoveTo(clock, body.Required("to"));
        }

        var revision = clock.Revision;
        engine.Workspace.Changes.Everybody();
        await engine.Followers.WaitUntilTakenAsync(revision, LongestWaitForFollowers, cancellationToken);
        return Read(clock);
    }

    private static void MoveTo(MovableClock clock, string text)
    {
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var to))
            throw new ControlRefusal("not_a_time", "\"to\" must be an RFC 3339 time.");
        try
        {
            clock.MoveTo(to);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new ControlRefusal("backwards", "The clock only moves forward.");
        }
    }
}
