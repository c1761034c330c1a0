using IncidentBot.Storage;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Timeline;

/// <summary>What somebody could read stays with those who could read it.</summary>
public sealed class PrivateWordsTests
{
    [Fact]
    public async Task A_message_somebody_else_used_a_shortcut_on_cannot_be_had_by_its_number()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Bob.Declares();
        var secret = await bot.Client.CreateChannelAsync("board", [bot.Alice.Id], isPrivate: true);
        await bot.Alice.In(secret).Uses("add_to_timeline", await bot.Alice.In(secret).Says("We will sell the company"));
        await bot.SettlesAsync();
        var number = (await bot.Store.InboxAsync()).Last(row => row.Outcome == Outcome.Begun).Id;

        await bot.Wire.SendPayloadAsync($$"""
            {"type":"view_submission","trigger_id":"4.5.6","user":{"id":"{{bot.Bob.Id}}" },"team":{"id":"{{bot.Sandbox.TeamId}}" },
             "view":{"id":"V1","type":"modal","callback_id":"add_to_timeline","private_metadata":"source:{{number}}","state":{"values":{
               "incident":{"value":{"type":"static_select","selected_option":{"text":{"type":"plain_text","text":"x"},"value":"{{incident.Number}}"} } },
               "kind":{"value":{"type":"static_select","selected_option":{"text":{"type":"plain_text","text":"x"},"value":"note"} } } } } } }
            """);
        await bot.SettlesAsync();

        Assert.Empty(await bot.Store.RecordedAsync(incident));
        Assert.Contains("could not be added", Assert.Single(await bot.Bob.DirectMessages()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_of_a_private_incident_is_offered_to_no_other_incident()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Bob.Declares("Everybody knows");
        await bot.Alice.Uses("declare_incident");
        await bot.SettlesAsync();
        await bot.Alice.Submits(("title", "Secret leak"), ("privacy", new[] { "private" }));
        await bot.SettlesAsync();
        var secret = await bot.Store.NewestAsync();

        await bot.Alice.In(secret).Uses("add_to_timeline", await bot.Alice.In(secret).Says("It was the intern"));
        await bot.SettlesAsync();

        var form = (await bot.Alice.Form())!.Value.ToString();
        Assert.Contains("Secret leak", form, StringComparison.Ordinal);
        Assert.DoesNotContain("Everybody knows", form, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_and_the_home_tab_show_private_incidents_to_those_who_answer_for_them()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Alice.Uses("declare_incident");
        await bot.SettlesAsync();
        await bot.Alice.Submits(("title", "Secret leak"), ("privacy", new[] { "private" }));
        await bot.SettlesAsync();

        Assert.Contains("Secret leak", await bot.Alice.In(bot.General).Asks("/incident list"), StringComparison.Ordinal);
        Assert.DoesNotContain("Secret leak", await bot.Bob.In(bot.General).Asks("/incident list"), StringComparison.Ordinal);
        Assert.Contains("Secret leak", (await bot.Alice.OpensHome()).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("Secret leak", (await bot.Bob.OpensHome()).ToString(), StringComparison.Ordinal);
    }
}
