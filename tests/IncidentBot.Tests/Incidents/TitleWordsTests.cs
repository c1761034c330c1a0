using IncidentBot.Domain.Timeline;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Incidents;

public sealed class TitleWordsTests
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("payments & orders ", 15)).Trim();

    [Theory]
    [InlineData("slash")]
    [InlineData("mention")]
    [InlineData("form")]
    [InlineData("shortcut")]
    [InlineData("message")]
    [InlineData("home")]
    [InlineData("drill")]
    [InlineData("anyway")]
    public async Task A_title_that_is_too_long_declares_from_each_door_and_nothing_is_lost(string door)
    {
        await using var bot = await TestBot.StartConfiguredAsync(door == "anyway" ? "declaring: { offer_similar: on }" : "");
        var here = bot.Alice.In(bot.General);
        switch (door)
        {
            case "slash" or "drill":
                await here.Types($"/incident {(door == "slash" ? "declare" : door)} {Long.Replace("&", "&amp;", StringComparison.Ordinal)}");
                break;
            case "mention":
                here = bot.Alice.In(await bot.Alice.Declares("The printer is on fire"));
                await here.Says($"<@{bot.Sandbox.BotUserId}> declare {Long.Replace("&", "&amp;", StringComparison.Ordinal)}");
                break;
            case "anyway":
                await bot.Alice.Declares(Long[..150]);
                await here.Presses(await here.AsksFor($"/incident declare {Long.Replace("&", "&amp;", StringComparison.Ordinal)}"), "Declare it anyway");
                break;
            default:
                await OpensAsync(bot, door);
                await bot.Alice.Submits(("title", Long));
                break;
        }
        await bot.SettlesAsync();

        var incident = await bot.Store.NewestAsync();
        var title = (await bot.Store.IncidentAsync(incident)).Title;
        Assert.EndsWith("…", title, StringComparison.Ordinal);
        Assert.StartsWith(title[..^1] + " ", Long, StringComparison.Ordinal);
        Assert.InRange(title.Length, 190, 200);
        var note = (await bot.Store.TimelineAsync(incident)).First(entry => entry.Kind == EntryKind.Note);
        Assert.Equal((EntryKind.Note, Long.Replace("&", "&amp;", StringComparison.Ordinal), bot.Alice.User), (note.Kind, note.Text, note.Author));
        Assert.Contains([.. await here.Whispers(), .. await bot.Alice.DirectMessages()], whisper => whisper.Text.Contains("all you wrote is the first note of the timeline", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Corrected_by_hand_the_title_is_whole_again_and_whoever_is_mentioned_is_in_the_note_by_name()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares($"{new string('x', 200)} {bot.Bob.Mention}");
        Assert.EndsWith(" @bob", Assert.Single(await bot.Store.TimelineAsync(incident), entry => entry.Kind == EntryKind.Note).Text, StringComparison.Ordinal);
        Assert.True((await bot.Store.IncidentAsync(incident)).IsTitleCut);

        await bot.Alice.In(incident).Asks("/incident title Orders fail");

        Assert.False((await bot.Store.IncidentAsync(incident)).IsTitleCut);
    }

    private static async Task OpensAsync(TestBot bot, string door)
    {
        var here = bot.Alice.In(bot.General);
        switch (door)
        {
            case "form":
                await here.Types("/incident declare");
                break;
            case "shortcut":
                await bot.Alice.Uses("declare_incident");
                break;
            case "message":
                await here.Uses("declare_from_message", await here.Says("Card payments time out"));
                break;
            default:
                var home = await bot.Alice.OpensHome();
                var (block, action, _) = Controls.Find(home.GetProperty("blocks"), "Declare an incident");
                await bot.Alice.Hands.ClickInViewAsync(home.GetProperty("id").GetString()!, block, action);
                break;
        }
        await bot.SettlesAsync();
    }

    [Fact]
    public async Task Somebody_mentioned_in_a_title_stands_there_by_name_and_no_id_is_in_the_channels_name()
    {
        await using var bot = await TestBot.StartAsync();

        var known = await bot.Alice.Declares($"{bot.Bob.Mention} is locked out");
        var unknown = await bot.Alice.Declares("<@U0NOBODY99> is locked out");

        var title = (await bot.Store.IncidentAsync(known)).Title;
        Assert.StartsWith("@", title, StringComparison.Ordinal);
        Assert.DoesNotContain(bot.Bob.Id, title, StringComparison.Ordinal);
        Assert.Equal("somebody is locked out", (await bot.Store.IncidentAsync(unknown)).Title);
        Assert.Equal("inc-2-somebody-is-locked-out", (await bot.ChannelAsync(unknown.Channel)).Name);
    }
}
