using System.Net;
using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.Tests.WebApi;

/// <summary>Where Slack differs between apps, times or sources, the sandbox has a switch.</summary>
public sealed class SwitchTests
{
    [Fact]
    public async Task A_restricted_app_reads_fifteen_messages_once_a_minute()
    {
        await using var world = await World.StartAsync(new SandboxOptions { IsRestrictedApp = true });
        for (var number = 0; number < 20; number++)
            await world.Alice.PostAsync(world.Incidents, $"{number}");
        Assert.Equal(15, (await HistoryAsync(world, "100")).Count);
        using var again = await world.Bot.SendFormAsync("conversations.history", ("channel", world.Incidents));
        Assert.Equal(HttpStatusCode.TooManyRequests, again.StatusCode);
        await world.Bot.OkAsync("auth.test");
        await world.Client.AdvanceAsync(TimeSpan.FromSeconds(61));
        Assert.Single(await HistoryAsync(world, "1"));
    }

    [Fact]
    public async Task Pages_can_be_short()
    {
        await using var world = await World.StartAsync(new SandboxOptions { ShortPages = true });
        for (var number = 0; number < 5; number++)
            await world.Alice.PostAsync(world.Incidents, $"{number}");
        Assert.Equal(2, (await HistoryAsync(world, "4")).Count);
    }

    [Fact]
    public async Task Cursors_can_expire()
    {
        await using var world = await World.StartAsync();
        var page = await world.Bot.OkAsync("users.list", ("limit", "2"));
        var cursor = (string)page["response_metadata"]!["next_cursor"]!;
        await world.Bot.OkAsync("users.list", ("limit", "2"), ("cursor", cursor));
        await world.Client.ExpireCursorsAsync();
        Assert.Equal("invalid_cursor", await world.Bot.ErrorAsync("users.list", ("limit", "2"), ("cursor", cursor)));
        var fresh = (string)(await world.Bot.OkAsync("users.list", ("limit", "2")))["response_metadata"]!["next_cursor"]!;
        await world.Bot.OkAsync("users.list", ("limit", "2"), ("cursor", fresh));
    }

    [Fact]
    public async Task A_bad_trigger_can_be_refused_the_older_way()
    {
        const string View = """{"type":"modal","title":{"type":"plain_text","text":"x"},"blocks":[]}""";
        await using var world = await World.StartAsync(new SandboxOptions { OldTriggerErrors = true });
        Assert.Equal("invalid_arguments", await world.Bot.ErrorAsync("views.open", ("trigger_id", "1.2.x"), ("view", View)));
    }

    [Fact]
    public async Task A_response_url_can_answer_in_plain_text()
    {
        await using var world = await World.StartAsync(new SandboxOptions { PlainResponseUrlAnswers = true });
        await world.Alice.CommandAsync(world.General, "/incident");
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var said = new StringContent("""{"text":"x"}""", System.Text.Encoding.UTF8, "application/json");
        using var response = await http.PostAsync(new Uri(world.App.Received[^1].Form["response_url"]), said, TestContext.Current.CancellationToken);
        Assert.Equal("ok", await response.Content.ReadAsStringAsync());
        Assert.Single(await world.Alice.MessagesAsync(world.General));
    }

    [Fact]
    public async Task A_direct_conversation_is_closed_once_and_opened_by_the_next_message()
    {
        await using var world = await World.StartAsync();
        var direct = (string)(await world.Bot.OkAsync("chat.postMessage", ("channel", world.Alice.Id), ("text", "x")))["channel"]!;
        Assert.Null((await world.Bot.OkAsync("conversations.close", ("channel", direct)))["no_op"]);
        Assert.True((bool)(await world.Bot.OkAsync("conversations.close", ("channel", direct)))["already_closed"]!);
        await world.Alice.PostAsync(direct, "back");
        Assert.Null((await world.Bot.OkAsync("conversations.close", ("channel", direct)))["no_op"]);
        Assert.Equal("method_not_supported_for_channel_type", await world.Bot.ErrorAsync("conversations.close", ("channel", world.Incidents)));
    }

    private static async Task<JsonArray> HistoryAsync(World world, string limit) =>
        (JsonArray)(await world.Bot.OkAsync("conversations.history", ("channel", world.Incidents), ("limit", limit)))["messages"]!;
}
