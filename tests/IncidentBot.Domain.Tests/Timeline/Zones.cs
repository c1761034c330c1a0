namespace IncidentBot.Domain.Tests.Timeline;

/// <summary>Zones whose clocks do something worth testing.</summary>
internal static class Zones
{
    public static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
    public static readonly TimeZoneInfo NewYork = TimeZoneInfo.FindSystemTimeZoneById("America/New_York");

    /// <summary>The moments around which a zone's clock is strange, as instants.</summary>
    public static readonly IReadOnlyDictionary<string, DateTimeOffset[]> Changes = new Dictionary<string, DateTimeOffset[]>
    {
        ["UTC"] = [At(2025, 3, 30, 1), At(2024, 2, 29, 0)],
        ["Europe/Berlin"] = [At(2025, 3, 30, 1), At(2025, 10, 26, 1)],
        ["America/New_York"] = [At(2025, 3, 9, 7), At(2025, 11, 2, 6)],
        // 5 hours 45 minutes from UTC, and never changing.
        ["Asia/Kathmandu"] = [At(2025, 1, 1, 18)],
        // Went without 30 December 2011 to change sides of the date line.
        ["Pacific/Apia"] = [At(2011, 12, 30, 10), At(2012, 3, 31, 14), At(2012, 9, 29, 14)],
        // Half an hour only.
        ["Australia/Lord_Howe"] = [At(2025, 4, 5, 15), At(2025, 10, 4, 15, 30)],
        // Changed at midnight: 00:00 became 01:00, and 24:00 became 23:00 of the same day.
        ["America/Sao_Paulo"] = [At(2018, 2, 18, 2), At(2018, 11, 4, 3)],
    };

    public static DateTimeOffset At(int year, int month, int day, int hour, int minute = 0) => new(year, month, day, hour, minute, 0, TimeSpan.Zero);

    /// <summary>A moment as the clocks of the zone show it.</summary>
    public static string Shown(DateTimeOffset? instant, TimeZoneInfo zone) =>
        TimeZoneInfo.ConvertTime(instant!.Value, zone).ToString("yyyy-MM-dd HH:mm zzz", null);
}
