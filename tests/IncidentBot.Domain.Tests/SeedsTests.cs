using Xunit.Sdk;

namespace IncidentBot.Domain.Tests;

public sealed class SeedsTests
{
    [Fact]
    public void A_failure_names_the_seed_that_makes_it_again()
    {
        var failure = Assert.Throws<XunitException>(() => Seeds.Each(1_000, random => Assert.True(random.Next(100) != 3)));

        var seed = int.Parse(failure.Message["Seed ".Length..failure.Message.IndexOf(':', StringComparison.Ordinal)], null);
        Assert.Equal(3, new Random(seed).Next(100));
    }

    [Fact]
    public void Every_seed_is_tried()
    {
        var tried = 0;
        Seeds.Each(40, _ => tried++);
        Assert.Equal(40, tried);
    }
}
