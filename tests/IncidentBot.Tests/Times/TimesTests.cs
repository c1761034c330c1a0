using IncidentBot.Domain.Timeline;
using IncidentBot.Domain.Times;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Times;

public sealed class TimesTests
{
    [Fact]
    public async Task Times_are_given_as_in_notes_with_a_reason_and_shown_with_what_follows()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);

        Assert.Contains("Time to detect: unknown (impact start → first signal; impact start and first signal not known)", await here.Asks("/incident times"), StringComparison.Ordinal);
        var answer = await here.Asks("/incident time impact start 90m ago why: the graph says so");
        await here.Asks("/incident detected by support 1h ago");

        Assert.Contains("Impact start set to ", answer, StringComparison.Ordinal);
        Assert.Contains(": the graph says so.", answer, StringComparison.Ordinal);
        var times = await here.Asks("/incident times");
        Assert.Contains("Time to detect: 30 min (impact start → first signal)", times, StringComparison.Ordinal);
        Assert.Contains(", by customer support _(given)_", times, StringComparison.Ordinal);
        Assert.Contains("Mitigated: unknown", times, StringComparison.Ordinal);
        var entries = await bot.Store.TimelineAsync(incident);
        Assert.Single(entries, entry => entry.Kind == EntryKind.Decision && entry.Text.EndsWith(": the graph says so", StringComparison.Ordinal));
        Assert.Single(entries, entry => entry.Kind == EntryKind.Detection && entry.Text == "Noticed first by customer support");
    }

    [Fact]
    public async Task States_set_their_times_and_a_correction_is_undone_to_what_was_seen()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        await bot.LaterAsync(TimeSpan.FromMinutes(20));
        await here.Asks("/incident status mitigated");
        var seen = IncidentTiming.At(await bot.Store.IncidentAsync(incident), NamedTime.Mitigated);
        Assert.NotNull(seen);

        var answer = await here.AsksFor("/incident time mitigated 15m ago");
        Assert.NotEqual(seen, IncidentTiming.At(await bot.Store.IncidentAsync(incident), NamedTime.Mitigated));
        await here.Presses(answer, "Undo");
        await bot.SettlesAsync();

        Assert.Equal(seen, IncidentTiming.At(await bot.Store.IncidentAsync(incident), NamedTime.Mitigated));
    }

    [Fact]
    public async Task Corrected_times_are_those_that_are_shown_everywhere()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        await bot.LaterAsync(TimeSpan.FromMinutes(90));
        await here.Asks("/incident time declared 2h ago");

        await here.Asks("/incident resolve");
        Assert.Contains("2 h after it was declared", (await bot.SaidInAsync(incident))[^1], StringComparison.Ordinal);
        await here.Asks("/incident time resolved 30m ago");
        Assert.Contains(", after 1 h 30 min", (await bot.CardAsync(incident)).Text, StringComparison.Ordinal);
        await bot.LaterAsync(TimeSpan.FromHours(5));
        await here.Asks("/incident close");

        var closed = IncidentTiming.At(await bot.Store.IncidentAsync(incident), NamedTime.Closed)!.Value;
        Assert.Contains($"Closed <!date^{closed.ToUnixTimeSeconds()}^", await here.Asks("/incident list closed"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_is_reached_by_buttons_too()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);

        var times = await here.HearsAfter(async () => await here.Presses(await bot.CardAsync(incident), "Times"));
        await here.Chooses(times, "Who noticed first?", "Our monitoring");
        await bot.SettlesAsync();
        Assert.Equal(new DetectionSource("monitoring", "Our monitoring"), (await bot.Store.IncidentAsync(incident)).DetectedBy);

        times = await here.HearsAfter(async () => await here.Presses(await bot.CardAsync(incident), "Times"));
        await here.Chooses(times, "Correct a time", "Identified");
        await bot.SettlesAsync();
        await bot.Alice.Submits(("answer", "5m ago, it was the cache"));
        await bot.SettlesAsync();
        Assert.NotNull(IncidentTiming.At(await bot.Store.IncidentAsync(incident), NamedTime.Identified));
    }

    [Theory]
    [InlineData("time", "Say which time: `impact-start`")]
    [InlineData("time lunch 12:00", "Say which time: `impact-start`")]
    [InlineData("time mitigated soon", "Say when it was, such as")]
    [InlineData("time mitigated yesterday", "At what time was `yesterday`?")]
    [InlineData("time declared unknown", "When it was declared is known.")]
    [InlineData("time mitigated unknown", "Mitigated is unknown already.")]
    [InlineData("detected", "Say how its first sign reached people: `monitoring`, `support`, `customer`, `staff`")]
    [InlineData("detected by pigeons", "Say how its first sign reached people")]
    [InlineData("detected by support soon", "Say when it was, such as")]
    public async Task What_cannot_be_read_is_asked_about_and_changes_nothing(string words, string answer)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var before = await bot.Store.IncidentAsync(incident);

        Assert.Contains(answer, await bot.Alice.In(incident).Asks($"/incident {words}"), StringComparison.Ordinal);

        Assert.Equal(before, await bot.Store.IncidentAsync(incident));
    }

    [Fact]
    public async Task Ways_to_notice_come_from_the_configuration()
    {
        await using var bot = await TestBot.StartConfiguredAsync("detection:\n  - { key: dog, name: The dog, words: [bark] }");
        var incident = await bot.Alice.Declares();

        await bot.Alice.In(incident).Asks("/incident detected by bark");

        Assert.Equal(new DetectionSource("dog", "The dog"), (await bot.Store.IncidentAsync(incident)).DetectedBy);
    }
}
