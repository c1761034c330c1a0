using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.Tests.Deliveries;

/// <summary>The shape of each event, and what causes it.</summary>
public sealed class EventTests
{
    [Fact]
    public async Task An_event_travels_in_slacks_envelope()
    {
        await using var world = await World.StartAsync();
        await world.Alice.PostAsync(world.Incidents, "hello");
        var envelope = (await world.EventAsync("message")).Json;
        Assert.Equal("event_callback", (string?)envelope["type"]);
        Assert.StartsWith("Ev", (string?)envelope["event_id"], StringComparison.Ordinal);
        Assert.Equal(world.Sandbox.TeamId, (string?)envelope["team_id"]);
        Assert.Equal(world.Sandbox.AppId, (string?)envelope["api_app_id"]);
        var authorization = Assert.Single((JsonArray)envelope["authorizations"]!)!;
        Assert.Equal(world.Sandbox.BotUserId, (string?)authorization["user_id"]);
        Assert.True((bool)authorization["is_bot"]!);
        Assert.InRange((await world.Client.NowAsync()).ToUnixTimeSeconds() - (long)envelope["event_time"]!, 0, 5);
    }

    [Fact]
    public async Task A_persons_message_says_who_where_and_what()
    {
        await using var world = await World.StartAsync();
        var ts = await world.Alice.PostAsync(world.Incidents, $"hi {world.Bob.Mention} & all");
        var message = (await world.EventAsync("message")).Json["event"]!;
        Assert.Equal(world.Alice.Id, (string?)message["user"]);
        Assert.Equal(ts, (string?)message["ts"]);
        Assert.Equal(ts, (string?)message["event_ts"]);
        Assert.Equal("channel", (string?)message["channel_type"]);
        Assert.Equal($"hi {world.Bob.Mention} &amp; all", (string?)message["text"]);
        Assert.NotNull(message["client_msg_id"]);
        var elements = (JsonArray)message["blocks"]![0]!["elements"]![0]!["elements"]!;
        Assert.Equal(["text", "user", "text"], elements.Select(element => (string)element!["type"]!));
        Assert.Null(message["bot_id"]);
        Assert.Null(message["subtype"]);
    }

    [Fact]
    public async Task The_bots_own_acts_come_back_to_it()
    {
        await using var world = await World.StartAsync();
        var channel = await world.BotChannelAsync("inc");
        var ts = await world.BotPostAsync(channel, "card");
        await world.Bot.OkAsync("pins.add", ("channel", channel), ("timestamp", ts));
        await world.Bot.OkAsync("reactions.add", ("channel", channel), ("timestamp", ts), ("name", "eyes"));
        await world.QuietAsync();
        Assert.Equal(world.Sandbox.BotUserId, (string?)Assert.Single(world.App.Events("member_joined_channel")).Json["event"]!["user"]);
        Assert.Equal(world.Sandbox.BotUserId, (string?)Assert.Single(world.App.Events("pin_added")).Json["event"]!["user"]);
        Assert.Equal(world.Sandbox.BotUserId, (string?)Assert.Single(world.App.Events("reaction_added")).Json["event"]!["user"]);
        var own = Assert.Single(world.App.Events("message"), received => (string?)received.Json["event"]!["text"] == "card").Json["event"]!;
        Assert.Equal(world.Sandbox.BotId, (string?)own["bot_id"]);
        Assert.Equal(world.Sandbox.BotUserId, (string?)own["user"]);
        Assert.Null(own["subtype"]);
    }

    [Fact]
    public async Task A_mention_arrives_twice_with_two_event_ids()
    {
        await using var world = await World.StartAsync();
        var ts = await world.Alice.PostAsync(world.Incidents, $"<@{world.Sandbox.BotUserId}> help");
        var mention = (await world.EventAsync("app_mention")).Json;
        var message = Assert.Single(world.App.Events("message")).Json;
        Assert.Equal(ts, (string?)mention["event"]!["ts"]);
        Assert.Equal(ts, (string?)message["event"]!["ts"]);
        Assert.NotEqual((string?)mention["event_id"], (string?)message["event_id"]);
    }

    [Fact]
    public async Task The_bot_does_not_mention_itself()
    {
        await using var world = await World.StartAsync();
        await world.BotPostAsync(world.Incidents, $"ask <@{world.Sandbox.BotUserId}> for help");
        await world.EventAsync("message");
        Assert.Empty(world.App.Events("app_mention"));
    }

