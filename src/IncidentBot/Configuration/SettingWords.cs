using System.Globalization;
using IncidentBot.Domain.Tasks;
using IncidentBot.Domain.Timeline;
using IncidentBot.Wording;

namespace IncidentBot.Configuration;

/// <summary>Reads the words settings are written in. What cannot be read is a <see cref="BadSettingException"/> that says what to write.</summary>
internal static class SettingWords
{
    public static string Text(string text) => text;

    /// <summary>What somebody probably meant, as the end of a sentence that says there is no such thing; empty where nothing is near.</summary>
    public static string DidYouMean(string word, IEnumerable<string> among) => NearestWord.To(word, among) is { } near ? $" Did you mean {near}?" : "";

    /// <summary><c>2d</c>, <c>12h</c> or <c>30m</c>: a minute at least, a year at most.</summary>
    public static TimeSpan Duration(string text)
    {
        return DurationOrNull(text)
            ?? throw new BadSettingException($"\"{text}\" is not a duration from a minute to a year. Write days, hours or minutes, such as 2d, 12h or 30m.");
    }

    /// <summary>The same where people type it; null where it is none.</summary>
    public static TimeSpan? DurationOrNull(string text)
    {
        var minutes = text is [.. var number, var unit]
            && double.TryParse(number, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount)
            ? amount * unit switch { 'd' => 24 * 60, 'h' => 60, 'm' => 1, _ => 0 }
            : 0;
        return minutes is >= 1 and <= 365 * 24 * 60 ? TimeSpan.FromMinutes(minutes) : null;
    }

    /// <summary>A duration, or business days: <c>2bd</c>, <c>2 business days</c>.</summary>
    public static ReviewTime ReviewTime(string text) => (Digits(text, "bd") ?? Digits(text, "business days") ?? Digits(text, "business day")) is { } days
        ? new ReviewTime(null, Number(1, 260)(days))
        : new ReviewTime(Duration(text), null);

    private static string? Digits(string text, string unit) =>
        text.EndsWith(unit, StringComparison.OrdinalIgnoreCase) && text[..^unit.Length].TrimEnd() is { Length: > 0 } digits && digits.All(char.IsAsciiDigit) ? digits : null;

    public static bool OnOrOff(string text) => text.ToLowerInvariant() switch
    {
        "on" or "yes" or "true" => true,
        "off" or "no" or "false" => false,
        _ => throw new BadSettingException($"\"{text}\" is neither on nor off."),
    };

    /// <summary><c>off</c> is null.</summary>
    public static Func<string, T?> OffOr<T>(Func<string, T> read)
        where T : struct =>
        text => text.Equals("off", StringComparison.OrdinalIgnoreCase) ? null : read(text);

    /// <summary>A token or secret: printable characters without spaces. It is never quoted back.</summary>
    public static string Token(string text) => text.All(c => c is >= '!' and <= '~')
        ? text
        : throw new BadSettingException("it holds a space or a character no token has. Copy it again.");

    /// <summary>A bot token. The other tokens Slack shows beside it would be refused at the first call, with a code nobody understands.</summary>
    public static string BotToken(string text) => Token(text) switch
    {
        ['x', 'a', 'p', 'p', '-', ..] => throw new BadSettingException("it holds an app-level token (xapp-); that one belongs into SLACK_APP_TOKEN. The bot token begins with xoxb- and stands under OAuth & Permissions."),
        ['x', 'o', 'x', 'p', '-', ..] => throw new BadSettingException("it holds a person's token (xoxp-). The bot token begins with xoxb- and stands under OAuth & Permissions."),
        var token => token,
    };

    /// <summary>An app-level token, or null for none. A bot token put there by mistake is seen at start.</summary>
    public static string? AppToken(string text)
    {
        if (text.Length == 0)
            return null;
        return Token(text).StartsWith("xapp-", StringComparison.Ordinal)
            ? text
            : throw new BadSettingException("this is not an app-level token. It begins with xapp-; make one under Basic Information, App-Level Tokens.");
    }

    public static Func<string, int> Number(int from, int to) => text =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= from && number <= to
            ? number
            : throw new BadSettingException($"\"{text}\" is not a number from {from} to {to}.");

