using System.Text.Json;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Updates;

/// <summary>The form begins with what was said last, whatever was in it, and gives it back as it was.</summary>
public sealed class UpdateFormTests
{
    [Theory]
    [InlineData("<@U00000002> rolled back, see <https://example.com/runbook?a=1&amp;b=2|the runbook>.")]
    [InlineData("<https://example.com/status> &amp; <#C0ABC|general>: 3 &lt; 4 &gt; 2 &amp;amp;")]
    [InlineData("Fünf von 7 & mehr")]
    public async Task Sent_as_it_opens_it_says_the_same(string said)
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks($"/incident update {said}");
        var kept = (await bot.Store.IncidentAsync(incident)).LastUpdate!.Text;

        var opened = Status(await OpensAsync(bot, incident));
        await bot.Alice.Submits(("status", opened));
        await bot.SettlesAsync();

        Assert.DoesNotContain("&lt;", opened, StringComparison.Ordinal);
        var again = await bot.Store.IncidentAsync(incident);
        Assert.Equal((kept, kept), (again.LastUpdate!.Text, again.LastUpdate.Parts!.Status));
        Assert.Equal(2, (await bot.SaidInAsync(incident)).Count);
    }

    [Fact]
    public async Task What_would_ring_for_everybody_is_words_when_it_is_typed_into_a_field()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await OpensAsync(bot, incident);

        await bot.Alice.Submits(("status", "<!channel> <!subteam^S0ABC> <javascript:x> look, <@U00000002>"));
        await bot.SettlesAsync();

        Assert.Equal("&lt;!channel&gt; &lt;!subteam^S0ABC&gt; &lt;javascript:x&gt; look, <@U00000002>", (await bot.Store.IncidentAsync(incident)).LastUpdate!.Text);
    }

    [Fact]
    public async Task As_much_as_a_field_holds_is_filled_in_whole_and_more_is_said_above_it()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var fits = new string('x', 3_000);
        await OpensAsync(bot, incident);
        await bot.Alice.Submits(("status", fits));
        await bot.SettlesAsync();

        var form = await OpensAsync(bot, incident);
        Assert.Equal(fits, Status(form));
        Assert.DoesNotContain("is left empty", form.ToString(), StringComparison.Ordinal);

        await bot.Alice.In(incident).Asks($"/incident update {fits}y");
        form = await OpensAsync(bot, incident);

        Assert.Equal("", Status(form));
        Assert.Contains("has 3001 characters here, and this field holds 3000: it is left empty", form.ToString(), StringComparison.Ordinal);
    }

    private static async Task<JsonElement> OpensAsync(TestBot bot, TestIncident incident)
    {
        await bot.Alice.In(incident).Types("/incident update");
        await bot.SettlesAsync();
        return (await bot.Alice.Form())!.Value;
    }

    private static string Status(JsonElement form) =>
        form.GetProperty("blocks").EnumerateArray().Single(block => block.TryGetProperty("block_id", out var id) && id.GetString() == "status").GetProperty("element")
            .TryGetProperty("initial_value", out var value) ? value.GetString()! : "";
}
