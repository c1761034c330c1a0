using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.Workspace;

/// <summary>People arrive, and change who or where they are.</summary>
internal static class ProfileChanges
{
    public static Person Welcome(this SlackWorkspace workspace, string name, string realName, string? tz, Guest guest = Guest.No)
    {
        var person = workspace.AddPerson(name, realName, tz, guest: guest);
        workspace.Changes.Everybody();
        foreach (var general in workspace.Conversations.Values.Where(channel => channel.IsGeneral && guest is Guest.No))
            general.Members.Add(person.Id);
        workspace.Raise(Happened(workspace, "team_join", person));
        return person;
    }

    public static void Change(this SlackWorkspace workspace, Person person, Action<Person> change)
    {
        change(person);
        person.Updated = workspace.NowSeconds;
        workspace.Changes.Everybody();
        var happened = Happened(workspace, "user_change", person);
        happened["cache_ts"] = workspace.NowSeconds;
        workspace.Raise(happened);
    }

    /// <summary>Somebody of another workspace shows up in a shared channel. They have no time zone here (Slack docs: users.info).</summary>
    public static Person Meet(this SlackWorkspace workspace, string name, string realName, string team)
    {
        var person = workspace.AddPerson(name, realName, tz: null, team);
        workspace.Changes.Everybody();
        return person;
    }

    private static JsonObject Happened(SlackWorkspace workspace, string type, Person person) => new()
    {
        ["type"] = type,
        ["user"] = person.ToJson(workspace, workspace.Now),
        ["event_ts"] = workspace.EventTs(),
    };
}
