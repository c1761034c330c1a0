using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Blocks;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.Tests.Blocks;

/// <summary>Each limit of Block Kit, at the limit and one over (Slack docs: Block Kit reference).</summary>
public sealed class MessageBlockTests
{
    /// <summary>A block whose size is one number; the largest allowed number; the pointer that names the fault.</summary>
    public static TheoryData<string, int, string> Limits => new()
    {
        { """{"type":"section","text":{"type":"mrkdwn","text":"#"}}""", 3000, "/blocks/0/text/text" },
        { """{"type":"section","fields":[{"type":"plain_text","text":"#"}]}""", 2000, "/blocks/0/fields/0/text" },
        { """{"type":"header","text":{"type":"plain_text","text":"#"}}""", 150, "/blocks/0/text/text" },
        { """{"type":"divider","block_id":"#"}""", 255, "/blocks/0/block_id" },
        { """{"type":"image","image_url":"https://a.example/#","alt_text":"x"}""", 3000 - 18, "/blocks/0/image_url" },
        { """{"type":"image","image_url":"https://a.example","alt_text":"#"}""", 2000, "/blocks/0/alt_text" },
        { """{"type":"markdown","text":"#"}""", 12_000, "/blocks/0/text" },
        { Button("""{"type":"button","action_id":"a","text":{"type":"plain_text","text":"#"}}"""), 75, "/blocks/0/elements/0/text/text" },
        { Button("""{"type":"button","action_id":"a","text":{"type":"plain_text","text":"x"},"value":"#"}"""), 2000, "/blocks/0/elements/0/value" },
        { Button("""{"type":"button","action_id":"#","text":{"type":"plain_text","text":"x"}}"""), 255, "/blocks/0/elements/0/action_id" },
        { Button("""{"type":"button","action_id":"a","text":{"type":"plain_text","text":"x"},"url":"https://a.example/#"}"""), 3000 - 18, "/blocks/0/elements/0/url" },
        { Button(Confirmed("""{"title":{"type":"plain_text","text":"#"},"text":{"type":"mrkdwn","text":"x"}}""")), 100, "/blocks/0/elements/0/confirm/title/text" },
        { Button(Confirmed("""{"title":{"type":"plain_text","text":"x"},"text":{"type":"mrkdwn","text":"#"}}""")), 300, "/blocks/0/elements/0/confirm/text/text" },
        { Button(Confirmed("""{"title":{"type":"plain_text","text":"x"},"text":{"type":"mrkdwn","text":"y"},"confirm":{"type":"plain_text","text":"#"}}""")), 30, "/blocks/0/elements/0/confirm/confirm/text" },
        { Button("""{"type":"static_select","action_id":"a","placeholder":{"type":"plain_text","text":"#"},"options":[{"text":{"type":"plain_text","text":"x"},"value":"y"}]}"""), 150, "/blocks/0/elements/0/placeholder/text" },
        { Button("""{"type":"static_select","action_id":"a","options":[{"text":{"type":"plain_text","text":"#"},"value":"y"}]}"""), 75, "/blocks/0/elements/0/options/0/text/text" },
        { Button("""{"type":"static_select","action_id":"a","options":[{"text":{"type":"plain_text","text":"x"},"value":"#"}]}"""), 150, "/blocks/0/elements/0/options/0/value" },
        { Button("""{"type":"static_select","action_id":"a","options":[{"text":{"type":"plain_text","text":"x"},"value":"y","description":{"type":"plain_text","text":"#"}}]}"""), 75, "/blocks/0/elements/0/options/0/description/text" },
        { """{"type":"input","label":{"type":"plain_text","text":"#"},"element":{"type":"plain_text_input","action_id":"a"}}""", 2000, "/blocks/0/label/text" },
        { """{"type":"input","label":{"type":"plain_text","text":"x"},"hint":{"type":"plain_text","text":"#"},"element":{"type":"plain_text_input","action_id":"a"}}""", 2000, "/blocks/0/hint/text" },
        { """{"type":"input","label":{"type":"plain_text","text":"x"},"element":{"type":"plain_text_input","action_id":"a","initial_value":"#"}}""", 3000, "/blocks/0/element/initial_value" },
    };

