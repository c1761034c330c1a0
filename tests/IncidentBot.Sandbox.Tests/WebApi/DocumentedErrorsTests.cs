using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using IncidentBot.Sandbox.WebApi;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.Tests.WebApi;

/// <summary>Whatever a bot sends, the sandbox answers ok, a code Slack documents for the method, or an honest 501.</summary>
public sealed class DocumentedErrorsTests
{
    public static TheoryData<string> Methods => [.. ApiMethods.All.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task No_call_gets_a_code_slack_does_not_document(string method)
    {
        await using var world = await World.StartAsync();
        var random = new Random(20240601);
        var values = await ValuesAsync(world);
        var facts = MethodFacts.All[method];
        var codes = new HashSet<string>();
        for (var round = 0; round < 150; round++)
        {
            var fields = ApiMethods.All[method].Arguments.Where(_ => random.Next(8) > 0)
                .Select(argument => (argument, Value(values, argument, random))).ToArray();
            using var response = await world.Bot.SendFormAsync(method, fields);
            var text = await response.Content.ReadAsStringAsync();
            var sent = string.Join(' ', fields);
            Assert.True(response.StatusCode == HttpStatusCode.OK, $"{(int)response.StatusCode} {text} <- {sent}");
            var answer = JsonNode.Parse(text)!;
            if ((bool)answer["ok"]!)
                continue;
            codes.Add((string)answer["error"]!);
        }

        Assert.All(codes, code => Assert.True(facts.Errors.Contains(code) || MethodFacts.CommonErrors.Contains(code), code));
        Assert.True(method == "auth.test" || codes.Count > 0, "No call of this method was refused.");
    }

    [Fact]
    public async Task A_code_that_is_not_documented_turns_into_a_501()
    {
        await using var world = await World.StartAsync();
        Assert.DoesNotContain("no_such_code", MethodFacts.All["auth.test"].Errors);
        var answer = ApiEndpoint.Refused("auth.test", MethodFacts.All["auth.test"], new Refusal("no_such_code"));
        Assert.Equal(501, answer.Status);
        Assert.Equal("invalid_auth", ApiEndpoint.Refused("auth.test", MethodFacts.All["auth.test"], new Refusal("invalid_auth")).Outcome);
    }

    [Fact]
    public void Every_modelled_argument_is_a_documented_one() => Assert.All(
        ApiMethods.All.Values,
        method => Assert.All(method.Arguments, argument => Assert.Contains(argument, MethodFacts.All[method.Name].Arguments.Keys)));

    private static async Task<Dictionary<string, string[]>> ValuesAsync(World world)
    {
        var archived = await world.BotChannelAsync("archived");
        await world.Bot.OkAsync("conversations.archive", ("channel", archived));
        var hidden = await world.Client.CreateChannelAsync("hidden", [world.Alice.Id], isPrivate: true);
        var secret = await world.BotChannelAsync("secret", isPrivate: true);
        var direct = (string)(await world.Bot.OkAsync("chat.postMessage", ("channel", world.Alice.Id), ("text", "x")))["channel"]!;
        var theirs = await world.Alice.PostAsync(world.Incidents, "theirs");
        var ours = await world.BotPostAsync(world.Incidents, "ours");
        var reply = await world.Alice.PostAsync(world.Incidents, "reply", theirs);
        var group = await world.Client.CreateUserGroupAsync("On call", "on-call", [world.Alice.Id]);
        var canvas = (string)(await world.Bot.OkAsync("canvases.create", ("title", "x")))["canvas_id"]!;
        var now = world.Sandbox.Clock.GetUtcNow().ToUnixTimeSeconds();
        var soon = string.Create(CultureInfo.InvariantCulture, $"{now + 3600}");
        var scheduled = (string)(await world.Bot.OkAsync("chat.scheduleMessage", ("channel", world.Incidents), ("post_at", soon), ("text", "x")))["scheduled_message_id"]!;
        string[] channels = [world.Incidents, world.Incidents, world.General, archived, hidden, secret, direct, "C0NOWHERE", ""];
        string[] stamps = [theirs, ours, ours, reply, "1.000001", "soon", ""];
        string[] users = [world.Alice.Id, $"{world.Alice.Id},{world.Bob.Id}", world.Sandbox.BotUserId, "USLACKBOT", "U0NOBODY", ""];
        return new Dictionary<string, string[]>
        {
            ["channel"] = [.. channels, world.Bob.Id],
            ["channel_id"] = channels,
            ["ts"] = stamps,
            ["timestamp"] = stamps,
            ["message_ts"] = stamps,
            ["thread_ts"] = stamps,
            ["oldest"] = stamps,
            ["latest"] = stamps,
            ["user"] = users,
            ["users"] = users,
            ["user_id"] = users,
            ["name"] = ["eyes", "+1", "new-name", "another", "UPPER", "---", "", "nope nope", new string('x', 81)],
            ["blocks"] = ["[]", "{}", "[", """[{"type":"divider"}]""", """[{"type":"nope"}]"""],
            ["attachments"] = ["[]", "{", """[{"text":"x"}]""", """["x"]"""],
            ["metadata"] = ["{}", "[", "[]", """{"event_type":"x","event_payload":{}}"""],
            ["view"] = ["{}", "[", """{"type":"home","blocks":[]}""", """{"type":"modal","title":{"type":"plain_text","text":"x"},"blocks":[]}"""],
            ["limit"] = ["1", "0", "-1", "100000", "many", ""],
            ["cursor"] = ["", "", "", "!", "b2Zmc2V0OjE=", "bmV4dF90czoxIA=="],
            ["types"] = ["", "public_channel", "private_channel,im", "clubs"],
            ["type"] = ["link", "song"],
            ["link"] = ["https://a.example", "nope"],
            ["emoji"] = ["", ":memo:", "memo", ":nope:"],
            ["post_at"] = [soon, string.Create(CultureInfo.InvariantCulture, $"{now}"), "99999999999", "soon"],
            ["scheduled_message_id"] = [scheduled, scheduled, "Q1"],
            ["usergroup"] = [group, group, group, "S0NOWHERE", ""],
            ["handle"] = ["on-call", "alice", "others", "Not Good", "here", ""],
            ["canvas_id"] = [canvas, canvas, canvas, "F0NOWHERE", ""],
            ["document_content"] = ["""{"type":"markdown","markdown":"# x"}""", """{"type":"markdown","markdown":"1. x\n   - y"}""", "{}", "["],
            ["changes"] = ["""[{"operation":"insert_at_end","document_content":{"type":"markdown","markdown":"x"}}]""", """[{"operation":"delete","section_id":"x"}]""", """[{"operation":"nope"}]""", "[]", "{"],
            ["criteria"] = ["""{"contains_text":"x"}""", """{"section_types":["h9"]}""", "{}", "["],
            ["client_id"] = [world.Sandbox.ClientId, world.Sandbox.ClientId, "1.1"],
            ["client_secret"] = [world.Sandbox.ClientSecret, "x"],
            ["grant_type"] = ["", "refresh_token", "password"],
        };
    }

    private static string Value(Dictionary<string, string[]> values, string argument, Random random)
    {
        var choices = values.GetValueOrDefault(argument, ["", "x", "true", "0", new string('y', 300)]);
        return choices[random.Next(choices.Length)];
    }
}
