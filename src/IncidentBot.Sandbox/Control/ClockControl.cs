using System.Globalization;
using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;

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

    /// <summary>Reads the clock for the first time in another process; from then on moves wait for it.</summary>
    public static JsonObject ReadFor(SandboxEngine engine, string follower)
    {
        var clock = Read(engine.Workspace.Clock);
        if (follower.Length > 0)
            engine.Followers.Welcome(follower, (long)clock["revision"]!);
        return clock;
    }

    /// <summary>Answers when the clock has moved on from the revision a follower has taken, or after a while.</summary>
    public static async Task<JsonObject> PollAsync(SandboxEngine engine, long after, string follower, CancellationToken cancellationToken)
    {
        var clock = engine.Workspace.Clock;
        if (after <= clock.Revision)
            await engine.Followers.WaitForMoveAsync(follower, after, LongestPoll, cancellationToken);
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
