using System.Globalization;
using IncidentBot.Domain.Impacts;

namespace IncidentBot.Domain.Tests.Impacts;

public sealed class PeopleCountTests
{
    [Theory]
    [InlineData("4200", 4_200, 4_200)]
    [InlineData(" 4,200 ", 4_200, 4_200)]
    [InlineData("1.234.567", 1_234_567, 1_234_567)]
    [InlineData("60 000", 60_000, 60_000)]
    [InlineData("4.2k", 4_200, 4_200)]
    [InlineData("1,5M", 1_500_000, 1_500_000)]
    [InlineData("~50", 50, 50)]
    [InlineData("about 50", 50, 50)]
    [InlineData("0", 0, 0)]
    [InlineData("200-300", 200, 300)]
    [InlineData("200 – 300", 200, 300)]
    [InlineData("1k to 2k", 1_000, 2_000)]
    public void Counts_are_read_as_people_write_them(string text, long least, long most) => Assert.Equal(new PeopleCount(least, most), PeopleCount.Read(text));

    [Theory]
    [InlineData("")]
    [InlineData("unknown")]
    [InlineData("many")]
    [InlineData("-5")]
    [InlineData("300-200")]
    [InlineData("4.2")]
    [InlineData("1.2345k")]
    [InlineData("0.0001k")]
    [InlineData("12 %")]
    [InlineData("999999999999999999999999")]
    [InlineData("100-200-300")]
    public void What_is_no_count_is_not_guessed(string text) => Assert.Null(PeopleCount.Read(text));

    [Fact]
    public void Any_count_is_read_back_as_it_was() => Seeds.Each(500, random =>
    {
        var least = random.NextInt64(0, 1_000_000_000);
        var count = new PeopleCount(least, least + random.NextInt64(0, 1_000));
        Assert.Equal(count, PeopleCount.Read(string.Create(CultureInfo.InvariantCulture, $"{count.Least}-{count.Most}")));
        Assert.Equal(count, PeopleCount.Read(string.Create(CultureInfo.InvariantCulture, $"{count.Least:#,0} to {count.Most:#,0}")));
    });
}
