using System.Globalization;
using System.Text;
using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Tests.Incidents;

/// <summary>Whatever form somebody gives them and whatever is put in, names are what Slack takes (Slack docs: conversations.create).</summary>
public sealed class ChannelNameTemplateTests
{
    private static readonly DateOnly Day = new(2031, 3, 9);

    [Theory]
    [InlineData("inc-{number}-{title}", "inc-7-checkout-fails")]
    [InlineData("{date}-{severity}-{number}-{title}", "2031-03-09-sev1-7-checkout-fails")]
    [InlineData("{title}_{number}", "checkout-fails_7")]
    [InlineData("war_room-{number}", "war_room-7")]
    [InlineData("{number}", "7")]
    public void What_is_in_braces_is_put_in(string template, string name) => Assert.Equal(name, Read(template).For(new(7, "Checkout fails!", Day, "sev1", IsDrill: false)));

    [Theory]
    [InlineData("inc-{number}-{title}", "inc-7")]
    [InlineData("{severity}-inc-{number}", "inc-7")]
    [InlineData("inc_{severity}_{number}-x", "inc_7-x")]
    [InlineData("inc-{title}-{severity}-{number}", "inc-7")]
    public void What_has_no_value_leaves_no_gap(string template, string name) => Assert.Equal(name, Read(template).For(new(7, "決済", Day, "", IsDrill: false)));

    [Theory]
    [InlineData("inc-{number}-{title}", "inc-7-drill-login-2")]
    [InlineData("inc-{number}", "inc-7-drill-2")]
    public void A_drill_is_marked(string template, string name) => Assert.Equal(name, Read(template).For(new(7, "Login", Day, "", IsDrill: true), 2));

    [Fact]
    public void A_long_title_gives_way_to_what_stands_behind_it() =>
        Assert.Equal(new string('a', 74) + "-inc-7", Read("{title}-inc-{number}").For(new(7, new string('a', 200), Day, "", IsDrill: false)));

    [Theory]
    [InlineData("inc-{title}", ChannelNameProblem.NoNumber)]
    [InlineData("", ChannelNameProblem.NoNumber)]
    [InlineData("Inc-{number}", ChannelNameProblem.Characters)]
    [InlineData("inc {number}", ChannelNameProblem.Characters)]
    [InlineData("inc-{number", ChannelNameProblem.Characters)]
    [InlineData("inc-{nummer}", ChannelNameProblem.Unknown)]
    [InlineData("inc-{}-{number}", ChannelNameProblem.Characters)]
    [InlineData("{number}-{number}", ChannelNameProblem.Twice)]
    [InlineData("an-incident-that-we-are-all-going-to-work-on-together-{number}-{date}-{title}", ChannelNameProblem.TooLong)]
    public void A_form_that_cannot_be_is_refused(string template, ChannelNameProblem problem)
    {
        Assert.Null(ChannelNameTemplate.Read(template, out var found, out _));
        Assert.Equal(problem, found);
    }

    [Fact]
    public void Whatever_is_accepted_gives_names_slack_takes_with_the_number_in_them_and_another_for_each_try() => Seeds.Each(3_000, random =>
    {
        var text = new StringBuilder();
        for (var piece = random.Next(1, 7); piece > 0; piece--)
            text.Append(random.OneOf(["{number}", "{number}", "{title}", "{date}", "{severity}", "-", "_", "inc", "x-", "very-long-words-are-in-here-", "--__--"]));
        if (ChannelNameTemplate.Read(text.ToString(), out _, out _) is not { } template)
            return;
        var title = random.OneOf(["", "決済", "Login is slow", "---", new string('a', 3_000), string.Concat(Enumerable.Repeat("ab ", 60)), "ẞß Київ 🔥"]);
        var parts = new ChannelNameParts(random.OneOf([1, 7, 99_999, int.MaxValue]), title, Day, random.OneOf(["", "sev1", "a_key-of-20-letters0", "ümlaut"]), random.Next(2) == 0);

        var names = new[] { 1, 2, 50, 999 }.Select(attempt => template.For(parts, attempt)).ToList();

        Assert.All(names, name => Assert.Matches(@"\A[a-z0-9_-]{1,80}\z", name));
        Assert.All(names, name => Assert.Contains(parts.Number.ToString(CultureInfo.InvariantCulture), name, StringComparison.Ordinal));
        Assert.All(names, name => Assert.True(!parts.IsDrill || name.Contains("drill", StringComparison.Ordinal), name));
        Assert.Equal(names.Count, names.Distinct().Count());
    });

    private static ChannelNameTemplate Read(string text) => ChannelNameTemplate.Read(text, out _, out _) ?? throw new ArgumentException(text);
}
