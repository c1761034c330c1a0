using System.Globalization;
using IncidentBot.Domain.Reminders;

namespace IncidentBot.Configuration;

/// <summary>Reads the section <c>calendars</c>, and which of them counts.</summary>
internal static class CalendarsSection
{
    private const string Key = "calendars";

    /// <summary>The one that counts where nothing else is said, and all of them by their keys.</summary>
    public static (BusinessDays Chosen, IReadOnlyDictionary<string, BusinessDays> All) Read(ConfigSection root)
    {
        var calendars = new Dictionary<string, BusinessDays>();
        foreach (var item in root.Items(Key))
        {
            var key = item.Required("key", SettingWords.Key, "");
            if (!calendars.TryAdd(key, Calendar(item)))
                item.Wrong("key", $"there is another calendar {key}.");
        }
        var chosen = root.Read("calendar", SettingWords.Key);
        if (calendars.TryGetValue(chosen, out var calendar))
            return (calendar, calendars);
        root.Wrong("calendar", NoSuch(chosen, calendars.Keys));
        return (BusinessDays.Default, calendars);
    }

    /// <summary>What is said where there is none of that key.</summary>
    public static string NoSuch(string key, IEnumerable<string> calendars) =>
        $"there is no calendar {key}.{SettingWords.DidYouMean(key, calendars)}";

    private static BusinessDays Calendar(ConfigSection item)
    {
        var holidays = new Dictionary<DateOnly, string>();
        foreach (var (date, name) in item.Several("holidays", Holiday))
        {
            if (!holidays.TryAdd(date, name))
                item.Wrong("holidays", $"{date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)} is there twice.");
        }
        var days = item.Several("days", text => HoursSection.Day(text));
        return new BusinessDays(item.Optional("zone", DigestSection.Zone, TimeZoneInfo.Utc), days.Count > 0 ? days : BusinessDays.Default.Days) { Holidays = holidays };
    }

    private static (DateOnly Date, string Name) Holiday(string text)
    {
        var parts = text.Split(' ', 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts is [var written, var name] && DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? (date, name)
            : throw new BadSettingException($"\"{text}\" is no holiday. Write its date and its name, such as 2031-12-25 Christmas Day.");
    }
}
