using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.WebApi;

/// <summary><c>usergroups.create</c>, <c>.list</c>, <c>.update</c>, <c>.enable</c>, <c>.disable</c>, <c>.users.list</c>, <c>.users.update</c></summary>
internal static class UserGroupMethods
{
    private const string PlanRefused = "plan_upgrade_required";

    public static IReadOnlyList<ApiMethod> All { get; } =
    [
        new("usergroups.create", ["name", "handle", "description", "channels", "include_count"], Create),
        new("usergroups.list", ["include_count", "include_disabled", "include_users", "team_id"], List),
        new("usergroups.update", ["usergroup", "name", "handle", "description", "channels", "include_count"], Update),
        new("usergroups.enable", ["usergroup", "include_count"], Enable),
        new("usergroups.disable", ["usergroup", "include_count"], Disable),
        new("usergroups.users.list", ["usergroup", "include_disabled"], ListUsers),
        new("usergroups.users.update", ["usergroup", "users", "include_count"], UpdateUsers),
    ];

    private static JsonObject Create(ApiCall call)
    {
        RequireWriting(call, "paid_teams_only");
        if (!call.Arguments.Has("name"))
            throw Refusal.MissingField("name");
        var channels = call.Arguments.Ids("channels");
        if (channels.Any(id => !IsChannel(call, id)))
            throw new Refusal("invalid_channel_provided");
        return Answer(call, call.Workspace.CreateUserGroup(call.Text("name")!, call.Text("handle"), call.Text("description") ?? "", channels, call.Bot.Id));
    }

    private static JsonObject List(ApiCall call)
    {
        RequirePlan(call, PlanRefused);
        if (call.Text("team_id") is { Length: > 0 } team && team != call.Workspace.TeamId)
            throw new Refusal("invalid_team");
        var withDisabled = call.Arguments.Flag("include_disabled");
        var withUsers = call.Arguments.Flag("include_users");
        var withCount = call.Arguments.Flag("include_count");
        return new JsonObject
        {
            ["usergroups"] = new JsonArray([.. call.Workspace.UserGroups.Values
                .Where(group => withDisabled || group.IsEnabled)
                .Select(group => group.ToJson(call.Workspace, withUsers, withCount))]),
        };
    }

    private static JsonObject Update(ApiCall call)
    {
        RequireWriting(call, "paid_teams_only");
        var group = Group(call);
        var name = call.Text("name") is { Length: > 0 } given ? given : group.Name;
        var handle = call.Text("handle") is { Length: > 0 } chosen ? chosen : group.Handle;
        var channels = call.Arguments.Has("channels") ? call.Arguments.Ids("channels") : group.Channels;
        // The page of this method names no codes for a name that is taken, as usergroups.create has them.
        if (call.Workspace.UserGroups.Values.Any(other => other != group && other.Name == name))
            throw Refusal.InvalidArguments("is already taken [json-pointer:/name]");
        if (!UserGroups.IsHandle(handle) || call.Workspace.HandleIsTaken(handle, except: group))
            throw Refusal.InvalidArguments("is already taken or not a handle [json-pointer:/handle]");
        if (channels.Any(id => !IsChannel(call, id)))
            throw Refusal.InvalidArguments("must name channels [json-pointer:/channels]");
        call.Workspace.Change(group, call.Bot.Id, changed =>
        {
            changed.Name = name;
            changed.Handle = handle;
            changed.Channels = channels;
            changed.Description = call.Text("description") ?? changed.Description;
        });
        return Answer(call, group);
    }

    private static JsonObject Enable(ApiCall call) => Switch(call, on: true);

    private static JsonObject Disable(ApiCall call) => Switch(call, on: false);

    private static JsonObject Switch(ApiCall call, bool on)
    {
        RequireWriting(call, PlanRefused);
        var group = Group(call);
        if (group.IsEnabled != on)
        {
            call.Workspace.Change(group, call.Bot.Id, changed =>
            {
                changed.Deleted = on ? 0 : call.Workspace.NowSeconds;
                changed.DeletedBy = on ? null : call.Bot.Id;
            });
        }

        return Answer(call, group);
    }

    private static JsonObject ListUsers(ApiCall call)
    {
        RequirePlan(call, PlanRefused);
        var id = call.Required("usergroup");
        if (!call.Workspace.UserGroups.TryGetValue(id, out var group) || !(group.IsEnabled || call.Arguments.Flag("include_disabled")))
            throw new Refusal("no_such_subteam");
        return new JsonObject { ["users"] = new JsonArray([.. group.Users.Select(user => (JsonNode)user)]) };
    }

    private static JsonObject UpdateUsers(ApiCall call)
    {
        RequireWriting(call, PlanRefused);
        var group = Group(call);
        if (!call.Arguments.Has("users"))
            throw Refusal.MissingField("users");
        var users = call.Arguments.Ids("users").Distinct().ToList();
        if (users.Count == 0)
            throw new Refusal("no_users_provided");
        if (users.Any(user => !call.Workspace.People.TryGetValue(user, out var person) || person.IsDeleted || person.IsBot || person.IsSlackbot))
            throw new Refusal("invalid_users");
        call.Workspace.SetUsers(group, users, call.Bot.Id);
        return Answer(call, group);
    }

    /// <summary>What these methods answer about a group that is not there is not published, usergroups.users.list apart.</summary>
    private static UserGroup Group(ApiCall call) =>
        call.Workspace.UserGroups.GetValueOrDefault(call.Required("usergroup"))
        ?? throw Refusal.InvalidArguments("must name a user group [json-pointer:/usergroup]");

    private static bool IsChannel(ApiCall call, string id) =>
        call.Workspace.Conversations.TryGetValue(id, out var conversation) && conversation.IsChannel && conversation.IsVisibleTo(call.Bot.Id);

    private static void RequirePlan(ApiCall call, string code)
    {
        if (!call.Workspace.Options.IsPaidPlan)
            throw new Refusal(code);
    }

    private static void RequireWriting(ApiCall call, string planCode)
    {
        RequirePlan(call, planCode);
        if (!call.Workspace.Options.BotsMayManageUserGroups)
            throw new Refusal("permission_denied");
    }

    private static JsonObject Answer(ApiCall call, UserGroup group) =>
        new() { ["usergroup"] = group.ToJson(call.Workspace, withUsers: true, call.Arguments.Flag("include_count")) };
}
