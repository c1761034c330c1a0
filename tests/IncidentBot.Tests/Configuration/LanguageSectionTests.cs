using IncidentBot.Configuration;

namespace IncidentBot.Tests.Configuration;

public sealed class LanguageSectionTests
{
    [Theory]
    [InlineData("language: { workspace: fr }", "line 1: language.workspace: \"fr\" is no language of ours. Write en or de.")]
    [InlineData("language: { persons: maybe }", "line 1: language.persons: \"maybe\" is neither on nor off.")]
    [InlineData("texts:\n  fr: {}", "line 2: there is no texts.fr.")]
    [InlineData("texts:\n  en:\n    Undoo: Back", "line 3: texts.en.Undoo: IncidentBot never says \"Undoo\".")]
    [InlineData("texts:\n  en:\n    Undo: \"\"", "line 3: texts.en.Undo: something has to be said")]
    [InlineData("texts:\n  de:\n    \"{0} earlier\": weiter", "\"weiter\" has to hold {0}, as ours does.")]
    [InlineData("texts:\n  de:\n    Undo: \"{0} zurück\"", "has to hold nothing in braces, as ours does.")]
    [InlineData("texts:\n  de:\n    \"{0} earlier\": \"{0} {\"", "has to hold {0}, as ours does.")]
    [InlineData("texts:\n  en:\n    Undo: Take back what was done just before", "is longer than fits where it is shown: at most 24 characters.")]
    public void A_slip_is_seen(string text, string sentence) =>
        Assert.Contains(sentence, Assert.Single(ConfigFile.Read(text, null).Problems).ToString(), StringComparison.Ordinal);

    [Fact]
    public void A_person_reads_their_language_where_there_is_one_and_else_the_workspaces()
    {
        var language = ConfigFile.Read("language: { workspace: de }", null).Options.Language;

        Assert.Equal(["en", "de", "de", "de"], new[] { "en-GB", "de-AT", "fr-FR", null }.Select(locale => language.Of(locale).Key));
        Assert.Equal("de", ConfigFile.Read("language: { workspace: de, persons: off }", null).Options.Language.Of("en-US").Key);
    }

    [Fact]
    public void Words_of_ones_own_are_said()
    {
        var language = ConfigFile.Read("texts:\n  de:\n    Undo: Zurücknehmen", null).Options.Language.Of("de-DE");

        Assert.Equal("Zurücknehmen", language.Find("Undo")?.Format);
        Assert.NotNull(language.Find("Cancel"));
    }
}
