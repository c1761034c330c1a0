using System.Globalization;

namespace IncidentBot.Timeline;

/// <summary>An entry's number as people write it.</summary>
internal static class EntryNumber
{
    public static bool TryRead(string word, out int number) =>
        int.TryParse(word.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;
}
