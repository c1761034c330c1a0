using IncidentBot.Configuration;
using IncidentBot.Wording;
using IncidentBot.Wording.Languages;

namespace IncidentBot.Messaging;

/// <summary>
/// What is owed before it is known who will read it: written once in each language people read, in those of the turn's own options, when it is owed; it never
/// reaches the outbox as it is.
/// </summary>
/// <param name="Write">Writes it in the language that is spoken; null where there is nothing to say.</param>
/// <param name="Made">The effect, of the words in the workspace's language and those in the others by their two letters; the latter null where only one is read.</param>
internal sealed record InEveryLanguage(Func<MessageContent?> Write, Func<MessageContent, IReadOnlyDictionary<string, MessageContent>?, Effect> Made) : Effect
{
    public override string Stream => throw new InvalidOperationException("It has to be written before it is owed.");

    /// <summary>The effect as it is owed; null where there is nothing to say.</summary>
    public Effect? Written(LanguageOptions languages)
    {
        if (In(languages.Workspace) is not { } first)
            return null;
        var others = languages.IsPersons
            ? languages.All.Where(language => language.Key != languages.Workspace.Key).ToDictionary(language => language.Key, language => In(language) ?? first)
            : null;
        return Made(first, others);
    }

    private MessageContent? In(Language language)
    {
        using var spoken = language.Speak();
        return Write();
    }
}
