namespace IncidentBot.Wording.Languages;

/// <summary>How words reach people: in English as they stand, or in the language that is spoken now.</summary>
internal static class Sentences
{
    public static string Speak(string sentence) => Language.Current.Find(sentence)?.Format ?? sentence;

    public static string Speak(ref Sentence sentence) => sentence.Said();

    /// <summary>Marks a sentence that is written before anybody knows who reads it; it is said by <see cref="Speak(string)"/> where it is shown.</summary>
    public static string Unspoken(string sentence) => sentence;
}
