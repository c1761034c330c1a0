using System.Net;
using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.Tests.WebApi;

/// <summary>How arguments travel, and what a call that is wrong in form gets.</summary>
public sealed class CallingTests
{
    [Fact]
    public async Task Json_is_read_by_methods_that_document_it()
    {
        await using var world = await World.StartAsync();
        var answer = await world.Bot.JsonAsync("chat.postMessage", new() { ["channel"] = world.Incidents, ["text"] = "hello" });
        Assert.Equal("hello", (string?)answer["message"]!["text"]);
        Assert.Null(answer["warning"]);
    }

    [Fact]
    public async Task Json_without_a_charset_earns_a_warning()
    {
        await using var world = await World.StartAsync();
        var answer = await world.Bot.JsonAsync("auth.test", [], "application/json");
        Assert.Equal("missing_charset", (string?)answer["warning"]);
        Assert.Equal("missing_charset", (string?)answer["response_metadata"]!["warnings"]![0]);
    }

    [Theory]
    [InlineData("users.info", "user", "user_not_found")]
    [InlineData("conversations.info", "channel", "channel_not_found")]
    [InlineData("conversations.members", "channel", "channel_not_found")]
    public async Task Json_sent_to_a_form_only_method_loses_its_arguments(string method, string argument, string error)
    {
        await using var world = await World.StartAsync();
        var value = argument == "user" ? world.Alice.Id : world.Incidents;
        Assert.Equal(error, (string?)(await world.Bot.JsonAsync(method, new() { [argument] = value }))["error"]);
        Assert.Null(await world.Bot.ErrorAsync(method, (argument, value)));
        Assert.Null(await world.Bot.ErrorAsync($"{method}?{argument}={value}"));
    }

    [Theory]
    [InlineData("{\"channel\":", "application/json; charset=utf-8", "invalid_json")]
    [InlineData("[1]", "application/json; charset=utf-8", "json_not_object")]
    [InlineData("{}", "application/json; charset=latin1", "invalid_charset")]
    [InlineData("hello", "text/plain", "invalid_post_type")]
    public async Task A_malformed_body_is_named(string body, string contentType, string error)
    {
        await using var world = await World.StartAsync();
        using var response = await world.Bot.SendAsync("chat.postMessage", new ByteArrayContent(System.Text.Encoding.UTF8.GetBytes(body)), contentType);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(error, (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["error"]);
    }

    [Fact]
    public async Task A_body_without_a_content_type_is_named()
    {
        await using var world = await World.StartAsync();
        using var content = new ByteArrayContent("channel=C1"u8.ToArray());
        using var response = await world.Bot.SendAsync("chat.postMessage", content, null);
        Assert.Equal("missing_post_type", (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["error"]);
    }

    [Fact]
    public async Task Multipart_forms_are_read()
    {
        await using var world = await World.StartAsync();
        using var form = new MultipartFormDataContent { { new StringContent(world.Incidents), "channel" }, { new StringContent("hi"), "text" } };
        using var response = await world.Bot.SendAsync("chat.postMessage", form, null);
        Assert.True((bool)JsonNode.Parse(await response.Content.ReadAsStringAsync())!["ok"]!);
    }

    [Theory]
    [InlineData("true", true)]
    [InlineData("1", true)]
    [InlineData("false", false)]
    [InlineData("0", false)]
    public async Task Flags_are_words_or_digits(string flag, bool counted)
    {
        await using var world = await World.StartAsync();
        var answer = await world.Bot.OkAsync("conversations.info", ("channel", world.Incidents), ("include_num_members", flag));
        Assert.Equal(counted, answer["channel"]!["num_members"] is not null);
    }

    [Fact]
    public async Task A_missing_argument_is_named()
    {
        await using var world = await World.StartAsync();
        var answer = await world.Bot.CallAsync("conversations.setTopic", ("channel", world.Incidents));
        Assert.Equal("invalid_arguments", (string?)answer["error"]);
        Assert.Equal("[ERROR] missing required field: topic", (string?)answer["response_metadata"]!["messages"]![0]);
    }

    [Fact]
    public async Task An_unknown_method_is_named_back()
    {
        await using var world = await World.StartAsync();
        var answer = await world.Bot.CallAsync("conversations.frobnicate");
        Assert.Equal("unknown_method", (string?)answer["error"]);
        Assert.Equal("conversations.frobnicate", (string?)answer["req_method"]);
    }

    [Theory]
    [InlineData("calls.add")]
    [InlineData("files.list")]
    [InlineData("conversations.mark")]
    [InlineData("admin.users.list")]
    [InlineData("search.messages")]
    public async Task A_method_that_is_not_modelled_is_a_loud_501(string method)
    {
        await using var world = await World.StartAsync();
        using var response = await world.Bot.SendFormAsync(method);
        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        Assert.Contains(method, await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_argument_that_is_not_modelled_is_a_loud_501()
    {
        await using var world = await World.StartAsync();
        using var response = await world.Bot.SendFormAsync("chat.postMessage", ("channel", world.Incidents), ("text", "x"), ("parse", "full"));
        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        Assert.Contains("parse", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_carry_slacks_headers_and_escaped_slashes()
    {
        await using var world = await World.StartAsync();
        using var good = await world.Bot.SendFormAsync("auth.test");
        Assert.Equal("application/json; charset=utf-8", good.Content.Headers.ContentType!.ToString());
        Assert.Contains("chat:write", good.Headers.GetValues("X-OAuth-Scopes").Single(), StringComparison.Ordinal);
        Assert.True(good.Headers.Contains("X-Slack-Req-Id"));
        Assert.False(good.Headers.Contains("X-Slack-Failure"));
        Assert.Contains("https:\\/\\/", await good.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        using var bad = await world.Bot.SendFormAsync("pins.add", ("channel", "C0"), ("timestamp", "1.000000"));
        Assert.Equal("channel_not_found", bad.Headers.GetValues("X-Slack-Failure").Single());
        Assert.Equal("pins:write", bad.Headers.GetValues("X-Accepted-OAuth-Scopes").Single());
    }
}
