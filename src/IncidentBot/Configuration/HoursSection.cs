using System.Globalization;
using IncidentBot.Domain.Reminders;

namespace IncidentBot.Configuration;

/// <summary>Reads hours of the day.</summary>
internal static class HoursSection
{
    private static readonly string[] Days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"];

    /// <summary>When people are at work, in their own zone.</summary>
    public static DailyHours Working(ConfigSection root)
    {
        var hours = root.Part("working_hours");
        var days = hours.Words("days", Day);
        return new DailyHours(hours.Read("from", TimeOfDay), hours.Read("until", TimeOfDay)) { Days = days };
    }

    /// <summary>When nobody is to be disturbed; null where they may be at any time.</summary>
    public static DailyHours? Quiet(ConfigSection root)
    {
        var hours = root.Part("quiet_hours");
        var (from, until) = (hours.Read("from", SettingWords.OffOr(TimeOfDay)), hours.Read("until", TimeOfDay));
        return from is { } begin ? new DailyHours(begin, until) : null;
    }

    public static TimeOnly TimeOfDay(string text) => TimeOnly.TryParseExact(text, ["H:mm", "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
        ? time
        : throw new BadSettingException($"\"{text}\" is not a time of day. Write 24 hours, such as 09:00.");

    public static DayOfWeek Day(string text) => Array.IndexOf(Days, text.ToLowerInvariant()) is >= 0 and var day
        ? (DayOfWeek)day
        : throw new BadSettingException($"\"{text}\" is not a day. Write {string.Join(", ", Days)}.");
}
