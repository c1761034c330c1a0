using System.Text.Json.Nodes;
using IncidentBot.Slack.Requests;
using Xunit;
using static IncidentBot.Slack.Tests.Requests.Bodies;

namespace IncidentBot.Slack.Tests.Requests;

public sealed class EventReadingTests
{
    [Fact]
    public void A_changed_message_comes_with_its_old_and_new_text()
    {
        var callback = Understood<EventCallback>(SlackRequestReader.Read(Json, Asset.Bytes("event_message_changed.json")));
        var message = Assert.IsType<MessageEvent>(callback.Event);

        Assert.Equal(("T0PARK", "C0DOCK", null, "Ev0CHANGED"), (callback.TeamId, callback.ChannelId, callback.UserId, callback.Key));
        Assert.Equal((1790000060L, "4-context", "U0BOT"), (callback.EventTime, callback.EventContext, callback.Authorizations[0].UserId));
        Assert.Equal(("message_changed", true), (message.Subtype, message.Hidden));
        Assert.Equal(("the pump runs &amp; holds", "the pump stopped"), (message.Message?.Text, message.PreviousMessage?.Text));
        Assert.Equal(("1790000000.000100", "U0MIRA"), (message.Message?.Ts, message.Message?.Edited?.User));
        Assert.Equal("eyes", message.Message?.Reactions[0].Name);
        Assert.Equal(["U0MIRA", "U0ODD"], message.Message?.Reactions[0].Users);
    }

    [Fact]
    public void A_deleted_message_is_named_by_its_own_ts()
    {
        var message = Event<MessageEvent>(
            """{"type":"message","subtype":"message_deleted","hidden":true,"channel":"C1","ts":"2.000000","deleted_ts":"1.000000","previous_message":{"ts":"1.000000","text":"gone"}}""");
        Assert.Equal(("1.000000", "gone"), (message.DeletedTs, message.PreviousMessage?.Text));
    }

    [Fact]
    public void Files_of_a_message_are_listed()
    {
        var message = Event<MessageEvent>(
            """{"type":"message","subtype":"file_share","channel":"C1","user":"U1","ts":"1.000000","thread_ts":"0.000000","files":[{"id":"F1","name":"a.png","mimetype":"image/png","title":"A","permalink":"https://x/F1","size":92,"mode":"hosted","url_private_download":"https://x/F1/download"}]}""");
        Assert.Equal(new SlackFile { Id = "F1", Name = "a.png", Mimetype = "image/png", Title = "A", Permalink = "https://x/F1", Size = 92, Mode = "hosted", UrlPrivateDownload = "https://x/F1/download" }, Assert.Single(message.Files));
        Assert.Equal("0.000000", message.ThreadTs);
    }

    [Fact]
    public void A_bots_message_may_have_no_person_but_has_a_bot()
    {
        var callback = Event("""{"type":"message","subtype":"bot_message","bot_id":"B1","text":"beep","channel":"C1","ts":"1.000000"}""");
        Assert.Equal((null, "B1"), (callback.UserId, Assert.IsType<MessageEvent>(callback.Event).BotId));
    }

    [Fact]
    public void A_pin_carries_the_message_whether_its_count_is_text_or_number()
    {
        var pin = Assert.IsType<PinAdded>(Understood<EventCallback>(SlackRequestReader.Read(Json, Asset.Bytes("event_pin_added.json"))).Event);

        Assert.Equal(("U0ODD", "C0DOCK", "1790000070000300"), (pin.User, pin.ChannelId, pin.EventTs));
        Assert.Equal((1790000070L, "U0ODD"), (pin.Item.Created, pin.Item.CreatedBy));
        Assert.Equal(("restarting the pump", "1790000000.000100"), (pin.Item.Message?.Text, pin.Item.Message?.Ts));
        Assert.Equal(["C0DOCK"], pin.Item.Message?.PinnedTo);
        Event<PinRemoved>("""{"type":"pin_removed","user":"U1","channel_id":"C1","pin_count":0,"has_pins":false,"item":{"type":"message","created":"1790000070"}}""");
    }

    [Theory]
    [InlineData("reaction_added", "+1::skin-tone-3")]
    [InlineData("reaction_removed", "eyes")]
    public void A_reaction_tells_the_message_and_finds_its_channel_there(string type, string name)
    {
        var callback = Event(
            $$$"""{"type":"{{{type}}}","user":"U1","reaction":"{{{name}}}","item":{"type":"message","channel":"C9","ts":"1.000000"},"event_ts":"2.000000"}""");

        Assert.Equal(("C9", "U1"), (callback.ChannelId, callback.UserId));
        var (reaction, item, author) = callback.Event switch
        {
            ReactionAdded added => (added.Reaction, added.Item, added.ItemUser),
            ReactionRemoved removed => (removed.Reaction, removed.Item, removed.ItemUser),
            _ => throw new InvalidOperationException(),
        };
        Assert.Equal((name, "1.000000", null), (reaction, item.Ts, author));
    }

