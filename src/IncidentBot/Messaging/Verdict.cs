using IncidentBot.Configuration;

namespace IncidentBot.Messaging;

/// <summary>Whether somebody may do something.</summary>
internal abstract record Verdict
{
    private Verdict()
    {
    }

    public static Verdict Yes { get; } = new Granted();

    /// <summary>Slack has to be asked first; the turn waits for it.</summary>
    public static Verdict Later { get; } = new Postponed();

    internal sealed record Granted : Verdict;

    internal sealed record Postponed : Verdict;

    /// <summary>They may not.</summary>
    /// <param name="Word">What they may not use.</param>
    /// <param name="Who">Who may.</param>
    /// <param name="Unknown">The group Slack would not tell about, where it might have made the difference.</param>
    internal sealed record No(string Word, IReadOnlyList<Permitted> Who, string? Unknown) : Verdict;
}
