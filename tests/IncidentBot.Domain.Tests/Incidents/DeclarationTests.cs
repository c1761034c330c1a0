using IncidentBot.Domain.Incidents;
using static IncidentBot.Domain.Tests.Decided;

namespace IncidentBot.Domain.Tests.Incidents;

public sealed class DeclarationTests
{
    private const string Family = "👩\u200d👩\u200d👧\u200d👦";

    [Fact]
    public void A_title_is_enough_and_nobody_commands_silently()
    {
        var decision = new Declaration("The ovens are cold", "", Severity.Unset, IsPrivate: false, Some.Ana).Declare(Some.Id, Some.Now);

        Accepted(
            decision,
            new Incident { Id = Some.Id, Title = "The ovens are cold", Reporter = Some.Ana, DeclaredAt = Some.Now },
            new IncidentDeclared(Some.Ana, Some.Now));
        var declared = Accepted(decision).After;
        Assert.Equal(1, declared.Version);
        Assert.Equal((IncidentStatus.Triage, null, false), (declared.Status, declared.Commander, declared.IsOver));
    }

    [Fact]
    public void Everything_said_is_kept_trimmed()
    {
        var declared = Accepted(new Declaration(" Cold ovens \n", "\tsince four ", Severity.Sev1, IsPrivate: true, Some.Ben).Declare(Some.Id, Some.Now)).After;

        Assert.Equal(("Cold ovens", "since four", Severity.Sev1, true, Some.Ben), (declared.Title, declared.Summary, declared.Severity, declared.IsPrivate, declared.Reporter));
    }

    [Fact]
    public void Lines_and_wide_gaps_in_a_title_become_single_spaces() =>
        Assert.Equal("The ovens are cold", Accepted(Some.Declaration("The\novens \t are\r\n\u2003cold").Declare(Some.Id, Some.Now)).After.Title);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\n\t\u00a0\u2003")]
    public void A_title_of_nothing_is_missing(string title)
    {
        var declaration = Some.Declaration(title);

        Assert.Equal(new TitleMissing(), declaration.Objection());
        Refused(new TitleMissing(), declaration.Declare(Some.Id, Some.Now));
    }

    [Theory]
    [InlineData("\u200b")]
    [InlineData("\u200b \u200d\u2060\ufeff")]
    [InlineData("\u202e\u200f")]
    [InlineData("\0\u0007")]
    public void A_title_nobody_can_see_is_missing(string title) =>
        Assert.Equal(new TitleMissing(), Some.Declaration(title).Objection());

    [Theory]
    [InlineData("x")]
    [InlineData("!")]
    [InlineData("\u200bx")]
    [InlineData("火")]
    [InlineData("🔥")]
    [InlineData("❤\ufe0f")]
    [InlineData("<!channel> & <b>")]
    public void One_visible_character_is_a_title(string title)
    {
        Assert.Null(Some.Declaration(title).Objection());
        Assert.Equal(title, Accepted(Some.Declaration(title).Declare(Some.Id, Some.Now)).After.Title);
    }

    [Theory]
    [InlineData("a")]
    [InlineData("ж")]
    [InlineData("e\u0301")]
    [InlineData(Family)]
    public void The_longest_title_is_counted_in_characters_as_people_count_them(string character)
    {
        Assert.Null(Some.Declaration(Times(Declaration.LongestTitle, character)).Objection());

        var tooLong = Some.Declaration(Times(Declaration.LongestTitle + 1, character));
        Assert.Equal(new TitleTooLong(201), Declaration.ObjectionTo(tooLong.Title));
        Assert.Null(tooLong.Objection());
        var after = Accepted(tooLong.Declare(Some.Id, Some.Now)).After;
        Assert.Equal((Times(199, character) + "…", true), (after.Title, after.IsTitleCut));
        Assert.False(Accepted(Some.Declaration(Times(Declaration.LongestTitle, character)).Declare(Some.Id, Some.Now)).After.IsTitleCut);
    }

    [Fact]
    public void Three_thousand_characters_are_too_many_for_a_title_and_counted() =>
        Assert.Equal(new TitleTooLong(3_000), Declaration.ObjectionTo(Times(3_000, "a")));

    [Fact]
    public void A_title_is_cut_behind_a_word_and_any_cut_title_is_one() => Seeds.Each(1_000, random =>
    {
        var words = string.Concat(Enumerable.Range(0, 600).Select(_ => random.Next(6) == 0 ? " " : random.Next(9) == 0 ? Family : random.Next(9) == 0 ? ", " : "x"));
        var flat = Declaration.Flat(words);

        var cut = Declaration.Cut(words);

        Assert.Null(Declaration.ObjectionTo(cut));
        if (cut != flat)
        {
            Assert.StartsWith(cut[..^1], flat, StringComparison.Ordinal);
            Assert.Contains(flat[cut.Length - 1], " ,");
        }
    });

    [Fact]
    public void Space_around_a_title_does_not_count() =>
        Assert.Null(Some.Declaration("  " + Times(Declaration.LongestTitle, "a") + "  ").Objection());

    private static string Times(int count, string character) => string.Concat(Enumerable.Repeat(character, count));
}
