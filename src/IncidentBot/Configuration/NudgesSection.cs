using IncidentBot.Domain.Roles;
using IncidentBot.Wording;

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
    private const string Deputy = "deputy";

    public static NudgeOptions Read(ConfigSection root, IReadOnlyList<Role> roles)
    {
        var nudges = root.Part("nudges");
        return new NudgeOptions
        {
            Updates = nudges.Read("updates", SettingWords.OnOrOff),
            Acknowledge = nudges.Read("acknowledge", SettingWords.OnOrOff),
            EscalateEvery = nudges.Read("escalate_every", SettingWords.Duration),
            Snooze = nudges.Read("snooze", SettingWords.Duration),
            Deputy = DeputyOf(nudges, roles),
        };
    }

    /// <summary>A role that there is; where the one that holds anyway is gone, nobody's, so that the reporter stands in.</summary>
    private static string DeputyOf(ConfigSection nudges, IReadOnlyList<Role> roles)
    {
        if (nudges.IsWritten(Deputy))
            return nudges.Optional(Deputy, text => RoleWords.Find(roles, text)?.Key ?? throw new BadSettingException(NoSuchRole(text, roles)), "");
        var anyway = nudges.Read(Deputy, SettingWords.Text);
        if (RoleWords.Find(roles, anyway) is { } role)
            return role.Key;
        nudges.Hint(Deputy, $"{NoSuchRole(anyway, roles)} Until then the reporter stands in for the commander.");
        return "";
    }

    private static string NoSuchRole(string named, IReadOnlyList<Role> roles)
    {
        var keys = roles.Select(role => role.Key).ToList();
        return $"there is no role \"{named}\".{SettingWords.DidYouMean(named, keys)} Write one of {string.Join(", ", keys)}.";
    }
}