    /// <summary>A block that repeats one item; the largest allowed count; the pointer that names the fault.</summary>
    public static TheoryData<string, string, int, string> Counts => new()
    {
        { """[#]""", """{"type":"divider"}""", 50, "/blocks" },
        { """[{"type":"section","fields":[#]}]""", """{"type":"plain_text","text":"x"}""", 10, "/blocks/0/fields" },
        { """[{"type":"context","elements":[#]}]""", """{"type":"mrkdwn","text":"x"}""", 10, "/blocks/0/elements" },
        { """[{"type":"actions","elements":[#]}]""", """{"type":"button","text":{"type":"plain_text","text":"x"}}""", 25, "/blocks/0/elements" },
        { """[{"type":"actions","elements":[{"type":"static_select","options":[#]}]}]""", """{"text":{"type":"plain_text","text":"x"},"value":"y"}""", 100, "/blocks/0/elements/0/options" },
        { """[{"type":"actions","elements":[{"type":"overflow","options":[#]}]}]""", """{"text":{"type":"plain_text","text":"x"},"value":"y"}""", 5, "/blocks/0/elements/0/options" },
        { """[{"type":"actions","elements":[{"type":"checkboxes","options":[#]}]}]""", """{"text":{"type":"plain_text","text":"x"},"value":"y"}""", 10, "/blocks/0/elements/0/options" },
        { """[{"type":"actions","elements":[{"type":"radio_buttons","options":[#]}]}]""", """{"text":{"type":"plain_text","text":"x"},"value":"y"}""", 10, "/blocks/0/elements/0/options" },
    };

    [Theory]
    [MemberData(nameof(Limits))]
    public void A_text_may_have_its_limit_and_not_one_more_and_not_be_empty(string block, int limit, string pointer)
    {
        Assert.Empty(Complaints($"[{Filled(block, limit)}]"));
        Assert.Equal($"must be less than {limit + 1 + Extra(block)} characters [json-pointer:{pointer}]", Assert.Single(Complaints($"[{Filled(block, limit + 1)}]")));
        if (!block.Contains("initial_value", StringComparison.Ordinal) && Extra(block) == 0)
            Assert.Contains($"must be more than 0 characters [json-pointer:{pointer}]", Complaints($"[{Filled(block, 0)}]"));
    }

    [Theory]
    [MemberData(nameof(Counts))]
    public void A_list_may_have_its_limit_and_not_one_more(string blocks, string item, int limit, string pointer)
    {
        Assert.Empty(Complaints(Repeated(blocks, item, limit)));
        Assert.Equal([$"no more than {limit} items allowed [json-pointer:{pointer}]"], Complaints(Repeated(blocks, item, limit + 1)));
    }

    [Theory]
    [InlineData("""[{"type":"section"}]""", "missing required field: text [json-pointer:/blocks/0]")]
    [InlineData("""[{"type":"banner"}]""", "unsupported type: banner [json-pointer:/blocks/0/type]")]
    [InlineData("""[{"text":"x"}]""", "missing required field: type [json-pointer:/blocks/0]")]
    [InlineData("""["x"]""", "must be an object [json-pointer:/blocks/0]")]
    [InlineData("""[{"type":"divider","color":"red"}]""", "invalid additional property: color [json-pointer:/blocks/0]")]
    [InlineData("""[{"type":"section","text":{"type":"mrkdwn","text":"x","emoji":true}}]""", "invalid additional property: emoji [json-pointer:/blocks/0/text]")]
    [InlineData("""[{"type":"header","text":{"type":"mrkdwn","text":"x"}}]""", "unsupported type: mrkdwn [json-pointer:/blocks/0/text/type]")]
    [InlineData("""[{"type":"actions","elements":[{"type":"button","text":{"type":"mrkdwn","text":"x"}}]}]""", "unsupported type: mrkdwn [json-pointer:/blocks/0/elements/0/text/type]")]
    [InlineData("""[{"type":"actions","elements":[]}]""", "must provide at least 1 items [json-pointer:/blocks/0/elements]")]
    [InlineData("""[{"type":"actions","elements":[{"type":"plain_text_input"}]}]""", "unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]")]
    [InlineData("""[{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"x"},"style":"green"}]}]""", "must be one of: primary, danger [json-pointer:/blocks/0/elements/0/style]")]
    [InlineData("""[{"type":"divider","block_id":"a"},{"type":"divider","block_id":"a"}]""", "`block_id` a is already used [json-pointer:/blocks/1/block_id]")]
    [InlineData("""[{"type":"input","label":{"type":"plain_text","text":"x"},"element":{"type":"rich_text_input","action_id":"a"}}]""", "unsupported type: rich_text_input [json-pointer:/blocks/0/element/type]")]
    [InlineData("""[{"type":"input","label":{"type":"plain_text","text":"x"},"element":{"type":"button","text":{"type":"plain_text","text":"x"}}}]""", "unsupported type: button [json-pointer:/blocks/0/element/type]")]
    [InlineData("""[{"type":"input","label":{"type":"plain_text","text":"x"},"element":{"type":"datepicker","initial_date":"tomorrow"}}]""", "must be a date YYYY-MM-DD [json-pointer:/blocks/0/element/initial_date]")]
    public void A_malformed_block_is_named_by_its_pointer(string blocks, string complaint) => Assert.Equal([complaint], Complaints(blocks));

