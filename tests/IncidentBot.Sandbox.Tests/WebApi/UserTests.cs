namespace IncidentBot.Sandbox.Tests.WebApi;

public sealed class UserTests
{
    [Fact]
    public async Task A_person_has_a_time_zone_and_an_offset_of_the_season()
    {
        await using var world = await World.StartAsync();
        await world.Client.MoveClockAsync(Midsummer(await world.Client.NowAsync()));
        var user = (await world.Bot.OkAsync("users.info", ("user", world.Alice.Id)))["user"]!;
        Assert.Equal("Europe/Berlin", (string?)user["tz"]);
        Assert.Equal(7200, (int)user["tz_offset"]!);
        Assert.Equal("Alice Berger", (string?)user["real_name"]);
        Assert.Equal("alice", (string?)user["profile"]!["display_name"]);
        Assert.False((bool)user["is_bot"]!);
    }

    [Fact]
    public async Task Slackbot_has_no_time_zone_bots_have_none_to_tell_and_strangers_do_not_exist()
    {
        await using var world = await World.StartAsync();
        var slackbot = (await world.Bot.OkAsync("users.info", ("user", "USLACKBOT")))["user"]!;
        Assert.Null(slackbot["tz"]);
        Assert.False((bool)slackbot["is_bot"]!);
        var bot = (await world.Bot.OkAsync("users.info", ("user", world.Sandbox.BotUserId)))["user"]!.AsObject();
        Assert.False(bot.ContainsKey("tz"));
        Assert.True((bool)bot["is_bot"]!);
        Assert.Equal("user_not_found", await world.Bot.ErrorAsync("users.info", ("user", "U0NOBODY")));
        Assert.Equal("user_not_found", await world.Bot.ErrorAsync("users.info"));
    }

    [Fact]
    public async Task Who_has_left_is_still_known_but_not_written_to()
    {
        await using var world = await World.StartAsync();
        await world.Bob.ChangeProfileAsync(deleted: true);
        var user = (await world.Bot.OkAsync("users.info", ("user", world.Bob.Id)))["user"]!.AsObject();
        Assert.True((bool)user["deleted"]!);
        Assert.False(user.ContainsKey("tz"));
        Assert.Equal("channel_not_found", await world.Bot.ErrorAsync("chat.postMessage", ("channel", world.Bob.Id), ("text", "x")));
        Assert.Equal("user_disabled", await world.Bot.ErrorAsync("conversations.open", ("users", world.Bob.Id)));
    }

    private static DateTimeOffset Midsummer(DateTimeOffset now) => new(now.Year + 1, 7, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Somebody_of_another_workspace_has_no_zone_or_address_and_is_a_stranger_until_they_share_a_channel()
    {
        await using var world = await World.StartAsync();
        var stranger = await world.Client.CreatePersonAsync("pia", "Pia Partner", tz: null, team: "T0PARTNERS");
        var before = (await world.Bot.OkAsync("users.info", ("user", stranger)))["user"]!;
        await world.Client.As(stranger).JoinAsync(world.Incidents);
        await world.Client.As(stranger).PostAsync(world.Incidents, "Hello from next door");

        var user = (await world.Bot.OkAsync("users.info", ("user", stranger)))["user"]!;
        var message = (await world.Bot.OkAsync("conversations.history", ("channel", world.Incidents)))["messages"]![0]!;

        Assert.True((bool?)before["is_stranger"]);
        Assert.Equal(("T0PARTNERS", null, null, null), ((string?)user["team_id"], (bool?)user["is_stranger"], user["tz"], user["profile"]!["email"]));
        Assert.Equal(("T0PARTNERS", "T0PARTNERS"), ((string?)message["user_team"], (string?)message["source_team"]));
    }
}
