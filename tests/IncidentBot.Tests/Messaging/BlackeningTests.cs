using System.Text;
using IncidentBot.Messaging;

namespace IncidentBot.Tests.Messaging;

/// <summary>Words go from what people read; what tells a program what to do stays, whatever word was redacted.</summary>
public sealed class BlackeningTests
{
    [Theory]
    [InlineData("primary")]
    [InlineData("note")]
    [InlineData("button")]
    [InlineData("mrkdwn")]
    public void A_word_that_slack_uses_too_breaks_no_block_and_no_button(string word)
    {
        var payload = """{"Content":{"Text":"we need WORD now","Blocks":[{"type":"section","text":{"type":"mrkdwn","text":"WORD"}},{"type":"actions","elements":[{"type":"button","style":"primary","action_id":"run:#3 note","value":"#3 note","text":{"type":"plain_text","text":"WORD"}}]}]}}""".Replace("WORD", word, StringComparison.Ordinal);

        var without = new BlackenedJson(new Blackening([word]).In, null).In(payload);

        Assert.Equal(
            """{"Content":{"Text":"we need (redacted) now","Blocks":[{"type":"section","text":{"type":"mrkdwn","text":"(redacted)"}},{"type":"actions","elements":[{"type":"button","style":"primary","action_id":"run:#3 note","value":"#3 note","text":{"type":"plain_text","text":"(redacted)"}}]}]}}""",
            without);
    }

    [Fact]
    public void The_words_behind_a_buttons_command_go_and_so_does_what_was_typed_into_a_field()
    {
        const string json = """{"actions":[{"type":"button","action_id":"run:#3 note note: opensesame","value":"#3 note note: opensesame"}],"state":{"values":{"answer":{"value":{"type":"plain_text_input","value":"opensesame"}}}},"private_metadata":"{\"Line\":\"#3 redact 4 opensesame\",\"Channel\":\"C1\"}"}""";

        var without = new BlackenedJson(new Blackening(["opensesame"]).In, null).In(json);

        Assert.DoesNotContain("opensesame", without, StringComparison.Ordinal);
        Assert.Contains("\"#3 note note: (redacted)\"", without, StringComparison.Ordinal);
        Assert.Contains("#3 redact 4 (redacted)", without, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a key\nof *two* lines", "> a key\n> of *two* lines", "> (redacted)")]
    [InlineData("ask <@U1|bob> for it", "so: ask @U1 for it.", "so: (redacted).")]
    [InlineData("tell @here the key", "tell <!here> the key", "(redacted)")]
    [InlineData("R&amp;D has the key", "R&D has the key", "(redacted)")]
    [InlineData("the key that opens the door is opensesame", "the key that opens the door is…", "(redacted)…")]
    [InlineData("the key that opens the door is opensesame", "the key that opens the door is lost", "the key that opens the door is lost")]
    [InlineData("key", "monkeys have keys", "monkeys have keys")]
    [InlineData("ends with >", "ends with >", "(redacted)")]
    public void A_text_is_found_however_it_is_said_again_and_no_other_is_taken_for_it(string word, string text, string expected) =>
        Assert.Equal(expected, new Blackening([word]).In(text));

    [Theory]
    [InlineData("so: ask <@U1> for it.")]
    [InlineData("so: ask <@U1|bobby> for it.")]
    [InlineData("so: ask &lt;@U1&gt; for it.")]
    public void Whoever_is_named_in_a_text_may_be_mentioned_where_it_is_found(string text) =>
        Assert.Equal("so: (redacted).", new Blackening(["ask @Bob Baker for it", "ask @bobby for it"], new Dictionary<string, string> { ["U1"] = "Bob Baker" }).In(text));

    [Fact]
    public void A_form_is_still_the_same_form()
    {
        var blackening = new Blackening(["der Schlüssel ist 1&2"]);

        var without = BlackenedBody.Of(Encoding.UTF8.GetBytes("command=%2Fincident&text=note+der+Schl%C3%BCssel+ist+1%262&user_id=U1"), new BlackenedJson(blackening.In, null), blackening.In);

        Assert.Equal("command=%2Fincident&text=note%20%28redacted%29&user_id=U1", Encoding.UTF8.GetString(without!));
    }

    [Fact]
    public void A_message_that_is_quoted_loses_all_its_words_and_its_neighbours_keep_theirs()
    {
        const string json = """{"event":{"type":"message","message":{"ts":"1.000100","text":"a *secret*","blocks":[{"type":"rich_text","elements":[{"type":"rich_text_section","elements":[{"type":"text","text":"a "},{"type":"text","text":"secret"}]}]}]},"text":"hello"}}""";

        var without = new BlackenedJson(text => text, "1.000100").In(json);

        Assert.DoesNotContain("secret", without, StringComparison.Ordinal);
        Assert.Contains("\"type\":\"rich_text_section\"", without, StringComparison.Ordinal);
        Assert.Contains("hello", without, StringComparison.Ordinal);
    }
}
