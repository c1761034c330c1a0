using System.Text.Json;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Requests;
using IncidentBot.Slack.WebApi;
using Xunit;

namespace IncidentBot.Slack.Tests.Blocks;

public sealed class SlackJsonTests
{
    [Fact]
    public void A_response_always_says_who_sees_it_and_what_it_replaces() => Assert.Equal(
        """{"text":"done","response_type":"ephemeral","replace_original":false}""",
        SlackJson.Serialize(new ResponseMessage { Text = "done" }));

    [Fact]
    public void A_public_response_may_replace_and_delete() => Assert.Equal(
        """{"response_type":"in_channel","replace_original":true,"delete_original":true,"thread_ts":"1.000000"}""",
        SlackJson.Serialize(new ResponseMessage { ResponseType = ResponseType.InChannel, ReplaceOriginal = true, DeleteOriginal = true, ThreadTs = "1.000000" }));

    [Fact]
    public void The_answers_to_a_form_are_written_as_Slack_reads_them()
    {
        Assert.Equal(
            """{"errors":{"title":"Say what is broken."},"response_action":"errors"}""",
            SlackJson.Serialize<ViewSubmissionResponse>(new ViewErrorsResponse(new Dictionary<string, string> { ["title"] = "Say what is broken." })));
        Assert.Equal("""{"response_action":"clear"}""", SlackJson.Serialize<ViewSubmissionResponse>(new ClearViewsResponse()));
        Assert.Equal(
            """{"view":{"type":"modal","title":{"type":"plain_text","emoji":true,"text":"Next"},"blocks":[]},"response_action":"update"}""",
            SlackJson.Serialize<ViewSubmissionResponse>(new UpdateViewResponse(new ModalViewDefinition { Title = "Next", Blocks = [] })));
    }

    [Fact]
    public void Metadata_goes_out_and_comes_back()
    {
        var sent = MessageMetadata.Of("incident_effect", new { EffectId = "e1" });
        var json = SlackJson.Serialize(sent);
        Assert.Equal("""{"event_type":"incident_effect","event_payload":{"effect_id":"e1"}}""", json);
        Assert.Equal("e1", SlackJson.Deserialize<MessageMetadata>(json).EventPayload.GetProperty("effect_id").GetString());
    }

    [Fact]
    public void Metadata_without_anything_is_an_empty_object() =>
        Assert.Equal(JsonValueKind.Object, SlackJson.Deserialize<MessageMetadata>("{}").EventPayload.ValueKind);

    [Fact]
    public void Null_means_absent_for_what_may_be_absent_and_is_refused_for_what_may_not()
    {
        var message = SlackJson.Deserialize<Message>("""{"ts":"1.000000","text":null,"reactions":null,"files":null,"pinned_to":null}""");
        Assert.Equal(("", 0, 0, 0), (message.Text, message.Reactions.Count, message.Files.Count, message.PinnedTo.Count));
        Assert.Throws<JsonException>(() => SlackJson.Deserialize<User>("""{"id":null}"""));
    }

    [Fact]
    public void A_topic_is_read_from_its_object_or_alone()
    {
        Assert.Equal("Pumps", SlackJson.Deserialize<Conversation>("""{"id":"C1","topic":{"creator":"U1","last_set":3,"value":"Pumps"}}""").Topic);
        Assert.Equal("Pumps", SlackJson.Deserialize<Conversation>("""{"id":"C1","topic":"Pumps"}""").Topic);
        Assert.Equal("", SlackJson.Deserialize<Conversation>("""{"id":"C1","topic":null}""").Topic);
    }

    [Fact]
    public void Nothing_with_peoples_words_prints_them()
    {
        object[] wordy =
        [
            new Message { Text = "hush" }, new OutgoingMessage { Channel = "C1", Text = "hush" },
            new MessageUpdate { Ts = "1.0", ChannelId = "C1", Text = "hush" }, new ResponseMessage { Text = "hush" },
            new ElementValue { Value = "hush" }, new ViewInfo { Id = "V1", PrivateMetadata = "hush" },
        ];
        Assert.All(wordy, each => Assert.DoesNotContain("hush", each.ToString(), StringComparison.Ordinal));
    }
}
