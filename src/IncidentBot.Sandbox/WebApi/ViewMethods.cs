using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.WebApi;

/// <summary><c>views.open</c>, <c>views.push</c>, <c>views.update</c>, <c>views.publish</c></summary>
internal static class ViewMethods
{
    public static IReadOnlyList<ApiMethod> All { get; } =
    [
        new("views.open", ["trigger_id", "view"], Open),
        new("views.push", ["trigger_id", "view"], Push),
        new("views.update", ["view", "view_id", "external_id", "hash"], Update),
        new("views.publish", ["user_id", "view", "hash"], Publish),
    ];

    private static JsonObject Open(ApiCall call)
    {
        var view = View(call);
        call.Required("trigger_id");
        Modals.Check(call.Workspace, view);
        var trigger = Trigger(call);
        return Answer(call, call.Workspace.OpenModal(call.Workspace.People[trigger.UserId], view));
    }

    private static JsonObject Push(ApiCall call)
    {
        var view = View(call);
        call.Required("trigger_id");
        Modals.Check(call.Workspace, view);
        var trigger = Trigger(call);
        var person = call.Workspace.People[trigger.UserId];
        if (person.Modals.Count == 0 || trigger.ViewId is null)
            throw new Refusal("not_found");
        return Answer(call, call.Workspace.PushModal(person, view));
    }

    private static JsonObject Update(ApiCall call)
    {
        var view = View(call);
        var id = call.Text("view_id");
        var externalId = call.Text("external_id");
        if (id is not { Length: > 0 } && externalId is not { Length: > 0 })
            throw Refusal.InvalidArguments("missing required field: view_id or external_id");
        Modals.Check(call.Workspace, view, anyType: true);
        var open = id is { Length: > 0 }
            ? call.Workspace.Views.GetValueOrDefault(id)
            : call.Workspace.Views.Values.FirstOrDefault(each => each.ExternalId == externalId);
        if (open is null)
            throw new Refusal("not_found");
        RequireHash(call, open);
        call.Workspace.UpdateView(open, view);
        return Answer(call, open);
    }

    private static JsonObject Publish(ApiCall call)
    {
        var userId = call.Required("user_id");
        var view = View(call);
        if (!call.Workspace.App.Manifest.HomeTab)
            throw new Refusal("not_enabled");
        if (!call.Workspace.People.TryGetValue(userId, out var person) || person.IsDeleted)
            throw new Refusal("invalid_arguments", new JsonObject
            {
                ["response_metadata"] = new JsonObject { ["messages"] = new JsonArray("invalid `user_id`") },
            });
        if (person.Home is { } home)
            RequireHash(call, home);
        return Answer(call, call.Workspace.PublishHome(person, view));
    }

    private static Trigger Trigger(ApiCall call)
    {
        try
        {
            return call.Workspace.Triggers.Use(call.Text("trigger_id"), call.Workspace.Now);
        }
        catch (Refusal refusal) when (call.Workspace.Options.OldTriggerErrors)
        {
            throw Refusal.InvalidArguments($"{refusal.Code} [json-pointer:/trigger_id]");
        }
    }

    private static JsonObject View(ApiCall call)
    {
        if (!call.Arguments.Has("view"))
            throw Refusal.MissingField("view");
        var malformed = () => Refusal.InvalidArguments("must be valid JSON [json-pointer:/view]");
        return call.Arguments.Structure("view", malformed) as JsonObject ?? throw malformed();
    }

    private static void RequireHash(ApiCall call, OpenView open)
    {
        if (call.Text("hash") is { Length: > 0 } hash && hash != open.Hash)
            throw new Refusal("hash_conflict");
    }

    private static JsonObject Answer(ApiCall call, OpenView view) => new() { ["view"] = view.ToJson(call.Workspace) };
}
