namespace IncidentBot.Configuration;

/// <summary>Who commands an incident nobody has taken yet.</summary>
/// <param name="IsDeclarer">Whoever declared it, at once.</param>
/// <param name="Group">The next of that Slack user group, in turn; null where none is asked.</param>
internal sealed record CommanderPolicy(bool IsDeclarer, string? Group)
{
    /// <summary>Nobody, until somebody takes it.</summary>
    public static CommanderPolicy Ask { get; } = new(false, null);

    /// <summary>Whoever declared it.</summary>
    public static CommanderPolicy Declarer { get; } = new(true, null);

    public static CommanderPolicy Read(string text) => text.ToLowerInvariant() switch
    {
        "ask" => Ask,
        "declarer" => Declarer,
        _ when SettingWords.IsGroup(text) => new CommanderPolicy(false, text),
        _ => throw new BadSettingException($"\"{text}\" is not one of ask, declarer, or the id of a Slack user group, which begins with S."),
    };
}