    [Fact]
    public async Task An_edit_and_a_deletion_are_hidden_messages_that_name_what_was()
    {
        await using var world = await World.StartAsync();
        var ts = await world.Alice.PostAsync(world.Incidents, "before");
        await world.Alice.EditAsync(world.Incidents, ts, "after");
        await world.Alice.DeleteAsync(world.Incidents, ts);
        await world.QuietAsync();
        var changed = world.App.Events("message").Select(received => received.Json["event"]!).Single(each => (string?)each["subtype"] == "message_changed");
        Assert.True((bool)changed["hidden"]!);
        Assert.Equal(ts, (string?)changed["message"]!["ts"]);
        Assert.Equal("after", (string?)changed["message"]!["text"]);
        Assert.Equal("before", (string?)changed["previous_message"]!["text"]);
        Assert.Equal(world.Alice.Id, (string?)changed["message"]!["edited"]!["user"]);
        Assert.NotEqual(ts, (string?)changed["ts"]);
        var deleted = world.App.Events("message").Select(received => received.Json["event"]!).Single(each => (string?)each["subtype"] == "message_deleted");
        Assert.True((bool)deleted["hidden"]!);
        Assert.Equal(ts, (string?)deleted["deleted_ts"]);
        Assert.Equal("after", (string?)deleted["previous_message"]!["text"]);
    }

    [Fact]
    public async Task A_deleted_parent_of_a_thread_is_reported_as_changed_into_a_tombstone()
    {
        await using var world = await World.StartAsync();
        var ts = await world.Alice.PostAsync(world.Incidents, "parent");
        await world.Bob.PostAsync(world.Incidents, "reply", ts);
        await world.Alice.DeleteAsync(world.Incidents, ts);
        await world.QuietAsync();
        var gone = world.App.Events("message").Select(received => received.Json["event"]!).Single(each => (string?)each["subtype"] is { } subtype && subtype.StartsWith("message_", StringComparison.Ordinal));
        Assert.Equal(("message_changed", "tombstone"), ((string)gone["subtype"]!, (string)gone["message"]!["subtype"]!));
        Assert.Equal("parent", (string?)gone["previous_message"]!["text"]);
    }

    [Fact]
    public async Task Reactions_name_item_and_author()
    {
        await using var world = await World.StartAsync();
        var ts = await world.Alice.PostAsync(world.Incidents, "x");
        await world.Bob.ReactAsync(world.Incidents, ts, "raising_hand");
        await world.Bob.UnreactAsync(world.Incidents, ts, "raising_hand");
        var added = (await world.EventAsync("reaction_added")).Json["event"]!;
        Assert.Equal(("raising_hand", world.Bob.Id, world.Alice.Id), ((string)added["reaction"]!, (string)added["user"]!, (string)added["item_user"]!));
        Assert.Equal((world.Incidents, ts), ((string)added["item"]!["channel"]!, (string)added["item"]!["ts"]!));
        Assert.Equal("raising_hand", (string?)(await world.EventAsync("reaction_removed")).Json["event"]!["reaction"]);
    }

    [Fact]
    public async Task Pins_carry_the_message_and_say_channel_id()
    {
        await using var world = await World.StartAsync();
        var ts = await world.Alice.PostAsync(world.Incidents, "remember");
        await world.Bob.PinAsync(world.Incidents, ts);
        await world.Bob.UnpinAsync(world.Incidents, ts);
        var added = (await world.EventAsync("pin_added")).Json["event"]!;
        Assert.Equal(world.Incidents, (string?)added["channel_id"]);
        Assert.Null(added["channel"]);
        Assert.Equal(world.Bob.Id, (string?)added["user"]);
        Assert.Equal(world.Alice.Id, (string?)added["item_user"]);
        Assert.Equal("remember", (string?)added["item"]!["message"]!["text"]);
        Assert.Equal(1, (int)added["pin_count"]!);
        var removed = (await world.EventAsync("pin_removed")).Json["event"]!;
        Assert.False((bool)removed["has_pins"]!);
        Assert.Equal(0, (int)removed["pin_count"]!);
        Assert.Null(removed["item"]!["message"]!["pinned_to"]);
    }

