using IncidentBot.Wording;

namespace IncidentBot.Tests.Wording;

public sealed class ReadableTextTests
{
    private static readonly Dictionary<string, string> Names = new() { ["U1"] = "Alice", ["U2"] = "R&D <ops>", ["U3"] = "" };

    [Theory]
    [InlineData("<@U1> and <@U2>", "@Alice and @R&amp;D &lt;ops&gt;")]
    [InlineData("<@U9|bob> with <@U3> and <@U8>", "@bob with <@U3> and <@U8>")]
    [InlineData("<!channel> <!here|here> <!everyone>", "@channel @here @everyone")]
    [InlineData("<!subteam^S012AB> <!subteam^S012AB|@oncall>", "@S012AB @oncall")]
    [InlineData("<#C1|general> <#C2>", "#general <#C2>")]
    [InlineData("at <!date^1930291200^{time}|8:00 UTC>", "at 8:00 UTC")]
    [InlineData("<https://example.com/a?b=1&amp;c=2|the graph> :fire:", "<https://example.com/a?b=1&amp;c=2|the graph> :fire:")]
    [InlineData("```a &lt;b&gt;\n   | c```", "```a &lt;b&gt;\n   | c```")]
    public void Names_stand_where_ids_stood_and_what_is_unknown_stays(string text, string readable) => Assert.Equal(readable, ReadableText.Of(text, Names));

    [Fact]
    public void Only_names_nobody_wrote_beside_the_id_are_asked_for()
    {
        Assert.Equal(["U1", "U2"], ReadableText.PeopleIn("<@U1> <@U2> <@U1> <@U9|bob> <#C1> <!here>"));
        Assert.Equal(["C1", "C2"], ReadableText.ChannelsIn("<#C1> <@U2> <#C2> <#C1> <#C9|general> <!here>"));
    }

    [Fact]
    public void Channels_are_called_by_their_names() =>
        Assert.Equal("#checkout &amp; <#C2>", ReadableText.Of("<#C1> &amp; <#C2>", new Dictionary<string, string> { ["C1"] = "checkout" }));
}
