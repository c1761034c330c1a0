namespace IncidentBot.Configuration;

/// <summary>One setting: its name in the environment, what it is without being set, and what it means.</summary>
internal sealed record Setting(string Name, string Default, string Meaning)
{
    public bool Required { get; init; }

    /// <summary>Reads it from the environment or the command line.</summary>
    /// <param name="configuration">Where it stands.</param>
    /// <param name="read">Reads the word, or says what is wrong with a <see cref="BadSettingException"/>.</param>
    /// <exception cref="BadSettingException">It is missing or cannot be used; the message names it.</exception>
    public T Read<T>(IConfiguration configuration, Func<string, T> read)
    {
        var value = IsSet(configuration) ? configuration[Name]!.Trim() : Required ? throw Missing() : Default;
        try
        {
            return read(value);
        }
        catch (BadSettingException wrong)
        {
            throw new BadSettingException($"{Name}: {wrong.Message}");
        }
    }

    public bool IsSet(IConfiguration configuration) => !string.IsNullOrWhiteSpace(configuration[Name]);

    /// <summary>What to say where it is needed and not there.</summary>
    public BadSettingException Missing() =>
        new($"{Name} is not set. What belongs there: {Meaning} To try the bot without Slack, run it with the word \"sandbox\".");
}

/// <summary>A setting that cannot be used; the message says what to set.</summary>
internal sealed class BadSettingException(string message) : Exception(message);
