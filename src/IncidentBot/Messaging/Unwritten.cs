namespace IncidentBot.Messaging;

/// <summary>
/// What is owed to somebody, and is written once it is known in which language they read; it never reaches the outbox as it
/// is. Without a reader it is for everybody, in the language of the workspace.
/// </summary>
/// <param name="Reader">Who reads it, and nobody else; null for everybody in a channel.</param>
/// <param name="Write">Writes it.</param>
internal sealed record Unwritten(string? Reader, Func<Effect> Write) : Effect
{
    /// <summary>For one person.</summary>
    public static Unwritten For(string reader, Func<Effect> write) => new(reader, write);

    /// <summary>For a channel; only a turn that serves one person needs to say so.</summary>
    public static Unwritten ForAll(Func<Effect> write) => new(null, write);

    public override string Stream => throw new InvalidOperationException("It has to be written before it is owed.");
}
