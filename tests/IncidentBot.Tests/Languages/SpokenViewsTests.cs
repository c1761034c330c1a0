using System.Text.RegularExpressions;
using IncidentBot.Tests.Views;
using IncidentBot.Wording.Languages;

namespace IncidentBot.Tests.Languages;

/// <summary>Every view in every language: what it says is said in that language, and still fits.</summary>
public sealed partial class SpokenViewsTests
{
    public static TheoryData<string> Views => ViewLimitsTests.Views;

    /// <summary>In a language without letters, whatever still reads as English was never given to <c>Speak</c>.</summary>
    [Theory]
    [MemberData(nameof(Views))]
    public void A_view_says_nothing_that_could_not_be_said_in_another_language(string view)
    {
        using var spoken = Wordless.Speak();

        Assert.Empty(ViewLimitsTests.Shown(view).SelectMany(text => English().Matches(Told(text)).Select(match => match.Value.Trim())).Where(words => !Data.Any(words.Contains)).Distinct().Take(5));
    }

    [Theory]
    [MemberData(nameof(Views))]
    public void A_view_keeps_slacks_limits_in_german(string view)
    {
        using var spoken = Language.German.Speak();

        Assert.Empty(ViewLimitsTests.BrokenIn(view));
    }

    /// <summary>Words that are the worst case's own: people's, names of things, Slack's.</summary>
    private static readonly string[] Data = ["restart the queue", "history page", "ledger failed"];

    /// <summary>Every sentence without its letters; what is put in, and commands, stay.</summary>
    private static Language Wordless { get; } = Language.English.With(Language.Known.ToDictionary(sentence => sentence, sentence => Letter().Replace(sentence, each => each.Value[0] == '`' ? each.Value : "ж")));

    /// <summary>Without commands (also one that was cut), mentions, links and dates, which read the same in every language.</summary>
    private static string Told(string text) => Untold().Replace(text, "·");

    [GeneratedRegex("`[^`]*`|[A-Za-z]")]
    private static partial Regex Letter();

    [GeneratedRegex("`[^`]*(?:`|$)|<[^>]*>|https?:\\S*")]
    private static partial Regex Untold();

    [GeneratedRegex("[A-Za-z]{3,} [a-z]{2,}[^·ж]{0,20}")]
    private static partial Regex English();
}
