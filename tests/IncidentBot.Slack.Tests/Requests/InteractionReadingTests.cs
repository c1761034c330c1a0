using System.Text.Json.Nodes;
using IncidentBot.Slack.Requests;
using Xunit;
using static IncidentBot.Slack.Tests.Requests.Bodies;

namespace IncidentBot.Slack.Tests.Requests;

public sealed class InteractionReadingTests
{
    private static readonly string Click = Asset.Text("interaction_block_actions.json");
    private static readonly string Submission = Asset.Text("interaction_view_submission.json");

    [Fact]
    public void A_click_tells_where_who_and_what()
    {
        var click = Understood<BlockActionRequest>(ReadInteraction(Click));

        Assert.Equal(("T0PARK", "C0DOCK", "U0MIRA", "56.78.cd"), (click.TeamId, click.ChannelId, click.UserId, click.Key));
        Assert.Equal(("sev", "verbs", "sev 1"), (click.Action.ActionId, click.Action.BlockId, click.Action.Value));
        Assert.Equal(("message", "1790000000.000100", "1789999999.000100"), (click.Container.Type, click.Container.MessageTs, click.Container.ThreadTs));
        Assert.Equal(("B0BOT", "incidents"), (click.Message?.BotId, click.Message?.BotProfile?.Name));
        Assert.Equal("https://hooks.slack.com/actions/T0PARK/1/abc", click.ResponseUrl);
        Assert.NotNull(click.State?.GetValue("note", "text"));
        Assert.Null(click.State?.GetText("note", "text"));
    }

    [Fact]
    public void A_click_in_a_view_has_no_channel_and_nowhere_to_respond()
    {
        var click = Understood<BlockActionRequest>(ReadInteraction(Change(Click, json =>
        {
            json["container"] = JsonNode.Parse("""{"type":"view","view_id":"V1"}""");
            json["view"] = JsonNode.Parse("""{"id":"V1","type":"home","state":{"values":{}},"hash":"h"}""");
            foreach (var absent in new[] { "channel", "message", "response_url", "state" }) json.Remove(absent);
        })));

        Assert.Equal((null, null, "V1"), (click.ChannelId, click.ResponseUrl, click.View?.Id));
    }

    [Fact]
    public void The_container_knows_the_channel_when_nothing_else_does() =>
        Assert.Equal("C0DOCK", ReadChanged<BlockActionRequest>(Click, json => json.Remove("channel")).ChannelId);

    [Fact]
    public void A_submission_gives_back_what_was_entered()
    {
        var view = Understood<ViewSubmission>(ReadInteraction(Submission)).View;

        Assert.Equal(("V0FORM", "declare", "1790000090.hash", "C0DOCK"), (view.Id, view.CallbackId, view.Hash, view.PrivateMetadata));
        Assert.Equal("Pump stopped", view.State.GetText("title", "text"));
        Assert.Equal("2", view.State.GetSelectedOption("severity", "pick"));
        Assert.Equal(["page", "call"], view.State.GetSelectedOptions("extras", "tick"));
        Assert.Equal("U0ODD", view.State.GetSelectedUser("lead", "who"));
    }

    [Fact]
    public void Untouched_and_unknown_inputs_hold_nothing()
    {
        var state = Understood<ViewSubmission>(ReadInteraction(Submission)).View.State;

        Assert.Null(state.GetText("empty", "text"));
        Assert.Null(state.GetText("cleared", "text"));
        Assert.Null(state.GetSelectedOption("empty", "pick"));
        Assert.Empty(state.GetSelectedOptions("empty", "tick"));
        Assert.Null(state.GetValue("empty", "nowhere"));
        Assert.Null(state.GetSelectedUser("nowhere", "who"));
    }

    [Fact]
    public void Without_a_team_the_person_tells_the_workspace() =>
        Assert.Equal("T0PARK", Understood<ViewSubmission>(ReadInteraction(Submission)).TeamId);

    [Fact]
    public void Without_team_and_persons_team_the_organisation_counts() =>
        Assert.Equal("E0ORG", ReadChanged<ViewSubmission>(Submission, json => json["user"]!.AsObject().Remove("team_id")).TeamId);