    [Theory]
    [InlineData("channel_archive", typeof(ChannelArchive))]
    [InlineData("group_archive", typeof(ChannelArchive))]
    [InlineData("channel_unarchive", typeof(ChannelUnarchive))]
    [InlineData("group_unarchive", typeof(ChannelUnarchive))]
    [InlineData("channel_deleted", typeof(ChannelDeleted))]
    [InlineData("group_deleted", typeof(ChannelDeleted))]
    [InlineData("channel_left", typeof(ChannelLeft))]
    [InlineData("group_left", typeof(ChannelLeft))]
    [InlineData("member_joined_channel", typeof(MemberJoinedChannel))]
    [InlineData("member_left_channel", typeof(MemberLeftChannel))]
    [InlineData("app_home_opened", typeof(AppHomeOpened))]
    [InlineData("app_mention", typeof(AppMention))]
    public void A_channel_may_be_named_by_id_or_by_object(string type, Type expected)
    {
        foreach (var channel in new[] { "\"C1\"", """{"id":"C1","name":"dock"}""" })
        {
            var callback = Event($$"""{"type":"{{type}}","channel":{{channel}},"user":"U1","ts":"1.000000"}""");
            Assert.IsType(expected, callback.Event);
            Assert.Equal(("C1", "U1", type), (callback.ChannelId, callback.UserId, callback.Event.Type));
            Assert.Equal("C1", expected.GetProperty("Channel")!.GetValue(callback.Event));
        }
    }

    [Theory]
    [InlineData("channel_rename")]
    [InlineData("group_rename")]
    public void A_renamed_channel_has_its_new_name(string type)
    {
        var callback = Event($$$"""{"type":"{{{type}}}","channel":{"id":"C1","name":"new","created":1790000000}}""");
        Assert.Equal(new RenamedChannel { Id = "C1", Name = "new", Created = 1790000000 }, Assert.IsType<ChannelRename>(callback.Event).Channel);
        Assert.Equal("C1", callback.ChannelId);
    }

    [Fact]
    public void A_created_channel_tells_by_whom() => Assert.Equal(
        new CreatedChannel { Id = "C1", Name = "fresh", Created = 1790000000, Creator = "U1" },
        Event<ChannelCreated>("""{"type":"channel_created","channel":{"id":"C1","name":"fresh","created":1790000000,"creator":"U1"}}""").Channel);

    [Fact]
    public void A_changed_channel_id_belongs_to_the_new_channel()
    {
        var callback = Event("""{"type":"channel_id_changed","old_channel_id":"G1","new_channel_id":"C1"}""");
        var changed = Assert.IsType<ChannelIdChanged>(callback.Event);
        Assert.Equal(("G1", "C1", "C1"), (changed.OldChannelId, changed.NewChannelId, callback.ChannelId));
    }

    [Fact]
    public void A_person_may_have_no_time_zone()
    {
        var callback = Event("""{"type":"user_change","user":{"id":"U1","name":"odd","tz":null,"profile":{"display_name":"","real_name":"Odd One"}}}""");
        var user = Assert.IsType<UserChange>(callback.Event).User;
        Assert.Equal(("U1", "U1", null, null, "Odd One"), (callback.UserId, user.Id, user.Tz, user.TzOffset, user.Profile.RealName));
    }

    [Fact]
    public void A_newcomer_comes_with_their_time_zone()
    {
        var user = Event<TeamJoin>("""{"type":"team_join","user":{"id":"U1","tz":"Europe/Oslo","tz_label":"CET","tz_offset":3600,"is_restricted":true,"profile":null}}""").User;
        Assert.Equal(("Europe/Oslo", "CET", 3600, true), (user.Tz, user.TzLabel, user.TzOffset, user.IsRestricted));
        Assert.NotNull(user.Profile);
    }

    [Fact]
    public void The_end_of_an_installation_is_heard()
    {
        Event<AppUninstalled>("""{"type":"app_uninstalled"}""");
        Assert.Equal(["U2"], Event<TokensRevoked>("""{"type":"tokens_revoked","tokens":{"oauth":["U1"],"bot":["U2"]}}""").Tokens.Bot);
        Assert.Equal("Elsewhere", Event<TeamRename>("""{"type":"team_rename","name":"Elsewhere"}""").Name);
    }

    [Fact]
    public void An_event_from_the_future_is_named_and_placed_but_no_error()
    {
        var callback = Event("""{"type":"huddle_exploded","channel":"C1","user":{"id":"U1"},"event_ts":"1.000000","sparks":[[[]]]}""");
        Assert.Equal(("huddle_exploded", "C1", "U1"), (Assert.IsType<UnknownEvent>(callback.Event).Type, callback.ChannelId, callback.UserId));
    }

    [Theory]
    [InlineData("""{"team_id":null}""", "T1")]
    [InlineData("""{"team_id":"","authorizations":[{"enterprise_id":"E1","team_id":"T2"}],"enterprise_id":"E9"}""", "T2")]
    [InlineData("""{"team_id":null,"authorizations":[{"enterprise_id":"E1","team_id":null}],"enterprise_id":"E9"}""", "E9")]
    public void An_organisation_wide_install_is_recognised_by_what_is_left(string changes, string team)
    {
        var callback = Event("""{"type":"app_uninstalled"}""", envelope =>
        {
            foreach (var (name, value) in JsonNode.Parse(changes)!.AsObject()) envelope[name] = value?.DeepClone();
        });
        Assert.Equal(team, callback.TeamId);
    }

    [Fact]
    public void The_handshakes_are_understood()
    {
        Assert.Equal("abc", Understood<UrlVerification>(ReadJson("""{"token":"old","challenge":"abc","type":"url_verification"}""")).Challenge);
        var limited = Understood<AppRateLimited>(ReadJson("""{"token":"old","type":"app_rate_limited","team_id":"T1","minute_rate_limited":1790000000,"api_app_id":"A1"}"""));
        Assert.Equal(("T1", 1790000000L, null), (limited.TeamId, limited.MinuteRateLimited, limited.Key));
    }

    [Fact]
    public void Printing_an_event_shows_none_of_its_words() =>
        Assert.DoesNotContain("hush", $"{Event("""{"type":"message","channel":"C1","ts":"1.000000","text":"hush"}""")}", StringComparison.Ordinal);
}
