namespace IncidentBot.Configuration;

/// <summary>What people are reminded of while an incident is live, and how.</summary>
internal sealed record NudgeOptions
{
    /// <summary>Whether people are reminded of updates that are due.</summary>
    public bool Updates { get; init; } = true;

    /// <summary>Whether it is said that nobody has acknowledged an incident in time.</summary>
    public bool Acknowledge { get; init; } = true;

    /// <summary>How long one is given before the next is reminded.</summary>
    public TimeSpan EscalateEvery { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>For how long a reminder is put off where nobody says.</summary>
    public TimeSpan Snooze { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The key of the role whose holders stand in for the commander.</summary>
    public string Deputy { get; init; } = "communications";
}

/// <summary>Reads it.</summary>
internal static class NudgesSection
{
    private enum Switch
    {
        On,
        Off,
    }

    public static NudgeOptions Read(ConfigSection root)
    {
        var nudges = root.Part("nudges");
        return new NudgeOptions
        {
            Updates = nudges.Read("updates", SettingWords.OneOf<Switch>) == Switch.On,
            Acknowledge = nudges.Read("acknowledge", SettingWords.OneOf<Switch>) == Switch.On,
            EscalateEvery = nudges.Read("escalate_every", SettingWords.Duration),
            Snooze = nudges.Read("snooze", SettingWords.Duration),
            Deputy = nudges.Read("deputy", SettingWords.Text),
        };
    }
}
