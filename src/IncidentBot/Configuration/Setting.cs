using System.Globalization;
using IncidentBot.Domain.Timeline;
using IncidentBot.Wording;

namespace IncidentBot.Configuration;

/// <summary>One setting: its name in the environment, what it is without being set, and what it means.</summary>
internal sealed record Setting(string Name, string Default, string Meaning)
{
    public bool Required { get; init; }
}

/// <summary>A setting that cannot be used; the message says what to set.</summary>
internal sealed class BadSettingException(string message) : Exception(message);

/// <summary>Reads the words settings are written in.</summary>
internal static class SettingWords
{
    /// <summary><c>2d</c>, <c>12h</c> or <c>30m</c>: a minute at least, a year at most.</summary>
    public static TimeSpan Duration(Setting setting, string text)
    {
        var minutes = text is [.. var number, var unit]
            && double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            ? amount * unit switch { 'd' => 24 * 60, 'h' => 60, 'm' => 1, _ => 0 }
            : 0;
        return minutes is >= 1 and <= 365 * 24 * 60
            ? TimeSpan.FromMinutes(minutes)
            : throw new BadSettingException($"{setting.Name}: \"{text}\" is no duration from a minute to a year. Write days, hours or minutes, such as 2d, 12h or 30m.");
    }

    /// <summary>A token or secret: printable characters without spaces. It is never quoted back.</summary>
    public static string Token(Setting setting, string text) => text.All(c => c is >= '!' and <= '~')
        ? text
        : throw new BadSettingException($"{setting.Name} holds a space or a character no token has. Copy it again.");

    /// <summary>A bot token. The other tokens Slack shows beside it would be refused at the first call, with a code nobody understands.</summary>
    public static string BotToken(Setting setting, string text) => Token(setting, text) switch
    {
        ['x', 'a', 'p', 'p', '-', ..] => throw new BadSettingException($"{setting.Name} holds an app-level token (xapp-); that one belongs into SLACK_APP_TOKEN. The bot token begins with xoxb- and stands under OAuth & Permissions."),
        ['x', 'o', 'x', 'p', '-', ..] => throw new BadSettingException($"{setting.Name} holds a person's token (xoxp-). The bot token begins with xoxb- and stands under OAuth & Permissions."),
        var token => token,
    };

    /// <summary>An app-level token, or null for none. A bot token put there by mistake is seen at start.</summary>
    public static string? AppToken(Setting setting, string text)
    {
        if (text.Length == 0)
            return null;
        return Token(setting, text).StartsWith("xapp-", StringComparison.Ordinal)
            ? text
            : throw new BadSettingException($"{setting.Name} is no app-level token. It begins with xapp-; make one under Basic Information, App-Level Tokens.");
    }

    public static int Number(Setting setting, string text, int from, int to) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to
            ? number
            : throw new BadSettingException($"{setting.Name}: \"{text}\" is no number from {from} to {to}.");

    /// <summary><c>emoji=what, emoji=what</c>.</summary>
    public static Dictionary<string, T> Emoji<T>(Setting setting, string text, Func<string, T?> read)
        where T : class
    {
        var map = new Dictionary<string, T>();
        foreach (var pair in text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (pair.Split('=', 2, StringSplitOptions.TrimEntries) is not [var emoji, var word] || read(word) is not { } value)
                throw new BadSettingException($"{setting.Name}: \"{pair}\" is not understood. Write emoji=meaning, such as {setting.Default.Split(',')[0]}.");
            map[EmojiNames.Plain(emoji.Trim(':'))] = value;
        }
        return map;
    }

    public static Dictionary<string, EntryKind> Kinds(Setting setting, string text) =>
        Emoji(setting, text, word => KindWords.Read(word) is { } kind ? KindWords.Word(kind) : null)
            .ToDictionary(pair => pair.Key, pair => KindWords.Read(pair.Value)!.Value);

    /// <summary>An id, never a name: names change.</summary>
    public static string ChannelId(Setting setting, string text) =>
        text.Length == 0 || (text[0] is 'C' or 'G' && text.All(char.IsAsciiLetterOrDigit) && text.Length > 5)
            ? text
            : throw new BadSettingException($"{setting.Name}: \"{text}\" is no channel id. It begins with C; Slack shows it at the end of the channel's details.");

    public static int Port(Setting setting, string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 0 and <= 65535
            ? port
            : throw new BadSettingException($"{setting.Name}: \"{text}\" is no port.");

    public static Uri Url(Setting setting, string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http"
            ? url
            : throw new BadSettingException($"{setting.Name}: \"{text}\" is no web address.");

    public static T OneOf<T>(Setting setting, string text)
        where T : struct, Enum =>
        text.All(char.IsAsciiLetter) && Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : throw new BadSettingException($"{setting.Name}: \"{text}\" is not one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}.");
}
