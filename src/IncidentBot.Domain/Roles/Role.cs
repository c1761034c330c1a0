namespace IncidentBot.Domain.Roles;

/// <summary>Something one or several people do in an incident, as the configuration describes it.</summary>
/// <param name="Key">What it is stored under; it stays when the name changes.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Short">What people type for it: one word.</param>
/// <param name="Does">What whoever holds it does, in a sentence; may be empty.</param>
/// <param name="IsForSeveral">Whether several people may hold it at once.</param>
public sealed record Role(string Key, string Name, string Short, string Does, bool IsForSeveral)
{
    /// <summary>The key of the one role with rules of its own: command (<see cref="Command"/>).</summary>
    public const string CommanderKey = "commander";

    /// <summary>The most people who may hold one role: more would say nothing.</summary>
    public const int MostHolders = 15;

    /// <summary>Whether it is command.</summary>
    public bool IsCommand => Key == CommanderKey;
}
