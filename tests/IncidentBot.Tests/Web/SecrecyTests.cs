using System.Text.Json;
using System.Text.RegularExpressions;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Web;

/// <summary>Secrets, tokens, addresses that let anybody act and what people write are never logged.</summary>
public sealed partial class SecrecyTests
{
    private const string Words = "Walnut-coloured pelicans";

    [Fact]
    public async Task A_whole_incident_and_every_kind_of_trouble_leave_no_words_and_no_secret_in_the_log()
    {
        await using var bot = await TestBot.StartAsync();
        await PlayAsync(bot);
        await bot.Wire.SendFormAsync(("command", "/incident"), ("text", Words));
        await bot.Wire.SendJsonAsync($$"""{"type":"event_callback","event":{"text":"{{Words}}"} }""");
        await bot.Wire.SendPayloadAsync($$"""{"type":"view_submission","trigger_id":"9.9.9","user":{"id":"U1"},"team":{"id":"{{bot.Sandbox.TeamId}}" },"view":{"id":"V1","callback_id":"question","private_metadata":"{{Words}}","state":{"values":{"answer":{"value":{"type":"plain_text_input","value":"{{Words}}" } } } } } }""");
        await bot.SettlesAsync();

        await KeepsSecretsAsync(bot);
        Assert.Contains(bot.Log.Events, logged => logged.Exception is not null);
    }

    [Fact]
    public async Task Over_sockets_that_come_and_break_neither_do_the_tickets_they_are_opened_with()
    {
        await using var bot = await TestBot.StartOnSocketsAsync();
        await bot.Client.FaultAsync("apps.connections.open", "http_500");
        await bot.Client.SocketsAsync("refresh");
        await PlayAsync(bot);
        await bot.Client.FaultAsync("delivery", "cut", times: 2);
        await bot.Alice.In(bot.General).Says(Words);
        await bot.LaterAsync(TimeSpan.FromMinutes(2));

        var secrets = await KeepsSecretsAsync(bot);
        Assert.Contains(secrets, secret => secret.StartsWith("ticket=", StringComparison.Ordinal));
    }

    private static async Task PlayAsync(TestBot bot)
    {
        var incident = await bot.Alice.Declares(Words);
        var here = bot.Alice.In(incident);
        await bot.Client.FaultAsync("chat.postMessage", "http_500");
        await bot.Client.FaultAsync("chat.update", "invalid_blocks");
        await bot.Client.FaultAsync("response_url", "lost_answer");
        await here.Types($"/incident update {Words}");
        await here.Types($"/incident note 8:15 {Words}");
        await here.Types($"/incident {Words}");
        await here.Captures(Words);
        var entry = (await bot.Store.RecordedAsync(incident))[^1].Number;
        await here.Types($"/incident edit {entry} {Words}, twice");
        await here.Types($"/incident history {entry}");
        await here.Types("/incident timeline");
        await here.Types("/incident resolve");
        await bot.Client.FaultAsync("views.open", "http_500");
        await bot.Alice.Uses("declare_incident");
        await bot.SettlesAsync();
        await bot.LaterAsync(TimeSpan.FromSeconds(2));
        await bot.Alice.Uses("declare_incident");
        await bot.SettlesAsync();
        await bot.Alice.Submits(("title", Words), ("summary", Words));
        await bot.LaterAsync(TimeSpan.FromDays(6));
    }

    private static async Task<IReadOnlyList<string>> KeepsSecretsAsync(TestBot bot)
    {
        var journal = await bot.Client.JournalAsync();
        string[] secrets =
        [
            "pelicans", bot.Sandbox.BotToken, bot.Sandbox.AppToken, bot.Sandbox.SigningSecret, "/response/",
            .. journal.Select(entry => entry.Args).OfType<JsonElement>().SelectMany(args => Trigger().Matches(args.GetRawText())).Select(match => match.Groups[1].Value).Distinct(),
            .. journal.Where(entry => entry.Method == "apps.connections.open").SelectMany(entry => Ticket().Matches(entry.Answer ?? "")).Select(match => match.Value).Distinct(),
        ];
        Assert.True(secrets.Length > 8, "The triggers were not found.");
        Assert.NotEmpty(bot.Log.Lines);
        foreach (var secret in secrets)
            Assert.DoesNotContain(bot.Log.Lines, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase));
        return secrets;
    }

    [GeneratedRegex("\"trigger_id\":\"([^\"]+)\"")]
    private static partial Regex Trigger();

    [GeneratedRegex("ticket=[0-9A-Za-z_-]+")]
    private static partial Regex Ticket();
}
