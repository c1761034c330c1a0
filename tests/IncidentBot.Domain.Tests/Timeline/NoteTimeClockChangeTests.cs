using IncidentBot.Domain.Timeline;
using static IncidentBot.Domain.Tests.Timeline.Zones;

namespace IncidentBot.Domain.Tests.Timeline;

public sealed class NoteTimeClockChangeTests
{
    public static TheoryData<string> ZoneIds => new(Changes.Keys);

    [Theory]
    [InlineData("Europe/Berlin", "2025-03-30T08:00Z", "2:30", "2025-03-30 03:30 +02:00")]
    [InlineData("Europe/Berlin", "2025-03-30T08:00Z", "1:59", "2025-03-30 01:59 +01:00")]
    [InlineData("Europe/Berlin", "2025-03-30T08:00Z", "3:00", "2025-03-30 03:00 +02:00")]
    [InlineData("America/New_York", "2025-03-09T16:00Z", "2:15am", "2025-03-09 03:15 -04:00")]
    [InlineData("Australia/Lord_Howe", "2025-10-05T00:00Z", "2:10", "2025-10-05 02:40 +11:00")]
    [InlineData("America/Sao_Paulo", "2018-11-04T15:00Z", "0:30", "2018-11-04 01:30 -02:00")]
    public void A_time_the_clock_skipped_moves_on_with_it(string zone, string now, string word, string shown) =>
        Assert.Equal(shown, Read(zone, now, word));

    [Fact]
    public void A_skipped_time_that_would_still_lie_ahead_is_yesterdays() =>
        Assert.Equal("2025-03-29 02:58 +01:00", Read("Europe/Berlin", "2025-03-30T01:05Z", "2:58"));

    [Theory]
    [InlineData("Europe/Berlin", "2025-10-26T00:40Z", "2:30", "2025-10-26 02:30 +02:00")]
    [InlineData("Europe/Berlin", "2025-10-26T01:40Z", "2:30", "2025-10-26 02:30 +01:00")]
    [InlineData("Europe/Berlin", "2025-10-26T01:20Z", "2:30", "2025-10-26 02:30 +01:00")]
    [InlineData("Europe/Berlin", "2025-10-26T01:19Z", "2:30", "2025-10-26 02:30 +02:00")]
    [InlineData("Europe/Berlin", "2025-10-26T08:00Z", "2:30", "2025-10-26 02:30 +01:00")]
    [InlineData("America/New_York", "2025-11-02T06:05Z", "1:50", "2025-11-02 01:50 -04:00")]
    [InlineData("America/New_York", "2025-11-02T06:55Z", "1:50", "2025-11-02 01:50 -05:00")]
    [InlineData("Australia/Lord_Howe", "2025-04-05T15:20Z", "1:45", "2025-04-06 01:45 +10:30")]
    [InlineData("America/Sao_Paulo", "2018-02-18T02:10Z", "23:50", "2018-02-17 23:50 -02:00")]
    [InlineData("America/Sao_Paulo", "2018-02-18T03:10Z", "23:50", "2018-02-17 23:50 -03:00")]
    public void A_time_the_clock_showed_twice_is_the_latest_that_has_been(string zone, string now, string word, string shown) =>
        Assert.Equal(shown, Read(zone, now, word));

    [Theory]
    [InlineData("2011-12-30T10:05Z", "23:50", "2011-12-29 23:50 -10:00")]
    [InlineData("2011-12-30T10:05Z", "0:05", "2011-12-31 00:05 +14:00")]
    [InlineData("2011-12-30T10:05Z", "0:30", "2011-12-29 00:30 -10:00")]
    [InlineData("2011-12-30T09:55Z", "23:57", "2011-12-29 23:57 -10:00")]
    public void A_day_the_zone_went_without_is_passed_over(string now, string word, string shown) =>
        Assert.Equal(shown, Read("Pacific/Apia", now, word));

    [Fact]
    public void A_time_the_clocks_skipped_is_said_with_what_they_showed_instead() => Assert.Equal(
        new ClockChange.Skipped("Europe/Berlin", new TimeOnly(3, 30)),
        NoteTimeTests.Timed("2025-03-30 2:30", At(2025, 4, 1, 8), Berlin).Change);

    [Fact]
    public void A_time_the_clocks_showed_twice_is_said_with_both_offsets_and_the_other_can_be_named()
    {
        var now = At(2025, 10, 27, 8);

        var taken = NoteTimeTests.Timed("yesterday 2:30", now, Berlin);
        var other = NoteTimeTests.Timed("2025-10-26 2:30 UTC+2", now, Berlin);

        Assert.Equal((At(2025, 10, 26, 1, 30), new ClockChange.Repeated("Europe/Berlin", TimeSpan.FromHours(1), TimeSpan.FromHours(2))), (taken.Happened.Instant, taken.Change));
        Assert.Equal((At(2025, 10, 26, 0, 30), null), (other.Happened.Instant, other.Change));
    }

