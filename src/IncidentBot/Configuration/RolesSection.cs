using IncidentBot.Domain.Roles;

namespace IncidentBot.Configuration;

/// <summary>Reads which roles there are. Command is always one of them: the bot cannot do without.</summary>
internal static class RolesSection
{
    private const int Most = 10;
    private const int LongestName = 40;
    private const int LongestShort = 20;
    private const int LongestDoes = 200;

    /// <summary>Words that mean something else behind <c>role</c>.</summary>
    private static readonly string[] Taken = ["take", "leave", "edit"];

    private static string WhatFits => $"Write one word of at most {LongestShort} small letters, digits, - or _, other than {string.Join(", ", Taken)}.";

    private enum Holders
    {
        One,
        Several,
    }

    public static IReadOnlyList<Role> Read(ConfigSection root)
    {
        var roles = new List<Role>();
        foreach (var section in root.Items("roles"))
        {
            var key = section.Required("key", Word, "");
            var role = new Role(
                key,
                section.Optional("name", Line(LongestName), key),
                section.Optional("short", Word, key),
                section.Optional("does", Line(LongestDoes), ""),
                section.Optional("holders", SettingWords.OneOf<Holders>, Holders.One) == Holders.Several);
            if (key.Length > 0 && roles.Exists(other => other.Key == key))
                section.Wrong("key", $"two roles have the key {key}.");
            else if (role.Short.Length > 0 && roles.Exists(other => other.Short == role.Short))
                section.Wrong("short", $"two roles are called {role.Short}. Give each a word of its own.");
            if (role is { IsCommand: true, IsForSeveral: true })
                section.Wrong("holders", "command is held by one person.");
            roles.Add(role);
        }
        if (!roles.Exists(role => role.IsCommand))
            root.Wrong("roles", $"there must be a role {Role.CommanderKey}; call it by any name.");
        if (roles.Count > Most)
            root.Wrong("roles", $"at most {Most} roles; more would not be read.");
        return roles;
    }

    private static string Word(string text) => IsWord(text) ? text : throw new BadSettingException($"\"{text}\" cannot be typed for a role. {WhatFits}");

    private static bool IsWord(string text) =>
        text.Length is > 0 and <= LongestShort && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_') && !Taken.Contains(text);

    private static Func<string, string> Line(int longest) => text =>
        text.Length > 0 && text.Length <= longest
            ? text
            : throw new BadSettingException($"write 1 to {longest} characters; these are {text.Length}.");
}
