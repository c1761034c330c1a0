using System.Net;

namespace IncidentBot.Sandbox.Tests.WebApi;

/// <summary>How the app comes into a workspace, and what its page refuses. The rest is said by Slack's own client (tests/Conformance).</summary>
public sealed class AuthorizeTests
{
    private const string Callback = "http://127.0.0.1:1/callback";

    [Theory]
    [InlineData("client_id", "1.1", "invalid_client_id")]
    [InlineData("redirect_uri", "https://elsewhere.example/", "bad_redirect_uri")]
    [InlineData("scope", "chat:write,admin", "invalid_scope")]
    [InlineData("team", "T0OTHER", "invalid_team")]
    public async Task The_page_asks_only_for_what_may_be(string name, string value, string wrong)
    {
        await using var world = await World.StartAsync();
        using var response = await AskAsync(world, (name, value), ("decision", "allow"));
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(wrong, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Addresses_the_manifest_names_are_the_only_ones()
    {
        var manifest = SandboxManifest.Example with { RedirectUrls = ["https://bot.example/slack"] };
        await using var world = await World.StartAsync(new SandboxOptions { Manifest = manifest });
        using var below = await AskAsync(world, ("redirect_uri", "https://bot.example/slack/callback"));
        Assert.Equal(HttpStatusCode.OK, below.StatusCode);
        using var beside = await AskAsync(world, ("redirect_uri", "https://bot.example/slack-other"));
        Assert.Equal(HttpStatusCode.BadRequest, beside.StatusCode);
    }

    [Fact]
    public async Task Who_agrees_is_named_and_the_state_comes_back()
    {
        await using var world = await World.StartAsync();
        using var response = await AskAsync(world, ("decision", "allow"), ("as", world.Bob.Id), ("state", "a state"));
        var back = response.Headers.Location!;
        Assert.Contains("state=a%20state", back.Query, StringComparison.Ordinal);
        var code = back.Query.Split("code=")[1].Split('&')[0];
        using var nobody = new Bot(world.Sandbox.ApiUrl, token: null);
        var access = await nobody.OkAsync(
            "oauth.v2.access", ("client_id", world.Sandbox.ClientId), ("client_secret", world.Sandbox.ClientSecret), ("code", code));
        Assert.Equal(world.Bob.Id, (string?)access["authed_user"]!["id"]);
        Assert.Equal(world.Sandbox.BotToken, (string?)access["access_token"]);
        Assert.Null(access["refresh_token"]);
    }

    private static async Task<HttpResponseMessage> AskAsync(World world, params (string Name, string Value)[] fields)
    {
        var asked = new Dictionary<string, string>
        {
            ["client_id"] = world.Sandbox.ClientId,
            ["redirect_uri"] = Callback,
            ["scope"] = "chat:write,commands",
        };
        foreach (var (name, value) in fields)
            asked[name] = value;
        var query = string.Join('&', asked.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}"));
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false });
        return await http.GetAsync(new Uri($"{world.Sandbox.AuthorizeUrl}?{query}"), TestContext.Current.CancellationToken);
    }
}
