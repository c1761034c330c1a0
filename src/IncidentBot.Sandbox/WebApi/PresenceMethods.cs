using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.WebApi;

/// <summary><c>users.getPresence</c>, <c>users.profile.get</c>, <c>dnd.info</c>, <c>dnd.teamInfo</c>: may somebody be woken?</summary>
internal static class PresenceMethods
{
    public static IReadOnlyList<ApiMethod> All { get; } =
    [
        new("users.getPresence", ["user"], GetPresence),
        new("users.profile.get", ["user"], GetProfile),
        new("dnd.info", ["user"], Info),
        new("dnd.teamInfo", ["users"], TeamInfo),
    ];

    /// <summary>The page names no code for somebody unknown.</summary>
    private static JsonObject GetPresence(ApiCall call) => new()
    {
        ["presence"] = Person(call, Refusal.InvalidArguments("must name a user [json-pointer:/user]")).Availability.Presence,
    };

    private static JsonObject GetProfile(ApiCall call) => new()
    {
        ["profile"] = Person(call, new Refusal("user_not_found")).ToJson(call.Workspace, call.Workspace.Now)["profile"]!.DeepClone(),
    };

    private static JsonObject Info(ApiCall call) => Person(call, new Refusal("user_not_found")).Availability.QuietToJson();

    private static JsonObject TeamInfo(ApiCall call)
    {
        var ids = call.Arguments.Ids("users");
        if (ids.Count == 0)
            throw new Refusal("no_users_provided");
        var users = new JsonObject();
        foreach (var id in ids)
        {
            if (call.Workspace.People.TryGetValue(id, out var person))
                users[id] = person.Availability.QuietToJson();
        }

        return new JsonObject { ["users"] = users };
    }

    /// <summary>Without an argument, the caller.</summary>
    private static Person Person(ApiCall call, Refusal unknown)
    {
        var id = call.Text("user") is { Length: > 0 } asked ? asked : call.Bot.Id;
        return call.Workspace.People.GetValueOrDefault(id) ?? throw unknown;
    }
}