    [Fact]
    public void Before_the_clocks_show_it_again_nothing_is_to_be_said() =>
        Assert.Null(NoteTimeTests.Timed("2:30", At(2025, 10, 26, 0, 40), Berlin).Change);

    [Theory]
    [MemberData(nameof(ZoneIds))]
    public void With_the_offset_the_clocks_had_a_day_and_time_come_back_to_their_instant(string id)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        Seeds.Each(2_000, random =>
        {
            var (happened, _) = Case(random, id);
            happened = new DateTimeOffset(happened.Ticks - happened.Ticks % TimeSpan.TicksPerMinute, TimeSpan.Zero);
            var elsewhere = random.OneOf(Changes.Keys.ToList());

            var read = NoteTimeTests.Timed($"{Shown(happened, zone)} text", happened.AddDays(3), TimeZoneInfo.FindSystemTimeZoneById(elsewhere));

            Assert.Equal((happened, Shown(happened, zone), null, "text"), (read.Happened.Instant, read.Happened.AsGiven, read.Change, read.Rest));
        });
    }

    [Theory]
    [MemberData(nameof(ZoneIds))]
    public void A_day_and_time_come_back_to_their_instant_unless_the_clocks_changed_and_then_it_is_said(string id)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        Seeds.Each(2_000, random =>
        {
            var (happened, _) = Case(random, id);
            happened = new DateTimeOffset(happened.Ticks - happened.Ticks % TimeSpan.TicksPerMinute, TimeSpan.Zero);

            var read = NoteTimeTests.Timed(Shown(happened, zone)[..16], happened.AddDays(3), zone);

            if (read.Change is ClockChange.Repeated repeated)
                Assert.True(read.Happened.Instant == happened || read.Happened.Instant == happened + (repeated.Other - repeated.Taken));
            else
                Assert.Equal((happened, null), (read.Happened.Instant, read.Change));
        });
    }

    [Theory]
    [MemberData(nameof(ZoneIds))]
    public void A_time_is_never_ten_minutes_ahead_and_never_much_over_a_day_ago(string id)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        Seeds.Each(4_000, random =>
        {
            var (now, word) = Case(random, id);

            var ago = now - NoteTimeTests.Timed(word, now, zone).Happened.Instant;

            Assert.True(ago >= TimeSpan.FromMinutes(-10) && ago < TimeSpan.FromHours(25), $"{word} at {Shown(now, zone)} was read as {ago} ago.");
        });
    }

    [Theory]
    [MemberData(nameof(ZoneIds))]
    public void A_time_is_the_last_minute_at_which_the_clock_showed_it(string id)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(id);
        Seeds.Each(400, random =>
        {
            var (now, word) = Case(random, id);

            if (LastShown(word, now, zone) is { } last)
                Assert.Equal($"{word} at {Shown(now, zone)}: {Shown(last, zone)}", $"{word} at {Shown(now, zone)}: {Shown(NoteTimeTests.Timed(word, now, zone).Happened.Instant, zone)}");
        });
    }

    private static string Read(string zone, string now, string word)
    {
        var there = TimeZoneInfo.FindSystemTimeZoneById(zone);
        return Shown(NoteTimeTests.Timed(word, DateTimeOffset.Parse(now, null), there).Happened.Instant, there);
    }

    /// <summary>A time of day, and a present that is often close to a change of the clock.</summary>
    private static (DateTimeOffset Now, string Word) Case(Random random, string zone)
    {
        var around = random.Next(4) == 0 ? TimeSpan.FromDays(400) : TimeSpan.FromHours(30);
        var now = random.OneOf(Changes[zone]) + random.Between(-around, around);
        return (now, $"{random.Next(24)}:{random.Next(60):00}");
    }

    /// <summary>Looks at the clock minute by minute, back from ten minutes ahead but not into tomorrow; null where a day went by without that time.</summary>
    private static DateTimeOffset? LastShown(string word, DateTimeOffset now, TimeZoneInfo zone)
    {
        var today = TimeZoneInfo.ConvertTime(now, zone).Date;
        var minute = new DateTimeOffset(now.Ticks - now.Ticks % TimeSpan.TicksPerMinute, TimeSpan.Zero).AddMinutes(10);
        for (var back = 0; back < 24 * 60; back++, minute = minute.AddMinutes(-1))
        {
            var clock = TimeZoneInfo.ConvertTime(minute, zone);
            if (clock.Date <= today && $"{clock.Hour}:{clock.Minute:00}" == word)
                return minute;
        }
        return null;
    }
}
