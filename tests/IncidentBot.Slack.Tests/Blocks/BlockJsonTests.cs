using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Slack.Blocks;
using Xunit;

namespace IncidentBot.Slack.Tests.Blocks;

public sealed class BlockJsonTests
{
    public static TheoryData<Block, string> Blocks => new()
    {
        {
            new SectionBlock
            {
                BlockId = "head",
                Text = new Markdown("*Pump* stopped"),
                Fields = [new Markdown("*Lead*\nMira"), new PlainText("SEV2")],
                Accessory = new Button
                {
                    ActionId = "close",
                    Text = "Close",
                    Value = "close",
                    Url = "https://example.com/",
                    Style = ButtonStyle.Danger,
                    Confirm = new ConfirmationDialog { Title = "Sure?", Text = new Markdown("It _ends_."), Confirm = "Yes", Deny = "No" },
                },
            },
            """
            {"type":"section","text":{"type":"mrkdwn","text":"*Pump* stopped"},
             "fields":[{"type":"mrkdwn","text":"*Lead*\nMira"},{"type":"plain_text","emoji":true,"text":"SEV2"}],
             "accessory":{"type":"button","text":{"type":"plain_text","emoji":true,"text":"Close"},"value":"close","url":"https://example.com/","style":"danger",
              "confirm":{"title":{"type":"plain_text","emoji":true,"text":"Sure?"},"text":{"type":"mrkdwn","text":"It _ends_."},
               "confirm":{"type":"plain_text","emoji":true,"text":"Yes"},"deny":{"type":"plain_text","emoji":true,"text":"No"}},"action_id":"close"},
             "block_id":"head"}
            """
        },
        { new HeaderBlock { Text = "Größe > 3" }, """{"type":"header","text":{"type":"plain_text","emoji":true,"text":"Größe > 3"}}""" },
        { new DividerBlock(), """{"type":"divider"}""" },
        { new ContextBlock { Elements = [new Markdown("small")] }, """{"type":"context","elements":[{"type":"mrkdwn","text":"small"}]}""" },
        {
            new ActionsBlock
            {
                Elements =
                [
                    new Button { ActionId = "a", Text = new PlainText { Text = "Go", Emoji = false }, Style = ButtonStyle.Primary },
                    new StaticSelectMenu { ActionId = "b", Options = [Some("SEV1", "1"), Some("SEV2", "2")], InitialOption = Some("SEV2", "2"), Placeholder = "Severity" },
                    new UserSelectMenu { ActionId = "c", InitialUser = "U1", Placeholder = "Who" },
                    new OverflowMenu { ActionId = "d", Options = [Some("More", "more")] },
                ],
            },
            """
            {"type":"actions","elements":[
             {"type":"button","text":{"type":"plain_text","emoji":false,"text":"Go"},"style":"primary","action_id":"a"},
             {"type":"static_select","options":[{"text":{"type":"plain_text","emoji":true,"text":"SEV1"},"value":"1"},{"text":{"type":"plain_text","emoji":true,"text":"SEV2"},"value":"2"}],
              "initial_option":{"text":{"type":"plain_text","emoji":true,"text":"SEV2"},"value":"2"},"placeholder":{"type":"plain_text","emoji":true,"text":"Severity"},"action_id":"b"},
             {"type":"users_select","initial_user":"U1","placeholder":{"type":"plain_text","emoji":true,"text":"Who"},"action_id":"c"},
             {"type":"overflow","options":[{"text":{"type":"plain_text","emoji":true,"text":"More"},"value":"more"}],"action_id":"d"}]}
            """
        },
        {
            new InputBlock
            {
                BlockId = "why",
                Label = "Why",
                Hint = "In short",
                Optional = true,
                Element = new PlainTextInput { ActionId = "text", Multiline = true, MinLength = 0, MaxLength = 300, InitialValue = "because", Placeholder = "…" },
            },
            """
            {"type":"input","label":{"type":"plain_text","emoji":true,"text":"Why"},
             "element":{"type":"plain_text_input","multiline":true,"min_length":0,"max_length":300,"initial_value":"because","placeholder":{"type":"plain_text","emoji":true,"text":"…"},"action_id":"text"},
             "hint":{"type":"plain_text","emoji":true,"text":"In short"},"optional":true,"block_id":"why"}
            """
        },
        {
            new InputBlock { Label = "Extras", Element = new CheckboxGroup { ActionId = "x", Options = [Some("Page", "page")], InitialOptions = [Some("Page", "page")] } },
            """
            {"type":"input","label":{"type":"plain_text","emoji":true,"text":"Extras"},"element":{"type":"checkboxes","options":[{"text":{"type":"plain_text","emoji":true,"text":"Page"},"value":"page"}],
             "initial_options":[{"text":{"type":"plain_text","emoji":true,"text":"Page"},"value":"page"}],"action_id":"x"}}
            """
        },
        {
            new InputBlock
            {
                Label = "One",
                Element = new RadioButtonGroup { ActionId = "r", Options = [new Option { Text = new Markdown("*A*"), Value = "a", Description = new PlainText("first") }] },
            },
            """
            {"type":"input","label":{"type":"plain_text","emoji":true,"text":"One"},"element":{"type":"radio_buttons","options":[{"text":{"type":"mrkdwn","text":"*A*"},"value":"a","description":{"type":"plain_text","emoji":true,"text":"first"}}],"action_id":"r"}}
            """
        },
    };

    [Theory]
    [MemberData(nameof(Blocks))]
    public void A_block_is_written_as_Slack_reads_it(Block block, string expected) => Same(expected, SlackJson.Serialize(block));

    [Theory]
    [MemberData(nameof(Blocks))]
    public void A_block_read_back_is_written_the_same(Block block, string expected)
    {
        var read = SlackJson.Deserialize<Block>(expected);
        Assert.IsType(block.GetType(), read);
        Same(expected, SlackJson.Serialize(read));
    }

    [Fact]
    public void A_modal_is_written_as_Slack_reads_it() => Same(
        """
        {"type":"modal","title":{"type":"plain_text","emoji":true,"text":"Declare"},"submit":{"type":"plain_text","emoji":true,"text":"Go"},
         "close":{"type":"plain_text","emoji":true,"text":"Stop"},"notify_on_close":true,"blocks":[{"type":"divider"}],"private_metadata":"C1","callback_id":"declare"}
        """,
        SlackJson.Serialize(new ModalViewDefinition
        {
            Title = "Declare",
            Submit = "Go",
            Close = "Stop",
            NotifyOnClose = true,
            Blocks = [new DividerBlock()],
            PrivateMetadata = "C1",
            CallbackId = "declare",
        }));

    [Fact]
    public void A_home_is_written_as_Slack_reads_it() =>
        Same("""{"type":"home","blocks":[]}""", SlackJson.Serialize<ViewDefinition>(new HomeViewDefinition { Blocks = [] }));

    [Fact]
    public void Letters_of_all_peoples_stay_readable() =>
        Assert.Contains("Größe > 3 “ok” 消防", SlackJson.Serialize(new PlainText("Größe > 3 “ok” 消防")), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"type":"video"}""")]
    [InlineData("""{"text":"no type"}""")]
    [InlineData("""{"type":"header"}""")]
    [InlineData("[]")]
    [InlineData("null")]
    public void What_is_no_block_of_ours_is_refused(string json) => Assert.Throws<JsonException>(() => SlackJson.Deserialize<Block>(json));

    private static Option Some(string text, string value) => new() { Text = new PlainText(text), Value = value };

    private static void Same(string expected, string actual) =>
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(expected), JsonNode.Parse(actual)), actual);
}
