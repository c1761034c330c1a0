using IncidentBot.Messaging;
using IncidentBot.Storage;
using IncidentBot.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Tests.Messaging;

/// <summary>Between an effect being loaded and being tried, what is owed may become another.</summary>
public sealed class StalePayloadTests
{
    [Fact]
    public async Task Words_that_were_redacted_after_the_effect_was_loaded_do_not_go_out()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident take");
        await bot.Client.FaultAsync("chat.postMessage", "internal_error");
        await bot.Alice.In(incident).Asks("/incident note the password is opensesame");
        var loaded = await OwedPostAsync(bot);
        var card = await bot.Alice.In(incident).AsksFor("/incident redact 3 a password");
        await bot.Alice.In(incident).Presses(card, "Redact entry 3");
        await bot.SettlesAsync();

        await TryAsync(bot, loaded);

        Assert.NotEmpty(await bot.ThreadAsync(incident));
        Assert.DoesNotContain(
            await bot.MessagesAsync(incident.Channel),
            message => $"{message.Text} {message.Blocks.GetRawText()}".Contains("opensesame", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_channel_that_got_another_id_after_the_effect_was_loaded_gets_it_all_the_same()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Client.FaultAsync("chat.postMessage", "internal_error");
        await bot.Alice.In(incident).Asks("/incident update We are looking.");
        var loaded = await OwedPostAsync(bot);
        var id = await bot.Alice.Hands.ChangeIdAsync(incident.Channel);
        await bot.SettlesAsync();

        await TryAsync(bot, loaded);

        Assert.Single(await bot.MessagesAsync(id), message => message.Text.StartsWith(":loudspeaker:", StringComparison.Ordinal) && message.Text.Contains("We are looking.", StringComparison.Ordinal));
    }

    private static async Task<OutboxRow> OwedPostAsync(TestBot bot) =>
        (await bot.Store.OutboxAsync()).First(row => row is { State: OutboxState.Owed, Kind: "post-message" });

    /// <summary>As a lane does that loaded it before.</summary>
    private static async Task TryAsync(TestBot bot, OutboxRow loaded)
    {
        await bot.Host.Services.GetRequiredService<OutboxAttempts>().TryAsync(loaded, CancellationToken.None);
        await bot.SettlesAsync();
    }
}