    [Fact]
    public void Action_ids_are_unique_within_a_block_only()
    {
        const string Twice = """{"type":"actions","elements":[{"type":"button","action_id":"a","text":{"type":"plain_text","text":"x"}},{"type":"button","action_id":"a","text":{"type":"plain_text","text":"y"}}]}""";
        const string Once = """{"type":"actions","elements":[{"type":"button","action_id":"a","text":{"type":"plain_text","text":"x"}}]}""";
        Assert.Equal(["`action_id` a is already used in this block [json-pointer:/blocks/0/elements/1/action_id]"], Complaints($"[{Twice}]"));
        Assert.Empty(Complaints($"[{Once},{Once}]"));
    }

    [Fact]
    public void An_initial_option_matches_letter_for_letter()
    {
        const string Select = """[{"type":"actions","elements":[{"type":"static_select","options":[{"text":{"type":"plain_text","text":"One"},"value":"1"}],"initial_option":{"text":{"type":"plain_text","text":"#"},"value":"1"}}]}]""";
        Assert.Empty(Complaints(Select.Replace("#", "One", StringComparison.Ordinal)));
        Assert.Equal(
            ["`initial_option` must match one of the options exactly [json-pointer:/blocks/0/elements/0/initial_option]"],
            Complaints(Select.Replace("#", "one", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("""[{"type":"video"}]""")]
    [InlineData("""[{"type":"actions","elements":[{"type":"workflow_button"}]}]""")]
    public void What_is_real_and_not_modelled_is_said(string blocks) => Assert.Throws<NotModelled>(() => Complaints(blocks));

    [Fact]
    public async Task Complaints_travel_as_errors_and_as_messages()
    {
        await using var world = await World.StartAsync();
        var answer = await world.Bot.CallAsync("chat.postMessage", ("channel", world.Incidents), ("text", "x"), ("blocks", """[{"type":"section"}]"""));
        Assert.Equal("invalid_blocks", (string?)answer["error"]);
        Assert.Equal("missing required field: text [json-pointer:/blocks/0]", (string?)answer["errors"]![0]);
        Assert.Equal("[ERROR] missing required field: text [json-pointer:/blocks/0]", (string?)answer["response_metadata"]!["messages"]![0]);
        Assert.Equal("invalid_blocks_format", await world.Bot.ErrorAsync("chat.postMessage", ("channel", world.Incidents), ("blocks", "[{")));
        Assert.Equal("invalid_blocks_format", await world.Bot.ErrorAsync("chat.postMessage", ("channel", world.Incidents), ("blocks", "{}")));
    }

    private static string Button(string element) => $$"""{"type":"actions","elements":[{{element}}]}""";

    private static string Confirmed(string confirm) =>
        $$"""{"type":"button","action_id":"a","text":{"type":"plain_text","text":"x"},"confirm":{{confirm}}}""";

    private static string Filled(string block, int length) => block.Replace("#", new string('é', length), StringComparison.Ordinal);

    private static int Extra(string block) => block.Contains("https://a.example/#", StringComparison.Ordinal) ? 18 : 0;

    private static string Repeated(string blocks, string item, int count) =>
        blocks.Replace("#", string.Join(',', Enumerable.Repeat(item, count)), StringComparison.Ordinal);

    private static IReadOnlyList<string> Complaints(string blocks)
    {
        var checker = new Checker(Surface.Message);
        BlockShapes.Check(checker, (JsonArray)JsonNode.Parse(blocks)!, "/blocks", 50);
        return checker.Messages;
    }
}