    [Fact]
    public void A_form_sent_again_is_the_same_submission_though_its_trigger_is_new()
    {
        var first = Understood<ViewSubmission>(ReadInteraction(Submission));
        var again = ReadChanged<ViewSubmission>(Submission, json => json["trigger_id"] = "99.88.another");
        var updated = ReadChanged<ViewSubmission>(Submission, json => json["view"]!["hash"] = "1790000099.newer");

        Assert.Equal(("99.88.another", first.Key), (again.TriggerId, again.Key));
        Assert.NotEqual(first.Key, updated.Key);
    }

    [Fact]
    public void A_closed_view_is_told_apart_by_its_version()
    {
        var closed = ReadChanged<ViewClosed>(Submission, json =>
        {
            json["type"] = "view_closed";
            json["is_cleared"] = true;
            json.Remove("trigger_id");
        });

        Assert.Equal(("V0FORM:1790000090.hash", true), (closed.Key, closed.IsCleared));
    }

    [Fact]
    public void A_menu_asking_for_options_says_what_was_typed()
    {
        var request = Understood<BlockOptionsRequest>(ReadInteraction(
            """{"type":"block_suggestion","user":{"id":"U1"},"team":{"id":"T1"},"action_id":"a","block_id":"b","value":"pum"}"""));

        Assert.Equal(("a", "b", "pum", null), (request.ActionId, request.BlockId, request.Value, request.Key));
    }

    [Fact]
    public void A_global_shortcut_has_no_channel()
    {
        var shortcut = Understood<GlobalShortcut>(ReadInteraction(
            """{"type":"shortcut","user":{"id":"U1"},"team":{"id":"T1"},"callback_id":"declare","trigger_id":"1.2.a","action_ts":"1.0"}"""));

        Assert.Equal(("declare", "1.2.a", null), (shortcut.CallbackId, shortcut.Key, shortcut.ChannelId));
    }

    [Fact]
    public void A_message_shortcut_brings_the_message()
    {
        var shortcut = Understood<MessageShortcut>(ReadInteraction(
            """
            {"type":"message_action","user":{"id":"U1"},"team":{"id":"T1"},"channel":{"id":"C1"},"callback_id":"keep","trigger_id":"1.2.a",
             "response_url":"https://hooks.slack.com/app/1","message_ts":"1790000000.000100",
             "message":{"type":"message","user":"U2","text":"it works again","ts":"1790000000.000100"}}
            """));

        Assert.Equal(("keep", "C1", "1790000000.000100", "it works again"), (shortcut.CallbackId, shortcut.ChannelId, shortcut.MessageTs, shortcut.Message.Text));
    }

    [Theory]
    [InlineData("""{"type":"dialog_submission","state":"Limo","channel":"C1","actions":[{"name":"x"}]}""", "dialog_submission")]
    [InlineData("""{"type":"from_the_future"}""", "from_the_future")]
    public void Other_kinds_are_only_named_whatever_their_shape(string json, string type) =>
        Assert.Equal(type, Understood<UnknownInteraction>(ReadInteraction(json)).Type);

    [Theory]
    [InlineData("trigger_id")]
    [InlineData("container")]
    [InlineData("actions")]
    [InlineData("user")]
    [InlineData("type")]
    public void A_click_lacking_a_needed_field_is_refused(string field) =>
        Refused(400, ReadInteraction(Change(Click, json => json.Remove(field))));

    [Theory]
    [InlineData("[]")]
    [InlineData("[null]")]
    [InlineData("[{}]")]
    public void A_click_on_nothing_is_refused(string actions) =>
        Refused(400, ReadInteraction(Change(Click, json => json["actions"] = JsonNode.Parse(actions))));

    [Fact]
    public void Two_payloads_in_one_form_are_refused()
    {
        var payload = "payload=" + Uri.EscapeDataString(Click);
        Refused(400, ReadForm($"{payload}&{payload}"));
    }

    [Theory]
    [InlineData("payload=")]
    [InlineData("payload=%")]
    [InlineData("payload=null")]
    [InlineData("payload=%7B%22type%22%3A%22shortcut%22")]
    [InlineData("payload=%7B%22type%22%3A%22%22%7D")]
    public void A_payload_that_is_not_whole_is_refused(string form) => Refused(400, ReadForm(form));

    private static T ReadChanged<T>(string json, Action<JsonObject> change)
        where T : SlackRequest => Understood<T>(ReadInteraction(Change(json, change)));

    private static string Change(string json, Action<JsonObject> change)
    {
        var node = JsonNode.Parse(json)!.AsObject();
        change(node);
        return node.ToJsonString();
    }
}
