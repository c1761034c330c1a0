using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.Tests.WebApi;

public sealed class PostingTests
{
    [Fact]
    public async Task A_posted_message_comes_back_with_its_author_and_place()
    {
        await using var world = await World.StartAsync();
        var answer = await world.Bot.OkAsync("chat.postMessage", ("channel", world.Incidents), ("text", "hello"));
        var message = answer["message"]!;
        Assert.Equal(world.Incidents, (string?)answer["channel"]);
        Assert.Equal((string?)answer["ts"], (string?)message["ts"]);
        Assert.Equal(world.Sandbox.BotUserId, (string?)message["user"]);
        Assert.Equal(world.Sandbox.BotId, (string?)message["bot_id"]);
        Assert.Equal(world.Sandbox.AppId, (string?)message["app_id"]);
        Assert.Null(message["subtype"]);
        Assert.Matches(@"^\d{10}\.\d{6}$", (string?)answer["ts"]);
    }

    [Theory]
    [InlineData("a & b < c > d", "a &amp; b &lt; c &gt; d")]
    [InlineData("already &amp; done", "already &amp; done")]
    [InlineData("<@U012ABC> <#C012ABC|general> <!here> <https://a.example|x>", "<@U012ABC> <#C012ABC|general> <!here> <https://a.example|x>")]
    [InlineData("see https://a.example/b?c=d&e=f.", "see <https://a.example/b?c=d&amp;e=f>.")]
    [InlineData("www.a.example", "<http://www.a.example|www.a.example>")]
    [InlineData("mail ops@a.example now", "mail <mailto:ops@a.example|ops@a.example> now")]
    [InlineData("done ✅ 🙋", "done :white_check_mark: :raising_hand:")]
    [InlineData("`https://a.example < b`", "`https://a.example &lt; b`")]
    [InlineData("2 < 3 <script>", "2 &lt; 3 &lt;script&gt;")]
    public async Task Text_is_stored_the_way_slack_stores_it(string sent, string stored)
    {
        await using var world = await World.StartAsync();
        var answer = await world.Bot.OkAsync("chat.postMessage", ("channel", world.Incidents), ("text", sent));
        Assert.Equal(stored, (string?)answer["message"]!["text"]);
    }

