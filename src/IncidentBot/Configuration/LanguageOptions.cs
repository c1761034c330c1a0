using IncidentBot.Wording.Languages;

namespace IncidentBot.Configuration;

/// <summary>Which language people are spoken to in, with the words of the configuration in place of ours.</summary>
/// <param name="Workspace">What channels are told, and everybody whose own is not known.</param>
/// <param name="IsPersons">Whether what only one person sees comes in the language that person set Slack to.</param>
/// <param name="All">All there are.</param>
internal sealed record LanguageOptions(Language Workspace, bool IsPersons, IReadOnlyList<Language> All)
{
    public static LanguageOptions Default { get; } = new(Language.English, IsPersons: true, Language.All);

    /// <summary>The language of somebody who set Slack to that one.</summary>
    /// <param name="locale">Such as <c>de-DE</c> (IETF BCP 47); null where Slack did not say.</param>
    public Language Of(string? locale) =>
        IsPersons && locale is { Length: > 0 } && All.FirstOrDefault(language => language.Key == locale.Split('-', 2)[0]) is { } theirs ? theirs : Workspace;
}
