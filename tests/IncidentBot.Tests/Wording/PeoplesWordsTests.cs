using IncidentBot.Wording;

namespace IncidentBot.Tests.Wording;

public sealed class PeoplesWordsTests
{
    [Theory]
    [InlineData("Checkout &amp; logins", "Checkout & logins")]
    [InlineData("a &lt;b&gt;", "a <b>")]
    [InlineData("&amp;lt;", "&lt;")]
    [InlineData("ask <@U012ABC|bob>", "ask @bob")]
    [InlineData("ask <@U012ABC>", "ask somebody")]
    [InlineData("in <#C012ABC|general>", "in #general")]
    [InlineData("in <#C012ABC|>", "in #C012ABC")]
    [InlineData("<!here> and <!channel|@channel>", "@here and @channel")]
    [InlineData("<!subteam^S012|@sre>", "@sre")]
    [InlineData("<!subteam^S012>", "@subteam")]
    [InlineData("see <https://a.example/x?y=1&amp;z=2|the graph>", "see the graph")]
    [InlineData("see <https://a.example/x?y=1&amp;z=2>", "see https://a.example/x?y=1&z=2")]
    [InlineData("<mailto:a@b.example|a@b.example>", "a@b.example")]
    [InlineData("  two  ends  ", "two  ends")]
    public void A_title_is_what_the_person_sees_while_typing(string typed, string meant) => Assert.Equal(meant, PeoplesWords.Plain(typed));

    [Theory]
    [InlineData("<!channel> wake up", "@channel wake up")]
    [InlineData("<!here|here>", "@here")]
    [InlineData("<!everyone>", "@everyone")]
    [InlineData("<!subteam^S012|@sre> wake up", "@sre wake up")]
    [InlineData("<!subteam^S012|sre>", "@sre")]
    [InlineData("ask <@U012ABC> in <#C012ABC|general> see <https://a.example|x>", "ask <@U012ABC> in <#C012ABC|general> see <https://a.example|x>")]
    [InlineData("&lt;!channel&gt;", "&lt;!channel&gt;")]
    public void A_text_keeps_people_and_links_and_rings_for_nobody(string typed, string kept) => Assert.Equal(kept, PeoplesWords.Harmless(typed));

    [Theory]
    [InlineData("<@U012ABC>", "U012ABC")]
    [InlineData(" <@W012ABC|bob> ", "W012ABC")]
    [InlineData("bob", null)]
    [InlineData("@bob", null)]
    [InlineData("<@U012ABC> please", null)]
    [InlineData("<#C012ABC>", null)]
    [InlineData("<@u012abc>", null)]
    public void A_person_is_meant_only_by_a_mention(string typed, string? user) => Assert.Equal(user, PeoplesWords.Mentioned(typed));

    [Theory]
    [InlineData("<https://docs.example.com/r/7|https://docs.example.com/r/7>", "https://docs.example.com/r/7")]
    [InlineData("https://docs.example.com/r?a=1&amp;b=2", "https://docs.example.com/r?a=1&b=2")]
    [InlineData("http://intranet/r", "http://intranet/r")]
    [InlineData("https://docs.example.com/&lt;!channel&gt;", "https://docs.example.com/%3C!channel%3E")]
    [InlineData("docs.example.com", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("", null)]
    public void A_link_is_a_web_address_and_nothing_hides_in_it(string typed, string? link) => Assert.Equal(link, PeoplesWords.Link(typed));

    [Fact]
    public void A_link_too_long_for_the_card_is_none() => Assert.Null(PeoplesWords.Link("https://docs.example.com/".PadRight(2_001, 'x')));

    [Theory]
    [InlineData("raising_hand::skin-tone-3", "raising_hand")]
    [InlineData("woman-raising-hand::skin-tone-6", "raising_hand")]
    [InlineData("heavy_check_mark", "white_check_mark")]
    [InlineData("round_pushpin", "pushpin")]
    [InlineData("tada", "tada")]
    public void One_emoji_has_one_name(string name, string plain) => Assert.Equal(plain, EmojiNames.Plain(name));

    [Theory]
    [InlineData("root cause")]
    [InlineData("Root_Cause")]
    [InlineData(" root-cause ")]
    public void A_kind_is_understood_however_it_is_joined(string word) => Assert.Equal(Domain.Timeline.EntryKind.RootCause, KindWords.Read(word));

    [Theory]
    [InlineData("status")]
    [InlineData("role")]
    [InlineData("ticket")]
    [InlineData("")]
    public void The_bots_own_kinds_are_not_for_people(string word) => Assert.Null(KindWords.Read(word));
}
