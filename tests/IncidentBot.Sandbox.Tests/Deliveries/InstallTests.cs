using Microsoft.AspNetCore.Http;

namespace IncidentBot.Sandbox.Tests.Deliveries;

public sealed class InstallTests
{
    [Theory]
    [InlineData("text/plain", "{0}")]
    [InlineData("application/json", "{{\"challenge\":\"{0}\"}}")]
    [InlineData("application/x-www-form-urlencoded", "challenge={0}")]
    public async Task A_challenge_may_be_echoed_in_three_ways(string contentType, string form)
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions());
        await using var app = await EchoAsync(contentType, challenge => string.Format(System.Globalization.CultureInfo.InvariantCulture, form, challenge));
        await sandbox.InstallApp(app.Url);
    }

    [Theory]
    [InlineData("text/plain", "something else")]
    [InlineData("application/json", "{}")]
    [InlineData("application/json", "not json")]
    public async Task An_address_that_does_not_echo_is_not_registered(string contentType, string answer)
    {
        await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions());
        await using var app = await EchoAsync(contentType, _ => answer);
        await Assert.ThrowsAsync<InvalidOperationException>(() => sandbox.InstallApp(app.Url));
        await Assert.ThrowsAsync<InvalidOperationException>(() => sandbox.InstallApp(new Uri("http://127.0.0.1:1/")));
        using var client = sandbox.CreateClient();
        var person = await client.AsNamedAsync("alice");
        var channel = (await person.StateAsync()).Channels[0].Id;
        Assert.Equal("trouble_connecting", (await person.CommandAsync(channel, "/incident")).Error);
    }

    [Fact]
    public async Task A_refused_address_leaves_the_one_before()
    {
        await using var world = await World.StartAsync();
        await using var mute = await EchoAsync("text/plain", _ => "something else");
        var refused = await Assert.ThrowsAsync<SandboxException>(() => world.Client.InstallAppAsync(mute.Url));
        Assert.Equal("challenge_not_echoed", refused.Code);
        await world.Alice.PostAsync(world.Incidents, "still heard");
        await world.EventAsync("message");
    }

    [Fact]
    public async Task Commands_and_buttons_may_have_addresses_of_their_own()
    {
        await using var world = await World.StartAsync();
        await world.Client.InstallAppAsync(
            new Uri(world.App.Url, "slack/event"), new Uri(world.App.Url, "slack/command"), new Uri(world.App.Url, "slack/action"));
        await world.Alice.CommandAsync(world.General, "/incident");
        await world.Alice.ShortcutAsync("declare_incident");
        await world.Alice.PostAsync(world.Incidents, "x");
        await world.QuietAsync();
        Assert.Equal(
            ["/slack/action", "/slack/command", "/slack/event"],
            world.App.Received.TakeLast(3).Select(received => received.Path).Order());
    }

    [Fact]
    public async Task The_probe_is_a_form_that_says_ssl_check()
    {
        await using var world = await World.StartAsync();
        Assert.Equal(200, (await world.Client.ProbeAppAsync()).Status);
        Assert.Equal("1", world.App.Received[^1].Form["ssl_check"]);
    }

    private static async Task<TestApp> EchoAsync(string contentType, Func<string, string> answer)
    {
        var app = await TestApp.StartAsync();
        app.AnswersChallenges = false;
        app.Answer = (received, http) =>
        {
            http.Response.ContentType = contentType;
            return http.Response.WriteAsync(answer((string)received.Json["challenge"]!));
        };
        return app;
    }
}
