namespace IncidentBot.Configuration;

/// <summary>When the announcement channel hears how things stand.</summary>
/// <param name="ChannelAt">At what time of day; null where it does not.</param>
/// <param name="Zone">By the clocks of which zone.</param>
internal sealed record DigestOptions(TimeOnly? ChannelAt, TimeZoneInfo Zone);

/// <summary>Reads it.</summary>
internal static class DigestSection
{
    public static DigestOptions Read(ConfigSection root)
    {
        var digest = root.Part("digest");
        return new DigestOptions(digest.Read("channel_at", SettingWords.OffOr(HoursSection.TimeOfDay)), digest.Read("zone", Zone));
    }

    public static TimeZoneInfo Zone(string text) => TimeZoneInfo.TryFindSystemTimeZoneById(text, out var zone)
        ? zone
        : throw new BadSettingException($"\"{text}\" is no time zone. Write UTC, or an area and city such as Europe/Berlin.");
}
