using IncidentBot.Domain.Timeline;
using IncidentBot.Sandbox;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Incidents;

/// <summary>Whatever is typed as a title: the person gets a clear sentence or a correct incident.</summary>
public sealed class TitleTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(80)]
    [InlineData(200)]
    public async Task A_title_that_fits_declares_and_stands_whole_in_the_store(int length)
    {
        await using var bot = await TestBot.StartAsync();
        var title = new string('x', length);

        var incident = await bot.Alice.Declares(title);

        Assert.Equal(title, (await bot.Store.IncidentAsync(incident)).Title);
        Assert.True((await bot.ChannelAsync(incident.Channel)).Name.Length <= 80);
        await NothingWasRefusedAsync(bot);
    }

    [Theory]
    [InlineData(201)]
    [InlineData(3_000)]
    public async Task A_title_that_is_too_long_declares_all_the_same_and_stands_whole_as_the_first_note(int length)
    {
        await using var bot = await TestBot.StartAsync();

        var answer = await bot.Alice.In(bot.General).Asks($"/incident declare {new string('x', length)}");

        Assert.Contains("A title has room for 200 characters: all you wrote is the first note of the timeline.", answer, StringComparison.Ordinal);
        var incident = await bot.Store.NewestAsync();
        Assert.Equal(new string('x', 199) + "…", (await bot.Store.IncidentAsync(incident)).Title);
        Assert.Equal(new string('x', length), Assert.Single(await bot.Store.TimelineAsync(incident), entry => entry.Kind == EntryKind.Note).Text);
        await NothingWasRefusedAsync(bot);
    }

    [Theory]
    [InlineData("🔥🔥🔥", ":fire::fire::fire:", "inc-1-fire-fire-fire")]
    [InlineData("תשלום לא עובד", "תשלום לא עובד", "inc-1")]
    [InlineData("الدفع لا يعمل ‮gnp", "الدفع لا يعمل ‮gnp", "inc-1-gnp")]
    [InlineData("Оплата не работает", "Оплата не работает", "inc-1-oplata-ne-rabotaet")]
    [InlineData("決済 is down", "決済 is down", "inc-1-is-down")]
    [InlineData("Über-groß", "Über-groß", "inc-1-uber-gross")]
    [InlineData("a &lt;b&gt; &amp; c", "a <b> & c", "inc-1-a-b-c")]
    [InlineData("&amp;lt; is shown", "&lt; is shown", "inc-1-lt-is-shown")]
    [InlineData("<!channel> wake up", "@channel wake up", "inc-1-channel-wake-up")]
    [InlineData("<!subteam^S0123|@sre> look", "@sre look", "inc-1-sre-look")]
    [InlineData("see <https://status.example.com/a?b=1&amp;c=2|status>", "see status", "inc-1-see-status")]
    [InlineData("zero​width\u00ADjoin", "zero​width\u00ADjoin", "inc-1-zero-width-join")]
    [InlineData("*bold* _and_ `code`", "*bold* _and_ `code`", "inc-1-bold-and-code")]
    public async Task A_strange_title_is_kept_as_it_was_meant(string typed, string meant, string channelName)
    {
        await using var bot = await TestBot.StartAsync();

        var incident = await bot.Alice.Declares(typed);

        Assert.Equal(meant, (await bot.Store.IncidentAsync(incident)).Title);
        Assert.Equal(channelName, (await bot.ChannelAsync(incident.Channel)).Name);
        var everything = await EverythingSaidAsync(bot, incident);
        Assert.DoesNotContain(everything, text => text.Contains("<!channel", StringComparison.Ordinal) || text.Contains("<!subteam", StringComparison.Ordinal));
        await NothingWasRefusedAsync(bot);
    }

    [Fact]
    public async Task A_title_of_nothing_but_invisible_characters_is_no_title()
    {
        await using var bot = await TestBot.StartAsync();

        var answer = await bot.Alice.In(bot.General).Asks("/incident declare ​‍﻿");

        Assert.Contains("Say in a few words what is wrong", answer, StringComparison.Ordinal);
        Assert.Equal(0, await bot.Store.IncidentCountAsync());
    }

    [Fact]
    public async Task Two_hundred_letters_as_people_count_them_fit_however_many_characters_they_take()
    {
        await using var bot = await TestBot.StartAsync();
        var title = string.Concat(Enumerable.Repeat("a" + new string('\u0301', 20), 200));

        var incident = await bot.Alice.Declares(title);
        await bot.Alice.In(incident).Asks("/incident resolve");
        await bot.LaterAsync(TimeSpan.FromDays(4));

        Assert.Equal(title, (await bot.Store.IncidentAsync(incident)).Title);
        Assert.Single(await bot.Alice.DirectMessages());
        await NothingWasRefusedAsync(bot);
    }

    [Fact]
    public async Task The_longest_title_is_cut_between_letters_wherever_it_is_shown_and_three_hundred_letters_break_nothing()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares(string.Concat(Enumerable.Repeat("e\u0301xyz", 50)));
        var here = bot.Alice.In(incident);
        var three = string.Concat(Enumerable.Repeat("words of three ", 20));

        foreach (var words in new[] { "list", "catchup", "help", "help all", "why", "show", $"handover {bot.Bob.Mention}", "subscribe", $"title {three}" })
            await here.Asks($"/incident {words}");
        await here.Uses("add_to_timeline", await here.Says("Rolled back"));
        await bot.SettlesAsync();
        var option = (await bot.Alice.Form())!.Value.GetProperty("blocks")[0].GetProperty("element").GetProperty("options")[0].GetProperty("text").GetProperty("text").GetString()!;
        await bot.Alice.OpensHome();
        await bot.Bob.In(bot.General).Types($"/incident retro {three}");
        await bot.SettlesAsync();

        Assert.NotNull(await bot.Bob.Form());
        Assert.EndsWith("…", option, StringComparison.Ordinal);
        Assert.InRange(option.Length, 60, 75);
        Assert.EndsWith("…", (await bot.ChannelAsync(incident.Channel)).Topic, StringComparison.Ordinal);
        Assert.DoesNotContain("e…", option, StringComparison.Ordinal);
        await NothingWasRefusedAsync(bot);
    }

    private static async Task NothingWasRefusedAsync(TestBot bot)
    {
        Assert.DoesNotContain(await bot.Store.OutboxAsync(), row => row.Error is not null);
        Assert.DoesNotContain(await bot.Client.JournalAsync(), entry => entry is { Direction: "api", Outcome: not "ok" });
    }

    private static async Task<IReadOnlyList<string>> EverythingSaidAsync(TestBot bot, TestIncident incident)
    {
        var messages = new List<SandboxMessage>(await bot.MessagesAsync(incident.Channel));
        messages.AddRange(await bot.MessagesAsync(bot.Announcements));
        messages.AddRange(await bot.Alice.In(bot.General).Sees());
        return [.. messages.SelectMany(message => new[] { message.Text, message.Blocks.ToString() })];
    }
}
