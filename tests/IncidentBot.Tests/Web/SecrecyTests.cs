using IncidentBot.TestKit;

namespace IncidentBot.Tests.Web;

/// <summary>Secrets, tokens and what people write are never logged.</summary>
public sealed class SecrecyTests
{
    private const string Words = "Walnut-coloured pelicans";

    [Fact]
    public async Task A_whole_incident_and_every_kind_of_trouble_leave_no_words_and_no_secret_in_the_log()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares(Words);
        var here = bot.Alice.In(incident);
        await bot.Client.FaultAsync("chat.postMessage", "http_500");
        await bot.Client.FaultAsync("chat.update", "invalid_blocks");
        await bot.Client.FaultAsync("response_url", "lost_answer");
        await here.Types($"/incident update {Words}");
        await here.Types($"/incident note 8:15 {Words}");
        await here.Types($"/incident {Words}");
        await here.Reacts(await here.Says(Words), "pushpin");
        await here.Types("/incident resolve");
        await bot.Alice.Uses("declare_incident");
        await bot.SettlesAsync();
        await bot.Alice.Submits(("title", Words), ("summary", Words));
        await bot.LaterAsync(TimeSpan.FromDays(6));
        await bot.Wire.SendFormAsync(("command", "/incident"), ("text", Words));
        await bot.Wire.SendJsonAsync($$"""{"type":"event_callback","event":{"text":"{{Words}}"} }""");
        await bot.Wire.SendPayloadAsync($$"""{"type":"view_submission","trigger_id":"9.9.9","user":{"id":"U1"},"team":{"id":"{{bot.Sandbox.TeamId}}" },"view":{"id":"V1","callback_id":"question","private_metadata":"{{Words}}","state":{"values":{"answer":{"value":{"type":"plain_text_input","value":"{{Words}}" } } } } } }""");
        await bot.SettlesAsync();

        Assert.NotEmpty(bot.Log.Lines);
        Assert.Contains(bot.Log.Events, logged => logged.Exception is not null);
        foreach (var secret in new[] { "pelicans", bot.Sandbox.BotToken, bot.Sandbox.SigningSecret, "/response/" })
            Assert.DoesNotContain(bot.Log.Lines, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase));
    }
}
