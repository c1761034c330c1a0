using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Tests;

/// <summary>What a decision came to.</summary>
internal static class Decided
{
    public static Decision.Accepted Accepted(Decision decision) => Assert.IsType<Decision.Accepted>(decision);

    /// <summary>Accepted with exactly these events, the incident being <paramref name="after"/> but for its version, which is one on, for who had the last word on what, and for the chain of command.</summary>
    public static void Accepted(Decision decision, Incident after, params IncidentEvent[] events)
    {
        var accepted = Accepted(decision);
        Assert.Equal(events, accepted.Events);
        Assert.Equal(after with { Version = after.Version + 1, LastWords = accepted.After.LastWords, Custody = accepted.After.Custody }, accepted.After);
    }

    public static void Refused(Refusal expected, Decision decision) =>
        Assert.Equal(expected, Assert.IsType<Decision.Refused>(decision).Why);
}
