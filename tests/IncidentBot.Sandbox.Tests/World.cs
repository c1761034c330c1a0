using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.Tests;

/// <summary>A fresh workspace with an installed app, two of its people and its bot.</summary>
internal sealed class World : IAsyncDisposable
{
    private World(SandboxServer sandbox, TestApp app, SandboxClient client, SandboxState state)
    {
        Sandbox = sandbox;
        App = app;
        Client = client;
        Bot = new Bot(sandbox.ApiUrl, sandbox.BotToken);
        Alice = client.As(state.People.Single(person => person.Name == "alice").Id);
        Bob = client.As(state.People.Single(person => person.Name == "bob").Id);
        General = state.Channels.Single(channel => channel.Name == "general").Id;
        Incidents = state.Channels.Single(channel => channel.Name == "incidents").Id;
    }

    public SandboxServer Sandbox { get; }

    public TestApp App { get; }

    public SandboxClient Client { get; }

    public Bot Bot { get; }

    public SandboxPerson Alice { get; }

    public SandboxPerson Bob { get; }

    /// <summary>A public channel the bot is not in.</summary>
    public string General { get; }

    /// <summary>A public channel the bot is in.</summary>
    public string Incidents { get; }

    public static async Task<World> StartAsync(SandboxOptions? options = null)
    {
        var sandbox = await SandboxServer.StartAsync(options ?? new SandboxOptions(), TestContext.Current.CancellationToken);
        var app = await TestApp.StartAsync();
        await sandbox.InstallApp(app.Url);
        var client = sandbox.CreateClient();
        return new World(sandbox, app, client, await client.StateAsync());
    }

    /// <summary>Creates a channel as the bot.</summary>
    public async Task<string> BotChannelAsync(string name, bool isPrivate = false) =>
        (string)(await Bot.OkAsync("conversations.create", ("name", name), ("is_private", isPrivate ? "true" : "false")))["channel"]!["id"]!;

    /// <summary>Posts as the bot.</summary>
    public async Task<string> BotPostAsync(string channel, string text) =>
        (string)(await Bot.OkAsync("chat.postMessage", ("channel", channel), ("text", text)))["ts"]!;

    public async Task<Received> EventAsync(string type)
    {
        await QuietAsync();
        return Assert.Single(App.Events(type));
    }

    public async Task QuietAsync() => Assert.True(await Client.QuietAsync(TimeSpan.FromMilliseconds(60)));

    public static JsonArray Blocks(string json) => (JsonArray)JsonNode.Parse(json)!;

    public async ValueTask DisposeAsync()
    {
        Bot.Dispose();
        Client.Dispose();
        await Sandbox.DisposeAsync();
        await App.DisposeAsync();
    }
}