    [Fact]
    public async Task Timestamps_are_unique_and_grow_within_a_channel()
    {
        await using var world = await World.StartAsync();
        var stamps = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => world.BotPostAsync(world.Incidents, $"n{number}")));
        Assert.Equal(50, stamps.Distinct().Count());
        var history = await world.Bot.OkAsync("conversations.history", ("channel", world.Incidents), ("limit", "50"));
        var listed = ((JsonArray)history["messages"]!).Select(message => (string)message!["ts"]!).ToList();
        Assert.Equal(listed.OrderDescending(StringComparer.Ordinal), listed);
    }

    [Fact]
    public async Task A_user_id_as_channel_opens_the_direct_message()
    {
        await using var world = await World.StartAsync();
        var answer = await world.Bot.OkAsync("chat.postMessage", ("channel", world.Alice.Id), ("text", "psst"));
        var direct = (string)answer["channel"]!;
        Assert.StartsWith("D", direct, StringComparison.Ordinal);
        Assert.Equal("psst", Assert.Single(await world.Alice.MessagesAsync(direct)).Text);
        await Assert.ThrowsAsync<SandboxException>(() => world.Bob.MessagesAsync(direct));
    }

    [Fact]
    public async Task Nothing_to_say_is_no_text_and_endless_text_is_cut_off()
    {
        await using var world = await World.StartAsync();
        Assert.Equal("no_text", await world.Bot.ErrorAsync("chat.postMessage", ("channel", world.Incidents)));
        Assert.Equal("no_text", await world.Bot.ErrorAsync("chat.postMessage", ("channel", world.Incidents), ("text", ""), ("blocks", "[]")));
        var answer = await world.Bot.OkAsync("chat.postMessage", ("channel", world.Incidents), ("text", new string('x', 40_001)));
        Assert.Equal(40_000, ((string)answer["message"]!["text"]!).Length);
    }

    [Fact]
    public async Task Markdown_text_stands_alone_and_becomes_mrkdwn()
    {
        await using var world = await World.StartAsync();
        var answer = await world.Bot.OkAsync("chat.postMessage", ("channel", world.Incidents), ("markdown_text", "**bold** and [here](https://a.example)"));
        Assert.Equal("*bold* and <https://a.example|here>", (string?)answer["message"]!["text"]);
        Assert.Equal("markdown_text_conflict", await world.Bot.ErrorAsync(
            "chat.postMessage", ("channel", world.Incidents), ("text", "x"), ("markdown_text", "y")));
    }

    [Fact]
    public async Task Metadata_is_kept_and_shown_only_to_those_who_ask()
    {
        await using var world = await World.StartAsync();
        var posted = await world.Bot.OkAsync(
            "chat.postMessage", ("channel", world.Incidents), ("text", "x"),
            ("metadata", """{"event_type":"effect","event_payload":{"id":"42"}}"""));
        Assert.Equal("42", (string?)posted["message"]!["metadata"]!["event_payload"]!["id"]);
        var plain = await world.Bot.OkAsync("conversations.history", ("channel", world.Incidents), ("limit", "1"));
        Assert.Null(plain["messages"]![0]!["metadata"]);
        var full = await world.Bot.OkAsync("conversations.history", ("channel", world.Incidents), ("limit", "1"), ("include_all_metadata", "true"));
        Assert.Equal("effect", (string?)full["messages"]![0]!["metadata"]!["event_type"]);
        Assert.Equal("invalid_metadata_format", await world.Bot.ErrorAsync(
            "chat.postMessage", ("channel", world.Incidents), ("text", "x"), ("metadata", "{")));
        Assert.Equal("invalid_metadata_schema", await world.Bot.ErrorAsync(
            "chat.postMessage", ("channel", world.Incidents), ("text", "x"), ("metadata", """{"event_type":7}""")));
    }

    [Fact]
    public async Task A_customised_message_is_a_bot_message_without_a_user()
    {
        await using var world = await World.StartAsync();
        var answer = await world.Bot.OkAsync(
            "chat.postMessage", ("channel", world.Incidents), ("text", "x"), ("username", "Pager"), ("icon_emoji", ":fire:"));
        Assert.Equal("bot_message", (string?)answer["message"]!["subtype"]);
        Assert.Equal("Pager", (string?)answer["message"]!["username"]);
        Assert.Null(answer["message"]!["user"]);
    }

    [Fact]
    public async Task Attachments_are_counted_and_do_not_mix_titles_with_blocks()
    {
        await using var world = await World.StartAsync();
        var one = """{"fallback":"x","text":"y"}""";
        await world.Bot.OkAsync("chat.postMessage", ("channel", world.Incidents), ("attachments", $"[{one}]"));
        Assert.Equal("too_many_attachments", await world.Bot.ErrorAsync(
            "chat.postMessage", ("channel", world.Incidents), ("attachments", $"[{string.Join(',', Enumerable.Repeat(one, 101))}]")));
        Assert.Equal("invalid_attachments", await world.Bot.ErrorAsync(
            "chat.postMessage", ("channel", world.Incidents),
            ("attachments", """[{"title":"t","blocks":[{"type":"divider"}]}]""")));
    }

    [Fact]
    public async Task Posted_blocks_come_back_with_ids_and_default_flags()
    {
        await using var world = await World.StartAsync();
        var answer = await world.Bot.OkAsync(
            "chat.postMessage", ("channel", world.Incidents), ("text", "x"),
            ("blocks", """[{"type":"section","text":{"type":"mrkdwn","text":"*hi*"}},{"type":"divider","block_id":"mine"}]"""));
        var blocks = (JsonArray)answer["message"]!["blocks"]!;
        Assert.False(string.IsNullOrEmpty((string?)blocks[0]!["block_id"]));
        Assert.False((bool)blocks[0]!["text"]!["verbatim"]!);
        Assert.Equal("mine", (string?)blocks[1]!["block_id"]);
    }
}
