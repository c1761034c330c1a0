using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Requests;
using IncidentBot.Slack.WebApi;
using Xunit;
using Args = System.Collections.Generic.Dictionary<string, string>;

namespace IncidentBot.Slack.Tests.WebApi;

/// <summary>Every method once: what it sends and what it makes of a good answer.</summary>
public sealed class MethodTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Auth_test_says_who_we_are()
    {
        var answer = await Call(
            client => client.Auth.Test(Stop), "auth.test", [],
            """{"ok":true,"url":"https://parkbench.slack.com/","team":"Park","user":"bot","team_id":"T1","user_id":"U1","bot_id":"B1","is_enterprise_install":false}""");
        Assert.Equal(("https://parkbench.slack.com/", "T1", "U1", "B1"), (answer.Url, answer.TeamId, answer.UserId, answer.BotId));
    }

    [Fact]
    public async Task A_message_is_posted_with_all_it_has()
    {
        var answer = await Call(
            client => client.Chat.PostMessage(
                new OutgoingMessage
                {
                    Channel = "C1",
                    Text = "SEV1 — pump",
                    Blocks = [new DividerBlock()],
                    ThreadTs = "1.000000",
                    ReplyBroadcast = true,
                    UnfurlLinks = true,
                    Metadata = MessageMetadata.Of("effect", new { Id = "e1" }),
                },
                Stop),
            "chat.postMessage",
            new Args
            {
                ["channel"] = "C1",
                ["text"] = "SEV1 — pump",
                ["blocks"] = """[{"type":"divider"}]""",
                ["thread_ts"] = "1.000000",
                ["reply_broadcast"] = "True",
                ["unfurl_links"] = "True",
                ["unfurl_media"] = "False",
                ["metadata"] = """{"event_type":"effect","event_payload":{"id":"e1"}}""",
            },
            """{"ok":true,"channel":"C1","ts":"2.000000","message":{"type":"message","text":"SEV1 — pump","ts":"2.000000","bot_id":"B1"}}""");
        Assert.Equal(("C1", "2.000000", "B1"), (answer.Channel, answer.Ts, answer.Message?.BotId));
    }

    [Fact]
    public Task A_plain_message_asks_for_no_previews() => Call(
        client => client.Chat.PostMessage(new OutgoingMessage { Channel = "C1", Text = "x" }, Stop),
        "chat.postMessage",
        new Args { ["channel"] = "C1", ["text"] = "x", ["unfurl_links"] = "False", ["unfurl_media"] = "False" },
        """{"ok":true,"channel":"C1","ts":"2.000000"}""");

    [Fact]
    public async Task A_message_is_updated()
    {
        var answer = await Call(
            client => client.Chat.Update(new MessageUpdate { ChannelId = "C1", Ts = "2.000000", Text = "y", Blocks = [] }, Stop),
            "chat.update",
            new Args { ["channel"] = "C1", ["ts"] = "2.000000", ["text"] = "y", ["blocks"] = "[]" },
            """{"ok":true,"channel":"C1","ts":"2.000000","text":"y","message":{"text":"y","user":"U1"}}""");
        Assert.Equal(("2.000000", "y"), (answer.Ts, answer.Message?.Text));
    }

    [Fact]
    public async Task An_ephemeral_message_sends_nothing_that_does_not_exist_there()
    {
        var answer = await Call(
            client => client.Chat.PostEphemeral("U1", new OutgoingMessage { Channel = "C1", Text = "x", ReplyBroadcast = true, Metadata = new MessageMetadata() }, Stop),
            "chat.postEphemeral",
            new Args { ["channel"] = "C1", ["text"] = "x", ["user"] = "U1" },
            """{"ok":true,"message_ts":"2.000000"}""");
        Assert.Equal("2.000000", answer.MessageTs);
    }

    [Fact]
    public Task A_message_is_deleted() => Call(
        client => client.Chat.Delete("2.000000", "C1", Stop), "chat.delete", new Args { ["channel"] = "C1", ["ts"] = "2.000000" });

    [Fact]
    public async Task A_permalink_is_asked_for() => Assert.Equal(
        "https://x/p2",
        (await Call(
            client => client.Chat.GetPermalink("C1", "2.000000", Stop), "chat.getPermalink", new Args { ["channel"] = "C1", ["message_ts"] = "2.000000" },
            """{"ok":true,"channel":"C1","permalink":"https:\/\/x\/p2"}""")).Permalink);

    [Fact]
    public async Task A_channel_is_created()
    {
        var channel = await Call(
            client => client.Conversations.Create("inc-1", true, Stop), "conversations.create", new Args { ["name"] = "inc-1", ["is_private"] = "True" },
            """{"ok":true,"channel":{"id":"C1","name":"inc-1","is_private":true,"is_member":true,"creator":"U1","created":1790000000,"topic":{"value":"","creator":"","last_set":0},"latest":null}}""");
        Assert.Equal(
            new Conversation { Id = "C1", Name = "inc-1", IsPrivate = true, IsMember = true, Creator = "U1", Created = 1790000000 }, channel);
    }

    [Fact]
    public async Task A_channel_is_looked_at() => Assert.True((await Call(
        client => client.Conversations.Info("C1", Stop), "conversations.info", new Args { ["channel"] = "C1" },
        """{"ok":true,"channel":{"id":"C1","is_archived":true}}""")).IsArchived);

    [Fact]
    public async Task A_history_is_read_page_by_page()
    {
        var page = await Call(
            client => client.Conversations.History("C1", "9.000000", "1.000000", true, 50, true, "c==", Stop),
            "conversations.history",
            new Args
            {
                ["channel"] = "C1",
                ["latest"] = "9.000000",
                ["oldest"] = "1.000000",
                ["inclusive"] = "True",
                ["limit"] = "50",
                ["include_all_metadata"] = "True",
                ["cursor"] = "c==",
            },
            """{"ok":true,"messages":[{"type":"message","ts":"2.000000","reply_count":3,"latest_reply":"3.000000","metadata":{"event_type":"e","event_payload":{}}}],"has_more":true,"response_metadata":{"next_cursor":"d=="}}""");
        Assert.Equal(("d==", true, 3, "e"), (page.NextCursor, page.HasMore, page.Messages[0].ReplyCount, page.Messages[0].Metadata?.EventType));
    }

    [Theory]
    [InlineData("")]
    [InlineData(""","response_metadata":{"next_cursor":""}""")]
    [InlineData(""","response_metadata":{"next_cursor":null}""")]
    public async Task A_thread_ends_without_a_cursor(string end)
    {
        var page = await Call(
            client => client.Conversations.Replies("C1", "1.000000", cancellationToken: Stop),
            "conversations.replies",
            new Args { ["channel"] = "C1", ["ts"] = "1.000000", ["limit"] = "100" },
            $$"""{"ok":true,"messages":[{"ts":"1.000000"},{"ts":"2.000000","thread_ts":"1.000000","parent_user_id":"U1"}]{{end}}}""");
        Assert.Equal((null, "U1"), (page.NextCursor, page.Messages[1].ParentUserId));
    }

    [Fact]
    public Task People_are_invited() => Call(
        client => client.Conversations.Invite("C1", ["U1", "U2"], Stop), "conversations.invite", new Args { ["channel"] = "C1", ["users"] = "U1,U2" });

    [Fact]
    public Task A_topic_is_set() => Call(
        client => client.Conversations.SetTopic("C1", "SEV1", Stop), "conversations.setTopic", new Args { ["channel"] = "C1", ["topic"] = "SEV1" });

    [Fact]
    public Task A_purpose_is_set() => Call(
        client => client.Conversations.SetPurpose("C1", "Pump", Stop), "conversations.setPurpose", new Args { ["channel"] = "C1", ["purpose"] = "Pump" });

    [Fact]
    public async Task A_direct_message_is_opened() => Assert.Equal("D1", await Call(
        client => client.Conversations.Open(["U1"], Stop), "conversations.open", new Args { ["users"] = "U1" },
        """{"ok":true,"no_op":true,"channel":{"id":"D1"}}"""));

    [Fact]
    public async Task Members_are_listed() => Assert.Equal(["U1", "U2"], (await Call(
        client => client.Conversations.Members("C1", 2, "c", Stop), "conversations.members",
        new Args { ["channel"] = "C1", ["limit"] = "2", ["cursor"] = "c" },
        """{"ok":true,"members":["U1","U2"],"response_metadata":{"next_cursor":""}}""")).Members);

    [Fact]
    public Task A_channel_is_archived() => Call(
        client => client.Conversations.Archive("C1", Stop), "conversations.archive", new Args { ["channel"] = "C1" });

    [Fact]
    public Task Joining_twice_is_no_error() => Call(
        client => client.Conversations.Join("C1", Stop), "conversations.join", new Args { ["channel"] = "C1" },
        """{"ok":true,"channel":{"id":"C1"},"warning":"already_in_channel","response_metadata":{"warnings":["already_in_channel"]}}""");

    [Fact]
    public async Task A_modal_is_opened() => Assert.Equal("V1", (await Call(
        client => client.Views.Open("1.2.a", new ModalViewDefinition { Title = "T", Blocks = [] }, Stop), "views.open",
        new Args { ["trigger_id"] = "1.2.a", ["view"] = """{"type":"modal","title":{"type":"plain_text","emoji":true,"text":"T"},"blocks":[]}""" },
        """{"ok":true,"view":{"id":"V1","hash":"h","type":"modal","state":{"values":{}}}}""")).Id);

    [Fact]
    public async Task A_modal_is_updated_if_it_is_still_the_same() => Assert.Equal("h2", (await Call(
        client => client.Views.UpdateByViewId(new ModalViewDefinition { Title = "T", Blocks = [] }, "V1", "h", Stop), "views.update",
        new Args { ["view_id"] = "V1", ["hash"] = "h", ["view"] = """{"type":"modal","title":{"type":"plain_text","emoji":true,"text":"T"},"blocks":[]}""" },
        """{"ok":true,"view":{"id":"V1","hash":"h2"}}""")).Hash);

    [Fact]
    public async Task A_home_is_published() => Assert.Equal("home", (await Call(
        client => client.Views.Publish("U1", new HomeViewDefinition { Blocks = [] }, cancellationToken: Stop), "views.publish",
        new Args { ["user_id"] = "U1", ["view"] = """{"type":"home","blocks":[]}""" },
        """{"ok":true,"view":{"id":"V1","type":"home"}}""")).Type);

    [Fact]
    public Task A_reaction_is_added() => Call(
        client => client.Reactions.AddToMessage("eyes", "C1", "1.000000", Stop), "reactions.add",
        new Args { ["name"] = "eyes", ["channel"] = "C1", ["timestamp"] = "1.000000" });

    [Fact]
    public Task A_reaction_is_removed() => Call(
        client => client.Reactions.RemoveFromMessage("eyes", "C1", "1.000000", Stop), "reactions.remove",
        new Args { ["name"] = "eyes", ["channel"] = "C1", ["timestamp"] = "1.000000" });

    [Fact]
    public Task A_message_is_pinned() => Call(
        client => client.Pins.AddMessage("C1", "1.000000", Stop), "pins.add", new Args { ["channel"] = "C1", ["timestamp"] = "1.000000" });

    [Fact]
    public Task A_message_is_unpinned() => Call(
        client => client.Pins.RemoveMessage("C1", "1.000000", Stop), "pins.remove", new Args { ["channel"] = "C1", ["timestamp"] = "1.000000" });

    [Fact]
    public async Task Pins_are_listed() => Assert.Equal("it works", Assert.Single(await Call(
        client => client.Pins.List("C1", Stop), "pins.list", new Args { ["channel"] = "C1" },
        """{"ok":true,"items":[{"type":"message","channel":"C1","created":1790000000,"created_by":"U1","message":{"type":"message","text":"it works","ts":"1.000000"}}]}""")).Message?.Text);

    [Fact]
    public async Task A_person_is_looked_up() => Assert.Equal("Europe/Oslo", (await Call(
        client => client.Users.Info("U1", includeLocale: true, Stop), "users.info", new Args { ["user"] = "U1", ["include_locale"] = "true" },
        """{"ok":true,"user":{"id":"U1","team_id":"T1","name":"mira","real_name":"Mira","tz":"Europe/Oslo","tz_offset":7200,"deleted":false,"profile":{"display_name":"mira"}}}""")).Tz);

    [Fact]
    public async Task Somebodys_presence_is_looked_up() => Assert.Equal("away", await Call(
        client => client.Users.GetPresence("U1", Stop), "users.getPresence", new Args { ["user"] = "U1" }, """{"ok":true,"presence":"away"}"""));

    [Fact]
    public async Task The_people_of_a_group_are_listed() => Assert.Equal(["U1", "U2"], await Call(
        client => client.UserGroups.ListUsers("S1", Stop), "usergroups.users.list", new Args { ["usergroup"] = "S1" }, """{"ok":true,"users":["U1","U2"]}"""));

    [Fact]
    public async Task The_bots_own_channels_are_listed() => Assert.Equal("inc-1", Assert.Single((await Call(
        client => client.Users.Conversations("c", true, 10, ["public_channel", "private_channel"], Stop), "users.conversations",
        new Args { ["cursor"] = "c", ["exclude_archived"] = "true", ["limit"] = "10", ["types"] = "public_channel,private_channel" },
        """{"ok":true,"channels":[{"id":"C1","name":"inc-1"}]}""")).Channels).Name);

    private static async Task<T> Call<T>(Func<SlackApiClient, Task<T>> call, string method, Args args, string answer)
    {
        await using var slack = await FakeSlack.Start();
        slack.Answer = FakeSlack.Json(answer);
        var result = await call(slack.Client());

        var received = Assert.Single(slack.Received);
        Assert.Equal(("POST", "/api/" + method, "", "Bearer " + FakeSlack.Token), (received.Method, received.Path, received.Query, received.Authorization));
        Assert.Equal(args, received.Args);
        return result;
    }

    private static Task<bool> Call(Func<SlackApiClient, Task> call, string method, Args args, string answer = """{"ok":true}""") =>
        Call(
            async client =>
            {
                await call(client);
                return true;
            },
            method, args, answer);
}