    [Fact]
    public async Task The_life_of_a_channel_is_told_as_events_and_as_messages_in_it()
    {
        await using var world = await World.StartAsync();
        var channel = await world.BotChannelAsync("one");
        await world.Bot.OkAsync("conversations.invite", ("channel", channel), ("users", world.Alice.Id));
        await world.Alice.RenameAsync(channel, "two");
        await world.Alice.SetTopicAsync(channel, "calm");
        await world.Alice.ArchiveAsync(channel);
        await world.Alice.UnarchiveAsync(channel);
        await world.Client.DeleteChannelAsync(channel);
        await world.QuietAsync();

        Assert.Equal("one", (string?)Assert.Single(world.App.Events("channel_created")).Json["event"]!["channel"]!["name"]);
        Assert.Equal("two", (string?)Assert.Single(world.App.Events("channel_rename")).Json["event"]!["channel"]!["name"]);
        Assert.Equal(channel, (string?)Assert.Single(world.App.Events("channel_archive")).Json["event"]!["channel"]);
        Assert.Equal(channel, (string?)Assert.Single(world.App.Events("channel_unarchive")).Json["event"]!["channel"]);
        Assert.Equal(channel, (string?)Assert.Single(world.App.Events("channel_deleted")).Json["event"]!["channel"]);
        var joined = world.App.Events("member_joined_channel").Select(received => received.Json["event"]!).Single(each => (string?)each["user"] == world.Alice.Id);
        Assert.Equal(world.Sandbox.BotUserId, (string?)joined["inviter"]);
        Assert.Equal("C", (string?)joined["channel_type"]);
        var subtypes = world.App.Events("message").Select(received => (string?)received.Json["event"]!["subtype"]);
        Assert.Equal(["channel_archive", "channel_join", "channel_join", "channel_name", "channel_topic", "channel_unarchive"], subtypes.Order());
    }

    [Fact]
    public async Task A_private_channel_is_told_in_the_words_of_groups()
    {
        await using var world = await World.StartAsync();
        var channel = await world.BotChannelAsync("hush", isPrivate: true);
        await world.Bot.OkAsync("conversations.rename", ("channel", channel), ("name", "hushed"));
        await world.Bot.OkAsync("conversations.archive", ("channel", channel));
        await world.QuietAsync();
        Assert.Empty(world.App.Events("channel_created"));
        Assert.Single(world.App.Events("group_rename"));
        Assert.Single(world.App.Events("group_archive"));
        Assert.All(world.App.Events("message"), received => Assert.Equal("group", (string?)received.Json["event"]!["channel_type"]));
    }

    [Fact]
    public async Task When_the_bot_is_removed_it_hears_of_it()
    {
        await using var world = await World.StartAsync();
        await world.Alice.KickAsync(world.Incidents, world.Sandbox.BotUserId);
        await world.Alice.PostAsync(world.Incidents, "at last alone");
        Assert.Equal(world.Incidents, (string?)(await world.EventAsync("channel_left")).Json["event"]!["channel"]);
        Assert.Single(world.App.Events("member_left_channel"));
        Assert.Empty(world.App.Events("message"));
    }

    [Fact]
    public async Task A_changed_profile_and_a_new_colleague_are_told_in_full()
    {
        await using var world = await World.StartAsync();
        await world.Alice.ChangeProfileAsync(tz: "Asia/Tokyo");
        var changed = (await world.EventAsync("user_change")).Json["event"]!;
        Assert.Equal("Asia/Tokyo", (string?)changed["user"]!["tz"]);
        Assert.Equal(32400, (int)changed["user"]!["tz_offset"]!);
        var newcomer = await world.Client.CreatePersonAsync("gerd", "Gerd Neu", "Europe/Vienna");
        Assert.Equal(newcomer, (string?)(await world.EventAsync("team_join")).Json["event"]!["user"]!["id"]);
    }

    [Fact]
    public async Task Opening_the_home_tab_names_the_direct_message_and_the_view_it_has()
    {
        await using var world = await World.StartAsync();
        await world.Alice.OpenHomeAsync();
        var first = (await world.EventAsync("app_home_opened")).Json["event"]!;
        Assert.Equal((world.Alice.Id, "home"), ((string)first["user"]!, (string)first["tab"]!));
        Assert.StartsWith("D", (string?)first["channel"], StringComparison.Ordinal);
        Assert.Null(first["view"]);
        await world.Bot.OkAsync("views.publish", ("user_id", world.Alice.Id), ("view", """{"type":"home","blocks":[]}"""));
        await world.Alice.OpenHomeAsync();
        await world.QuietAsync();
        Assert.Equal("home", (string?)world.App.Events("app_home_opened")[1].Json["event"]!["view"]!["type"]);
    }

    [Fact]
    public async Task A_direct_message_to_the_bot_is_a_message_of_type_im()
    {
        await using var world = await World.StartAsync();
        var direct = await world.Alice.OpenDirectAsync(world.Sandbox.BotUserId);
        await world.Alice.PostAsync(direct, "hello?");
        Assert.Equal("im", (string?)(await world.EventAsync("message")).Json["event"]!["channel_type"]);
    }
}
