namespace IncidentBot.Configuration;

/// <summary>What people are asked before they may regret it.</summary>
internal sealed record GuardOptions
{
    /// <summary>Whether somebody who writes of a rollback is asked if whoever answers for the service knows.</summary>
    public bool OwnerFirst { get; init; }

    /// <summary>The words that mean a rollback, or something like it.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
}

/// <summary>Reads it.</summary>
internal static class GuardSection
{
    public static GuardOptions Read(ConfigSection root)
    {
        var guard = root.Part("guard");
        return new GuardOptions { OwnerFirst = guard.Read("owner_first", SettingWords.OnOrOff), Words = guard.Words("words", SettingWords.Name) };
    }
}
