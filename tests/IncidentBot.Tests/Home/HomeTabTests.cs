using IncidentBot.TestKit;

namespace IncidentBot.Tests.Home;

public sealed class HomeTabTests
{
    [Fact]
    public async Task An_empty_home_says_that_nothing_is_open_and_offers_to_declare()
    {
        await using var bot = await TestBot.StartAsync();

        var home = await bot.Alice.OpensHome();

        Assert.Contains("No open incidents.", home.ToString(), StringComparison.Ordinal);
        Assert.Equal(["Declare an incident", "Declare a past one"], Controls.Labels(home.GetProperty("blocks")));
    }

    [Fact]
    public async Task It_shows_what_is_open_and_which_reviews_this_person_owes()
    {
        await using var bot = await TestBot.StartAsync();
        var over = await bot.Alice.Declares("Logins fail");
        await bot.Alice.In(over).Asks("/incident resolve");
        await bot.Bob.Declares("Checkout is failing");

        var alices = (await bot.Alice.OpensHome()).ToString();
        var bobs = (await bot.Bob.OpensHome()).ToString();

        Assert.Contains("*#2 Checkout is failing*", alices, StringComparison.Ordinal);
        Assert.Contains("Reviews you owe", alices, StringComparison.Ordinal);
        Assert.Contains("(#1 Logins fail), due", alices, StringComparison.Ordinal);
        Assert.Contains("*#2 Checkout is failing*", bobs, StringComparison.Ordinal);
        Assert.DoesNotContain("Reviews you owe", bobs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_configuration_lets_others_list_is_not_on_it_nor_in_forms()
    {
        await using var bot = await TestBot.StartAsync();
        var group = await bot.Client.CreateUserGroupAsync("Managers", "managers", [bot.Bob.Id]);
        await bot.ConfigureAsync($"permissions: {{ listing: {group} }}");
        await bot.RestartAsync();
        await bot.Alice.Declares("Checkout is failing");
        await bot.Dana.Declares("Logins fail");
        var over = await bot.Alice.Declares("Search is slow");
        await bot.Alice.In(over).Asks("/incident resolve");

        var danas = (await bot.Dana.OpensHome()).ToString();
        var bobs = (await bot.Bob.OpensHome()).ToString();
        await bot.Dana.In(bot.Support).Uses("add_as_task", await bot.Dana.In(bot.Support).Says("call them"));
        await bot.SettlesAsync();
        var form = (await bot.Dana.Form())!.Value.ToString();

        Assert.All(new[] { danas, form }, shown => Assert.Contains("Logins fail", shown, StringComparison.Ordinal));
        Assert.All(new[] { danas, form }, shown => Assert.DoesNotContain("Checkout is failing", shown, StringComparison.Ordinal));
        Assert.DoesNotContain("Search is slow", danas, StringComparison.Ordinal);
        Assert.Contains("Checkout is failing", bobs, StringComparison.Ordinal);
        Assert.Contains("Search is slow", bobs, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_buttons_do_what_they_say()
    {
        await using var bot = await TestBot.StartAsync();
        var over = await bot.Alice.Declares("Logins fail");
        await bot.Alice.In(over).Asks("/incident resolve");
        var home = await bot.Alice.OpensHome();

        await ClickAsync(bot, home, "Waive it");
        await bot.Alice.Submits(("answer", "A drill."));
        await bot.SettlesAsync();
        Assert.False((await bot.Store.IncidentAsync(over)).Review!.IsOwed);

        await ClickAsync(bot, await bot.Alice.OpensHome(), "Declare an incident");
        await bot.Alice.Submits(("title", "Again"));
        await bot.SettlesAsync();
        Assert.Equal("Again", (await bot.Store.IncidentAsync(2)).Title);
    }

    [Fact]
    public async Task Tasks_and_duties_show_at_once_to_whoever_has_looked_before_and_a_press_settles_them()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares("Logins fail");
        await bot.Bob.OpensHome();
        var published = await bot.CallsAsync("views.publish");

        await bot.Alice.In(incident).Asks($"/incident task restart the queue {bot.Bob.Mention}");
        var home = (await bot.Bob.Hands.HomeAsync())!.Value;
        Assert.Contains("restart the queue", home.ToString(), StringComparison.Ordinal);
        await bot.Alice.In(incident).Asks($"/incident commander {bot.Bob.Mention}");
        Assert.Contains("*Yours*", (await bot.Bob.Hands.HomeAsync())!.Value.ToString(), StringComparison.Ordinal);
        await bot.Alice.In(incident).Asks("/incident task 1 done");

        Assert.DoesNotContain("restart the queue", (await bot.Bob.Hands.HomeAsync())!.Value.ToString(), StringComparison.Ordinal);
        Assert.Equal(published + 3, await bot.CallsAsync("views.publish"));
        Assert.Null(await bot.Alice.Hands.HomeAsync());
    }

    private static async Task ClickAsync(TestBot bot, System.Text.Json.JsonElement home, string label)
    {
        var (block, action, _) = Controls.Find(home.GetProperty("blocks"), label);
        await bot.Alice.Hands.ClickInViewAsync(home.GetProperty("id").GetString()!, block, action);
        await bot.SettlesAsync();
    }
}
