using static IncidentBot.Domain.Tests.Incidents.ChannelNameRules;

namespace IncidentBot.Domain.Tests.Incidents;

public sealed class ChannelNameTests
{
    [Theory]
    [InlineData("Checkout is failing", "inc-7-checkout-is-failing")]
    [InlineData("HTTP 500 on /login", "inc-7-http-500-on-login")]
    [InlineData("can't pay: \"card\" declined!!", "inc-7-cant-pay-card-declined")]
    [InlineData("who’s there", "inc-7-whos-there")]
    [InlineData("under_score -- and   space", "inc-7-under-score-and-space")]
    [InlineData("--- edges ---", "inc-7-edges")]
    [InlineData("a", "inc-7-a")]
    [InlineData("0", "inc-7-0")]
    public void Words_are_joined_by_single_hyphens(string title, string name) => Assert.Equal(name, Valid(7, title));

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("!?…—・「」")]
    [InlineData("___")]
    [InlineData("---")]
    [InlineData("決済が失敗する")]
    [InlineData("الدفع لا يعمل")]
    [InlineData("결제 실패")]
    [InlineData("🔥🔥🔥")]
    [InlineData("👩\u200d👩\u200d👧\u200d👦")]
    [InlineData("\u0301\u0302\u20dd")]
    [InlineData("\u202e\u200b\ufeff")]
    public void A_title_that_cannot_be_spelled_leaves_the_number(string title) => Assert.Equal("inc-7", Valid(7, title));

    [Theory]
    [InlineData("🔥 Checkout 🔥 down 🔥", "inc-7-checkout-down")]
    [InlineData("決済 API 失敗", "inc-7-api")]
    [InlineData("1️⃣ of 2️⃣", "inc-7-1-of-2")]
    public void What_can_be_spelled_is_kept_among_what_cannot(string title, string name) => Assert.Equal(name, Valid(7, title));

    [Theory]
    [InlineData(1, "inc-1-x")]
    [InlineData(42, "inc-42-x")]
    [InlineData(int.MaxValue, "inc-2147483647-x")]
    public void The_number_comes_first(int number, string name) => Assert.Equal(name, Valid(number, "x"));

    [Theory]
    [InlineData(1)]
    [InlineData(80)]
    [InlineData(200)]
    [InlineData(3_000)]
    public void A_long_title_is_cut_at_eighty(int length) =>
        Assert.Equal(("inc-7-" + new string('a', length))[..Math.Min(80, 6 + length)], Valid(7, new string('a', length)));

    [Fact]
    public void A_cut_between_two_words_leaves_no_hyphen_behind() =>
        Assert.Equal("inc-7-" + new string('a', 73), Valid(7, new string('a', 73) + " word"));

    [Theory]
    [InlineData(2, "inc-7-x-2")]
    [InlineData(10, "inc-7-x-10")]
    [InlineData(999, "inc-7-x-999")]
    public void A_later_try_ends_in_its_number(int attempt, string name) => Assert.Equal(name, Valid(7, "x", attempt));

    [Theory]
    [InlineData(2)]
    [InlineData(50)]
    [InlineData(999)]
    public void The_number_of_the_try_is_never_cut(int attempt)
    {
        var name = Valid(7, new string('a', 3_000), attempt);
        Assert.Equal(80, name.Length);
        Assert.EndsWith($"a-{attempt}", name, StringComparison.Ordinal);
    }

    [Fact]
    public void The_number_of_the_try_is_not_preceded_by_two_hyphens() =>
        Assert.Equal("inc-7-" + new string('a', 71) + "-2", Valid(7, new string('a', 71) + " word", 2));

    [Fact]
    public void Each_try_has_another_name()
    {
        foreach (var title in new[] { "x", "", "x-2", new string('a', 80) })
            Assert.Equal(999, Enumerable.Range(1, 999).Select(attempt => Valid(7, title, attempt)).Distinct().Count());
    }
}
