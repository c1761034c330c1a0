using System.Net;
using System.Text;
using System.Text.Json;

namespace IncidentBot.Sandbox.Tests.Control;

/// <summary>What people see and may do, and who may drive them.</summary>
public sealed class PeopleTests
{
    [Fact]
    public async Task The_default_workspace_has_people_around_the_world_and_the_channels_of_a_study_platform()
    {
        await using var world = await World.StartAsync();
        var state = await world.Client.StateAsync();
        var people = state.People.Where(person => !person.IsBot).ToList();
        Assert.Equal(6, people.Count);
        Assert.Equal(6, people.Select(person => person.Tz).Distinct().Count());
        Assert.Equal(["ask-study-core", "deployments-pulse", "developers", "general", "incidents"], state.Channels.Select(channel => channel.Name).Order());
        Assert.Equal(["incidents"], state.Channels.Where(channel => channel.Members.Contains(world.Sandbox.BotUserId)).Select(channel => channel.Name));
    }

    [Fact]
    public async Task People_see_their_own_private_channels_only()
    {
        await using var world = await World.StartAsync();
        var hidden = await world.Client.CreateChannelAsync("hidden", [world.Alice.Id], isPrivate: true);
        Assert.Contains((await world.Alice.StateAsync()).Channels, channel => channel.Id == hidden && channel.IsPrivate);
        Assert.DoesNotContain((await world.Bob.StateAsync()).Channels, channel => channel.Id == hidden);
        Assert.Equal("no_such_channel", (await Assert.ThrowsAsync<SandboxException>(() => world.Bob.PostAsync(hidden, "x"))).Code);
    }

    [Fact]
    public async Task People_change_their_own_messages_only()
    {
        await using var world = await World.StartAsync();
        var ts = await world.Alice.PostAsync(world.General, "mine");
        Assert.Equal("not_own_message", (await Assert.ThrowsAsync<SandboxException>(() => world.Bob.EditAsync(world.General, ts, "yours"))).Code);
        Assert.Equal("not_own_message", (await Assert.ThrowsAsync<SandboxException>(() => world.Bob.DeleteAsync(world.General, ts))).Code);
        Assert.Equal("no_such_message", (await Assert.ThrowsAsync<SandboxException>(() => world.Bob.PinAsync(world.General, "1.000001"))).Code);
        Assert.Equal("already_reacted", await TwiceAsync(() => world.Bob.ReactAsync(world.General, ts, "eyes")));
    }

    [Fact]
    public async Task Changes_are_streamed_to_those_who_can_see_them()
    {
        await using var world = await World.StartAsync();
        var hidden = await world.Client.CreateChannelAsync("hidden", [world.Alice.Id], isPrivate: true);
        using var http = new HttpClient { BaseAddress = world.Sandbox.Url };
        using var alice = new StreamReader(await http.GetStreamAsync($"/_sandbox/changes?as={world.Alice.Id}"));
        using var bob = new StreamReader(await http.GetStreamAsync($"/_sandbox/changes?as={world.Bob.Id}"));
        var (aliceStart, bobStart) = (await RevisionAsync(alice), await RevisionAsync(bob));
        await world.Alice.PostAsync(hidden, "psst");
        var seen = await RevisionAsync(alice);
        Assert.True(seen > aliceStart);
        await world.Alice.PostAsync(world.General, "hello");
        Assert.True(await RevisionAsync(bob) > seen);
        Assert.Equal(aliceStart, bobStart);
    }

    [Fact]
    public async Task The_journal_tells_calls_and_deliveries_without_secrets()
    {
        await using var world = await World.StartAsync();
        await world.BotPostAsync(world.Incidents, "x");
        await world.QuietAsync();
        var entries = await world.Client.JournalAsync();
        var call = entries.Single(entry => entry.Method == "chat.postMessage");
        Assert.Equal(("api", 200, "ok"), (call.Direction, call.Status, call.Outcome));
        Assert.Equal("x", call.Args!.Value.GetProperty("text").GetString());
        var delivery = entries.Single(entry => entry.Method == "message");
        Assert.Equal(("delivery", 200, "ok", 0), (delivery.Direction, delivery.Status, delivery.Outcome, delivery.Attempt));
        Assert.Equal("event_callback", delivery.Args!.Value.GetProperty("type").GetString());
        Assert.Empty(await world.Client.JournalAsync(after: entries[^1].N));
        var everything = JsonSerializer.Serialize(entries);
        Assert.DoesNotContain(world.Sandbox.BotToken, everything, StringComparison.Ordinal);
        Assert.DoesNotContain(world.Sandbox.SigningSecret, everything, StringComparison.Ordinal);
        Assert.DoesNotContain("\"token\"", everything, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quiet_waits_for_deliveries_under_way()
    {
        await using var world = await World.StartAsync();
        var done = false;
        world.App.Answer = async (_, _) =>
        {
            await Task.Delay(400);
            done = true;
        };
        await world.Alice.PostAsync(world.Incidents, "x");
        Assert.False(await world.Client.QuietAsync(TimeSpan.FromMilliseconds(50), TimeSpan.FromMilliseconds(100)));
        Assert.True(await world.Client.QuietAsync(TimeSpan.FromMilliseconds(50)));
        Assert.True(done);
    }

    [Fact]
    public async Task Who_comes_under_another_name_or_with_a_plain_form_is_turned_away()
    {
        await using var world = await World.StartAsync();
        using var http = new HttpClient();
        using var stranger = new HttpRequestMessage(HttpMethod.Get, new Uri(world.Sandbox.Url, "/_sandbox/state")) { Headers = { Host = "evil.example" } };
        Assert.Equal(HttpStatusCode.MisdirectedRequest, (await http.SendAsync(stranger)).StatusCode);
        using var form = new StringContent("""{"channel":"C1","text":"x"}""", Encoding.UTF8, "text/plain");
        var refused = await http.PostAsync(new Uri(world.Sandbox.Url, $"/_sandbox/people/{world.Alice.Id}/messages"), form);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
    }

    [Fact]
    public async Task The_page_is_served_with_a_strict_policy()
    {
        await using var world = await World.StartAsync();
        using var http = new HttpClient { BaseAddress = world.Sandbox.Url };
        using var page = await http.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Equal("text/html", page.Content.Headers.ContentType!.MediaType);
        Assert.Contains("script-src 'self'", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("text/css", (await http.GetAsync(new Uri("/page.css", UriKind.Relative))).Content.Headers.ContentType!.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(new Uri("/nothing.js", UriKind.Relative))).StatusCode);
    }

    private static async Task<string> TwiceAsync(Func<Task> act)
    {
        await act();
        return (await Assert.ThrowsAsync<SandboxException>(act)).Code;
    }

    private static async Task<long> RevisionAsync(StreamReader stream)
    {
        var line = "";
        while (!line.StartsWith("data: ", StringComparison.Ordinal))
            line = await stream.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(5)) ?? throw new EndOfStreamException();
        return JsonDocument.Parse(line["data: ".Length..]).RootElement.GetProperty("revision").GetInt64();
    }
}
