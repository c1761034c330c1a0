using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Tests.Incidents;

public sealed class AlikeTests
{
    [Theory]
    [InlineData("Checkout is failing", "checkout fails for everybody")]
    [InlineData("Logins fail in eu-1", "LOGIN failing, eu-1")]
    [InlineData("Zahlungen schlagen fehl", "Die Zahlung schlägt fehl, Zahlungen offen: schlagen")]
    [InlineData("Checkout", "checkout down")]
    [InlineData("Search 500s", "500s in search since the deploy")]
    public void Two_titles_about_the_same_thing_are_alike_whichever_comes_first(string one, string other)
    {
        Assert.True(Alike.Are(one, other));
        Assert.True(Alike.Are(other, one));
    }

    [Theory]
    [InlineData("Checkout is failing", "Search is slow")]
    [InlineData("Checkout is failing", "Logins are failing in the app")]
    [InlineData("Node db-1 is down", "Node db-2 is down")]
    [InlineData("It is", "It is")]
    [InlineData("🔥", "🔥🔥")]
    public void Titles_that_share_only_small_words_or_differ_in_a_number_are_not(string one, string other)
    {
        Assert.False(Alike.Are(one, other));
        Assert.False(Alike.Are(other, one));
    }
}
