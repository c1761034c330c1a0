using IncidentBot.Configuration;
using IncidentBot.Domain.Incidents;

namespace IncidentBot.Tests.Configuration;

/// <summary>Business days, as they are written by hand.</summary>
public sealed class CalendarsSectionTests
{
    private const string Christmas = """
        calendars:
          - key: berlin
            zone: Europe/Berlin
            holidays:
              - 2031-12-25 Christmas Day
              - 2031-12-26 Boxing Day
        calendar: berlin
        severities:
          - { key: big, name: Big, sign: "!", review_due: 2bd }
          - { key: small, name: Small, sign: "?", review_due: 3d }
          - { key: tiny, name: Tiny, sign: "." }
        reviews: { due: 1 business day }
        """;

    [Fact]
    public void A_review_is_due_in_business_days_where_that_is_said()
    {
        var reading = ConfigFile.Read(Christmas, null);
        var (reviews, levels, at) = (reading.Options.Reviews, reading.Options.Severities.Levels, new DateTimeOffset(2031, 12, 24, 10, 0, 0, TimeSpan.Zero));

        Assert.Empty(reading.Problems);
        Assert.Equal(
            [at.AddDays(6), at.AddDays(3), at.AddDays(5), at.AddDays(5)],
            levels.Select(level => level.Severity).Append(Severity.Unset).Select(severity => reviews.DueAfter(at, severity)));
        Assert.Equal("Boxing Day", reading.Options.BusinessDays.Holidays[new DateOnly(2031, 12, 26)]);
    }

    [Theory]
    [InlineData("calendar: standrd", "line 1: calendar: there is no calendar standrd. Did you mean standard?")]
    [InlineData("calendars:\n  - key: standard\n    holidays: [Christmas]", "line 3: calendars[1].holidays: \"Christmas\" is no holiday. Write its date and its name, such as 2031-12-25 Christmas Day.")]
    [InlineData("calendars:\n  - key: standard\n  - key: standard", "line 3: calendars[2].key: there is another calendar standard.")]
    [InlineData("reviews:\n  due: 0bd", "line 2: reviews.due: \"0\" is not a number from 1 to 260.")]
    public void A_slip_has_its_line(string text, string problem) => Assert.Equal(problem, Assert.Single(ConfigFile.Read(text, null).Problems).ToString());
}
