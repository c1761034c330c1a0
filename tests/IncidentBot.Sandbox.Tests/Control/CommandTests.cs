using Microsoft.AspNetCore.Http;

namespace IncidentBot.Sandbox.Tests.Control;

public sealed class CommandTests
{
    [Fact]
    public async Task A_command_names_person_place_and_words()
    {
        await using var world = await World.StartAsync();
        await world.Alice.CommandAsync(world.General, $"/incident lead {world.Bob.Mention} in <#{world.Incidents}> & more");
        var form = world.App.Received[^1].Form;
        Assert.Equal("/incident", form["command"]);
        Assert.Equal($"lead {world.Bob.Mention} in <#{world.Incidents}|incidents> &amp; more", form["text"]);
        Assert.Equal(
            (world.Alice.Id, "alice", world.General, "general", world.Sandbox.TeamId, "false"),
            (form["user_id"], form["user_name"], form["channel_id"], form["channel_name"], form["team_id"], form["is_enterprise_install"]));
        Assert.StartsWith(world.Sandbox.Url.AbsoluteUri + "response/commands/", form["response_url"], StringComparison.Ordinal);
        Assert.Matches(@"^\d+\.\d+\.[0-9a-f]{32}$", form["trigger_id"]);
    }

    [Fact]
    public async Task Without_should_escape_mentions_arrive_as_typed()
    {
        var manifest = SandboxManifest.Example with { Commands = [new SandboxCommand("/plain", "", "", ShouldEscape: false)] };
        await using var world = await World.StartAsync(new SandboxOptions { Manifest = manifest });
        await world.Alice.CommandAsync(world.General, $"/plain {world.Bob.Mention} in <#{world.Incidents}>");
        Assert.Equal("@bob in #incidents", world.App.Received[^1].Form["text"]);
    }

    [Theory]
    [InlineData("text/plain", "noted", "noted", true)]
    [InlineData("application/json", """{"text":"noted"}""", "noted", true)]
    [InlineData("application/json", """{"text":"noted","response_type":"ephemeral"}""", "noted", true)]
    [InlineData("application/json", """{"text":"noted","response_type":"in_channel"}""", "noted", false)]
    public async Task The_answer_shows_where_it_says(string contentType, string body, string text, bool ephemeral)
    {
        await using var world = await World.StartAsync();
        world.App.Answer = Answer(200, contentType, body);
        Assert.Null((await world.Alice.CommandAsync(world.General, "/incident help")).Error);
        var shown = (await world.Alice.MessagesAsync(world.General))[^1];
        Assert.Equal((text, ephemeral, true), (shown.Text, shown.Ephemeral, shown.IsBot));
        Assert.Equal(ephemeral ? 0 : 2, (await world.Bob.MessagesAsync(world.General)).Count);
    }

    [Fact]
    public async Task In_channel_alone_shows_the_command_to_everybody()
    {
        await using var world = await World.StartAsync();
        world.App.Answer = Answer(200, "application/json", """{"response_type":"in_channel"}""");
        await world.Alice.CommandAsync(world.General, "/incident help");
        var echo = Assert.Single(await world.Bob.MessagesAsync(world.General));
        Assert.Equal((world.Alice.Id, "/incident help"), (echo.User, echo.Text));
    }

    [Fact]
    public async Task An_empty_answer_shows_nothing()
    {
        await using var world = await World.StartAsync();
        await world.Alice.CommandAsync(world.General, "/incident help");
        Assert.Empty(await world.Alice.MessagesAsync(world.General));
    }

    [Theory]
    [InlineData(500, "", "trouble_connecting")]
    [InlineData(404, "", "trouble_connecting")]
    [InlineData(200, """{"blocks":[{"type":"nope"}]}""", "trouble_connecting")]
    [InlineData(200, "{", "trouble_connecting")]
    public async Task A_failure_is_told_to_the_person_alone_by_slackbot(int status, string body, string error)
    {
        await using var world = await World.StartAsync();
        world.App.Answer = Answer(status, "application/json", body);
        Assert.Equal(error, (await world.Alice.CommandAsync(world.General, "/incident help")).Error);
        var told = Assert.Single(await world.Alice.MessagesAsync(world.General));
        Assert.Equal(("USLACKBOT", true), (told.User, told.Ephemeral));
        Assert.Contains("/incident", told.Text, StringComparison.Ordinal);
        Assert.Empty(await world.Bob.MessagesAsync(world.General));
    }

    [Fact]
    public async Task An_app_that_thinks_for_longer_than_three_seconds_times_the_command_out_and_is_not_asked_again()
    {
        await using var world = await World.StartAsync();
        world.App.Answer = async (_, http) => await Task.Delay(3400, http.RequestAborted);
        var delivered = await world.Alice.CommandAsync(world.General, "/incident help");
        Assert.Equal((0, "operation_timeout"), (delivered.Status, delivered.Error));
        Assert.InRange(delivered.LatencyMs, 2900, 3390);
        Assert.Contains("operation_timeout", (await world.Alice.MessagesAsync(world.General)).Single().Text, StringComparison.Ordinal);
        await world.Client.AdvanceAsync(TimeSpan.FromMinutes(10));
        Assert.Single(world.App.Received, received => received.Text.Contains("command=", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Commands_are_refused_where_slack_refuses_them()
    {
        await using var world = await World.StartAsync();
        Assert.Equal("unknown_command", (await RefusedAsync(() => world.Alice.CommandAsync(world.General, "/nonsense"))).Code);
        var hidden = await world.Client.CreateChannelAsync("hidden", [world.Bob.Id], isPrivate: true);
        Assert.Equal("no_such_channel", (await RefusedAsync(() => world.Alice.CommandAsync(hidden, "/incident"))).Code);
        await world.Bob.CommandAsync(hidden, "/incident");
        Assert.Equal("privategroup", world.App.Received[^1].Form["channel_name"]);
    }

    private static Task<SandboxException> RefusedAsync(Func<Task> act) => Assert.ThrowsAsync<SandboxException>(act);

    private static Func<Received, HttpContext, Task> Answer(int status, string contentType, string body) => (_, http) =>
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = contentType;
        return http.Response.WriteAsync(body);
    };
}