    /// <summary>What an emoji on the card does. A word nobody knows must be seen before somebody reacts at night.</summary>
    public static Func<string, string> CommandOf(IReadOnlyList<Usage>? commands) => text =>
        commands is null || commands.Any(usage => text.Split(' ', 2)[0] is var verb && (verb == usage.Word || verb == usage.AlsoSpelled))
            ? text
            : throw new BadSettingException($"\"{text}\" is not a command.{DidYouMean(text.Split(' ', 2)[0], commands.Where(usage => !usage.Hidden).Select(usage => usage.Word))} Write one of {string.Join(", ", commands.Where(usage => !usage.Hidden).Select(usage => usage.Word))}.");

    /// <summary>As what an emoji puts a message on the timeline.</summary>
    public static EntryKind Kind(string text) => KindWords.Read(text)
        ?? throw new BadSettingException($"\"{text}\" is not a kind of entry. Write one of {string.Join(", ", KindWords.ForPeople.Select(KindWords.Word))}.");

    /// <summary>What an emoji makes of a message: <c>task</c> or <c>followup</c>.</summary>
    public static TaskSort TaskSort(string text) => text.ToLowerInvariant() switch
    {
        "task" => Domain.Tasks.TaskSort.Task,
        "followup" or "follow-up" => Domain.Tasks.TaskSort.FollowUp,
        _ => throw new BadSettingException($"\"{text}\" is not task or followup."),
    };

    /// <summary>An id, never a name: names change. Empty for none.</summary>
    public static string ChannelId(string text) =>
        text.Length == 0 || (text[0] is 'C' or 'G' && text.All(char.IsAsciiLetterOrDigit) && text.Length > 5)
            ? text
            : throw new BadSettingException($"\"{text}\" is not a channel id. It begins with C; Slack shows it at the end of the channel's details.");

    /// <summary>What something is known by, for ever: small letters, digits, hyphens.</summary>
    public static string Key(string text) => text.Length is > 0 and <= 20 && char.IsAsciiLetterLower(text[0]) && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_')
        ? text
        : throw new BadSettingException($"\"{text}\" cannot be a key. Write up to 20 small letters, digits and hyphens, beginning with a letter.");

    /// <summary>What people read on cards and in menus; nothing in it may be a mention or a link.</summary>
    public static string Name(string text) => Readable(text, 40);

    /// <summary>An emoji, or a few letters.</summary>
    public static string Sign(string text) => Readable(text, 30);

    public static string Sentence(string text) => Readable(text, 200);

    private static string Readable(string text, int most) => text.Length > 0 && text.Length <= most && !text.Any(c => c is '<' or '>' or '&' or '`' or '*' || char.IsControl(c))
        ? text
        : throw new BadSettingException($"\"{text}\" cannot be shown. Write 1 to {most.ToString(CultureInfo.InvariantCulture)} characters, none of them < > & * or `.");

    /// <summary>A channel's or a user group's id; empty for none.</summary>
    public static string ChannelOrGroup(string text) => text.Length == 0 || IsGroup(text) ? text : ChannelId(text);

    /// <summary>A user group's id, never its name.</summary>
    public static string GroupId(string text) => text.Length == 0 || IsGroup(text)
        ? text
        : throw new BadSettingException($"\"{text}\" is not the id of a Slack user group. It begins with S; Slack shows it in the group's address.");

    /// <summary>A person's id, never their name.</summary>
    public static string PersonId(string text) => text.Length == 0 || (text.Length > 5 && text[0] is 'U' or 'W' && text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c)))
        ? text
        : throw new BadSettingException($"\"{text}\" is not a person's id. It begins with U; Slack copies it from the menu of their profile.");

    /// <summary>Whether it is the id of a Slack user group.</summary>
    public static bool IsGroup(string text) => text.Length > 5 && text[0] == 'S' && text.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c));

    public static int Port(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port is >= 0 and <= 65535
        ? port
        : throw new BadSettingException($"\"{text}\" is not a port.");

    public static Uri Url(string text) => Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "https" or "http"
        ? url
        : throw new BadSettingException($"\"{text}\" is not a web address.");

    public static T OneOf<T>(string text)
        where T : struct, Enum =>
        text.All(char.IsAsciiLetter) && Enum.TryParse<T>(text, ignoreCase: true, out var value) && Enum.IsDefined(value)
            ? value
            : throw new BadSettingException($"\"{text}\" is not one of {string.Join(", ", Enum.GetNames<T>()).ToLowerInvariant()}.");
}

/// <summary>How long a review may take: a length of time, or a number of business days.</summary>
internal readonly record struct ReviewTime(TimeSpan? Time, int? BusinessDays);
