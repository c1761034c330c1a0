using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.Tests.WebApi;

public sealed class UserGroupTests
{
    [Fact]
    public async Task The_app_hears_of_groups_and_of_who_comes_and_goes()
    {
        await using var world = await World.StartAsync();
        var group = await CreateAsync(world);
        Assert.Equal("on-call", (string?)(await world.EventAsync("subteam_created")).Json["event"]!["subteam"]!["handle"]);

        await UsersAsync(world, group, world.Alice.Id);
        await world.QuietAsync();
        await UsersAsync(world, group, world.Bob.Id);
        await UsersAsync(world, group, world.Bob.Id);
        await world.QuietAsync();
        var changes = world.App.Events("subteam_members_changed").Select(each => each.Json["event"]!).ToList();
        Assert.Equal(2, changes.Count);
        Assert.Equal([(world.Alice.Id, 0), (world.Bob.Id, 1)], changes.Select(each => ((string)each["added_users"]![0]!, (int)each["removed_users_count"]!)));
        Assert.Equal(2, world.App.Events("subteam_updated").Count);
    }

    [Fact]
    public async Task People_make_groups_too()
    {
        await using var world = await World.StartAsync();
        var group = await world.Client.CreateUserGroupAsync("On call", "on-call", [world.Alice.Id, world.Bob.Id]);
        var users = (JsonArray)(await world.Bot.OkAsync("usergroups.users.list", ("usergroup", group)))["users"]!;
        Assert.Equal([world.Alice.Id, world.Bob.Id], users.Select(user => (string)user!));
        var taken = await Assert.ThrowsAsync<SandboxException>(() => world.Client.CreateUserGroupAsync("On call", "another", []));
        Assert.Equal("name_already_exists", taken.Code);
    }

    [Theory]
    [InlineData(false, true, "paid_teams_only")]
    [InlineData(true, false, "permission_denied")]
    public async Task The_plan_and_the_workspace_may_forbid_them(bool isPaid, bool botsMay, string code)
    {
        await using var world = await World.StartAsync(new SandboxOptions { IsPaidPlan = isPaid, BotsMayManageUserGroups = botsMay });
        Assert.Equal(code, await world.Bot.ErrorAsync("usergroups.create", ("name", "On call")));
        Assert.Equal(isPaid ? null : "plan_upgrade_required", await world.Bot.ErrorAsync("usergroups.list"));
    }

    [Fact]
    public async Task Somebody_can_be_away_and_undisturbed()
    {
        await using var world = await World.StartAsync();
        await world.Alice.ChangeAvailabilityAsync(isAway: true, quietFrom: 1_700_000_000, quietUntil: 1_700_030_000);
        Assert.Equal("away", (string?)(await world.Bot.OkAsync("users.getPresence", ("user", world.Alice.Id)))["presence"]);
        var quiet = await world.Bot.OkAsync("dnd.info", ("user", world.Alice.Id));
        Assert.Equal((true, 1_700_030_000), ((bool)quiet["dnd_enabled"]!, (long)quiet["next_dnd_end_ts"]!));
    }

    private static async Task<string> CreateAsync(World world) =>
        (string)(await world.Bot.OkAsync("usergroups.create", ("name", "On call"), ("handle", "on-call")))["usergroup"]!["id"]!;

    private static Task<JsonObject> UsersAsync(World world, string group, string users) =>
        world.Bot.OkAsync("usergroups.users.update", ("usergroup", group), ("users", users));
}
