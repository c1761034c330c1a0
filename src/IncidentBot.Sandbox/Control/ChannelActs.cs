using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.Control;

/// <summary>What people do with channels.</summary>
internal static class ChannelActs
{
    public static JsonObject Create(SlackWorkspace workspace, ControlBody body)
    {
        var members = body.Texts("members").Select(workspace.Person).ToList();
        var creator = members.FirstOrDefault()
            ?? throw new ControlRefusal("missing_field", "\"members\" must name at least one person; the first creates the channel.");
        var channel = workspace.CreateChannel(body.Required("name"), body.Flag("is_private"), creator.Id);
        foreach (var member in members.Skip(1))
            workspace.Join(channel, member.Id, inviter: creator.Id);
        return new JsonObject { ["channel"] = channel.Id };
    }

    public static JsonObject Delete(SlackWorkspace workspace, string channelId)
    {
        if (!workspace.Conversations.TryGetValue(channelId, out var channel) || !channel.IsChannel)
            throw new ControlRefusal("no_such_channel", $"There is no channel {channelId}.", status: 404);
        workspace.DeleteChannel(channel);
        return [];
    }

    public static JsonObject Join(SlackWorkspace workspace, Person person, ControlBody body)
    {
        var channel = Alive(workspace.Seen(person, body.Required("channel")));
        workspace.Join(channel, person.Id);
        return [];
    }

    public static JsonObject Leave(SlackWorkspace workspace, Person person, ControlBody body)
    {
        workspace.Leave(workspace.Open(person, body.Required("channel")), person.Id);
        return [];
    }

    public static JsonObject Invite(SlackWorkspace workspace, Person person, ControlBody body)
    {
        var channel = workspace.Open(person, body.Required("channel"));
        foreach (var invited in body.Texts("users").Select(workspace.Person).ToList())
            workspace.Join(channel, invited.Id, inviter: person.Id);
        return [];
    }

    public static JsonObject Kick(SlackWorkspace workspace, Person person, ControlBody body)
    {
        workspace.Leave(workspace.Open(person, body.Required("channel")), workspace.Person(body.Required("user")).Id, removedBy: person.Id);
        return [];
    }

    public static JsonObject Rename(SlackWorkspace workspace, Person person, ControlBody body)
    {
        workspace.Rename(workspace.Open(person, body.Required("channel")), body.Required("name"), person.Id);
        return [];
    }

    public static JsonObject SetTopic(SlackWorkspace workspace, Person person, ControlBody body)
    {
        workspace.SetTopic(workspace.Open(person, body.Required("channel")), body.Required("topic"), person.Id);
        return [];
    }

    public static JsonObject Archive(SlackWorkspace workspace, Person person, ControlBody body)
    {
        workspace.Archive(workspace.Open(person, body.Required("channel")), person.Id);
        return [];
    }

    public static JsonObject Unarchive(SlackWorkspace workspace, Person person, ControlBody body)
    {
        var channel = workspace.Seen(person, body.Required("channel"));
        if (!channel.IsArchived)
            throw new ControlRefusal("not_archived", $"#{channel.Name} is not archived.");
        workspace.Unarchive(channel, person.Id);
        return [];
    }

    /// <summary>The direct conversation with somebody, the bot included.</summary>
    public static JsonObject OpenDirect(SlackWorkspace workspace, Person person, ControlBody body) =>
        new() { ["channel"] = workspace.DirectBetween(person.Id, workspace.Person(body.Required("user")).Id).Id };

    public static JsonObject Welcome(SlackWorkspace workspace, ControlBody body)
    {
        var name = body.Required("name");
        var realName = body.Text("real_name") ?? name;
        var person = body.Text("team") is { Length: > 0 } team ? workspace.Meet(name, realName, team) : workspace.Welcome(name, realName, Zone(body), GuestOf(body));
        return new JsonObject { ["user"] = person.Id };
    }

    private static Guest GuestOf(ControlBody body) => body.Text("guest") switch
    {
        null or "" => Guest.No,
        "multi_channel" => Guest.MultiChannel,
        "single_channel" => Guest.SingleChannel,
        var other => throw new ControlRefusal("invalid_arguments", $"A guest is multi_channel or single_channel, not \"{other}\"."),
    };

    public static JsonObject ChangeProfile(SlackWorkspace workspace, Person person, ControlBody body)
    {
        var tz = Zone(body);
        workspace.Change(person, changed =>
        {
            changed.Name = body.Text("name") ?? changed.Name;
            changed.RealName = body.Text("real_name") ?? changed.RealName;
            changed.Tz = tz ?? changed.Tz;
            changed.Locale = body.Text("locale") ?? changed.Locale;
            if (body.Has("deleted"))
                changed.IsDeleted = body.Flag("deleted");
        });
        return [];
    }

    private static Conversation Alive(Conversation channel) =>
        channel.IsArchived ? throw new ControlRefusal("is_archived", $"#{channel.Name} is archived.") : channel;

    private static string? Zone(ControlBody body)
    {
        var tz = body.Text("tz");
        return tz is null || TimeZoneInfo.TryFindSystemTimeZoneById(tz, out _)
            ? tz
            : throw new ControlRefusal("no_such_time_zone", $"There is no time zone {tz}.");
    }
}
