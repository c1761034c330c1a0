using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IncidentBot.Sandbox.Workspace;

/// <summary>User groups are made and changed. Callers check who may; this does it and tells the app.</summary>
internal static partial class UserGroups
{
    /// <summary>Mentions of everybody, which no group may be called.</summary>
    private static readonly string[] Reserved = ["channel", "everyone", "here"];

    public static UserGroup CreateUserGroup(this SlackWorkspace workspace, string name, string? handle, string description, IReadOnlyList<string> channels, string by)
    {
        if (name.Length == 0)
            throw new Refusal("missing_subteam_name");
        var chosen = handle is { Length: > 0 } ? handle : OtherThanHandle().Replace(name.ToLowerInvariant(), "-").Trim('-');
        if (!Handle().IsMatch(chosen))
            throw new Refusal("bad_handle");
        if (Reserved.Contains(chosen))
            throw new Refusal("forbidden_handle");
        if (workspace.UserGroups.Values.Any(group => group.Name == name))
            throw new Refusal("name_already_exists");
        if (workspace.HandleIsTaken(chosen))
            throw new Refusal("handle_already_exists");

        var now = workspace.NowSeconds;
        var group = new UserGroup
        {
            Id = workspace.Ids.Next("S"),
            Name = name,
            Handle = chosen,
            Description = description,
            CreatedBy = by,
            UpdatedBy = by,
            Created = now,
            Updated = now,
            Channels = channels,
        };
        workspace.UserGroups.Add(group.Id, group);
        Tell(workspace, "subteam_created", group);
        return group;
    }

    /// <summary>Handles are unique among channels, people and user groups (Slack docs: usergroups.create).</summary>
    public static bool HandleIsTaken(this SlackWorkspace workspace, string handle, UserGroup? except = null) =>
        workspace.UserGroups.Values.Any(group => group != except && group.Handle == handle)
        || workspace.People.Values.Any(person => person.Name == handle)
        || workspace.Conversations.Values.Any(conversation => conversation.IsChannel && conversation.Name == handle);

    public static bool IsHandle(string handle) => Handle().IsMatch(handle) && !Reserved.Contains(handle);

    public static void Change(this SlackWorkspace workspace, UserGroup group, string by, Action<UserGroup> change)
    {
        change(group);
        group.Updated = workspace.NowSeconds;
        group.UpdatedBy = by;
        Tell(workspace, "subteam_updated", group);
    }

    /// <summary>Replaces everybody. Both events come: what changed, and how the group is now (Slack docs: subteam_members_changed, subteam_updated).</summary>
    public static void SetUsers(this SlackWorkspace workspace, UserGroup group, IReadOnlyList<string> users, string by)
    {
        var added = users.Except(group.Users).ToList();
        var removed = group.Users.Except(users).ToList();
        if (added.Count + removed.Count == 0)
            return;
        var before = group.Updated;
        workspace.Raise(new JsonObject
        {
            ["type"] = "subteam_members_changed",
            ["subteam_id"] = group.Id,
            ["team_id"] = workspace.TeamId,
            ["date_previous_update"] = before,
            ["date_update"] = workspace.NowSeconds,
            ["added_users"] = new JsonArray([.. added.Select(user => (JsonNode)user)]),
            ["added_users_count"] = added.Count,
            ["removed_users"] = new JsonArray([.. removed.Select(user => (JsonNode)user)]),
            ["removed_users_count"] = removed.Count,
            ["event_ts"] = workspace.EventTs(),
        });
        workspace.Change(group, by, changed => changed.Users = users);
    }

    private static void Tell(SlackWorkspace workspace, string type, UserGroup group)
    {
        workspace.Changes.Everybody();
        workspace.Raise(new JsonObject { ["type"] = type, ["subteam"] = group.ToJson(workspace), ["event_ts"] = workspace.EventTs() });
    }

    [GeneratedRegex("^[a-z0-9][a-z0-9._-]{0,79}$")]
    private static partial Regex Handle();

    [GeneratedRegex("[^a-z0-9._-]+")]
    private static partial Regex OtherThanHandle();
}
