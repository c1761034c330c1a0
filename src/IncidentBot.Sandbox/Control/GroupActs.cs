using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.Control;

/// <summary>What people do with user groups, and whether they are there themselves.</summary>
internal static class GroupActs
{
    /// <summary>The first person of the workspace makes it.</summary>
    public static JsonObject Create(SlackWorkspace workspace, ControlBody body)
    {
        var users = body.Texts("users").Select(workspace.Person).Select(person => person.Id).ToList();
        var maker = workspace.People.Values.First(person => !person.IsBot && !person.IsSlackbot).Id;
        var group = workspace.CreateUserGroup(body.Required("name"), body.Text("handle"), body.Text("description") ?? "", [], maker);
        workspace.SetUsers(group, users, maker);
        return new JsonObject { ["usergroup"] = group.Id };
    }

    public static JsonObject ChangeAvailability(SlackWorkspace workspace, Person person, ControlBody body)
    {
        person.Availability = new Availability(body.Flag("away"), (long?)body.Number("quiet_from"), (long?)body.Number("quiet_until"));
        workspace.Changes.Everybody();
        return [];
    }
}
