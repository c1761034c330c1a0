using IncidentBot.Domain.Times;

namespace IncidentBot.Wording;

/// <summary>How the first sign reached people, in their words.</summary>
internal static class SourceWords
{
    public static string Name(DetectionSource source) => Speak(source.Name);

    /// <summary>Within a sentence: small letters in English, as it stands where nouns are written large.</summary>
    public static string Within(DetectionSource source) => Languages.Language.Current.HasLargeNouns ? Name(source) : Name(source).ToLowerInvariant();
}
