using IncidentBot.Storage;

namespace IncidentBot.Messaging;

/// <summary>What is to be written down about an effect.</summary>
/// <param name="Effect">Which one, as it was loaded.</param>
internal abstract record OutboxMark(OutboxRow Effect)
{
    /// <summary>What its end taught us; nothing while there is none.</summary>
    public virtual IReadOnlyList<Fact> Learned => [];

    /// <summary>What is kept of the effect at its end, as it is stored; null where all is.</summary>
    public string? Keeps { get; init; }

    /// <summary>A try begins; until its end is known it is in doubt.</summary>
    internal sealed record Begun(OutboxRow Effect) : OutboxMark(Effect);

    /// <summary>It was not tried: Slack allows its calls only then.</summary>
    internal sealed record Waits(OutboxRow Effect, DateTimeOffset Until) : OutboxMark(Effect);

    /// <summary>The try failed; the next one is then.</summary>
    internal sealed record Postponed(OutboxRow Effect, DateTimeOffset Next, bool InDoubt, string Error) : OutboxMark(Effect);

    /// <summary>It is carried out.</summary>
    internal sealed record Done(OutboxRow Effect, IReadOnlyList<Fact> Learned) : OutboxMark(Effect)
    {
        public override IReadOnlyList<Fact> Learned { get; } = Learned;
    }

    /// <summary>It is not tried again unless somebody asks for that; whoever waits for it learns so.</summary>
    internal sealed record GivenUp(OutboxRow Effect, bool InDoubt, string Error, IReadOnlyList<Fact> Learned) : OutboxMark(Effect)
    {
        public override IReadOnlyList<Fact> Learned { get; } = Learned;
    }
}
