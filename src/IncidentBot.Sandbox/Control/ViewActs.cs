using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Deliveries;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.Control;

/// <summary>People close forms, use shortcuts and open the Home tab.</summary>
internal static class ViewActs
{
    /// <summary>Closes the form in front; with <c>clear</c> (the X) the whole stack. The app hears of it only if it asked to.</summary>
    public static async Task<JsonObject> CloseAsync(SandboxEngine engine, string userId, ControlBody body)
    {
        var workspace = engine.Workspace;
        var payload = engine.Do(() =>
        {
            var person = workspace.Person(userId);
            var view = workspace.View(person, body.Required("view_id"));
            var clears = body.Flag("clear") || (bool?)view.Definition["clear_on_close"] == true;
            var reported = clears ? person.Modals[0] : view;
            var closed = reported.NotifiesOnClose ? Interactions.Closed(workspace, person, reported, clears) : null;
            workspace.Close(person, reported);
            return closed;
        });
        if (payload is null)
            return new JsonObject { ["delivery"] = null };
        var attempt = await engine.Sender.SendAsync(Interactions.Pack(payload), retry: 0, reason: null, engine.Stopping);
        return new JsonObject { ["delivery"] = AppReport.ToJson(attempt, AppReport.ErrorOf(attempt)) };
    }

    public static async Task<JsonObject> ShortcutAsync(SandboxEngine engine, string userId, ControlBody body)
    {
        var workspace = engine.Workspace;
        var channelId = body.Text("channel");
        var payload = engine.Do(() =>
        {
            var person = workspace.Person(userId);
            var callbackId = body.Required("callback_id");
            var type = channelId is null ? "global" : "message";
            if (!workspace.App.Manifest.Shortcuts.Any(shortcut => shortcut.CallbackId == callbackId && shortcut.Type == type))
                throw new ControlRefusal("no_such_shortcut", $"There is no {type} shortcut {callbackId}.", status: 404);
            if (channelId is null)
                return Interactions.GlobalShortcut(workspace, person, callbackId);
            var conversation = workspace.Seen(person, channelId);
            return Interactions.MessageShortcut(workspace, person, callbackId, conversation, conversation.Message(body.Required("ts")));
        });

        var attempt = await engine.Sender.SendAsync(Interactions.Pack(payload), retry: 0, reason: null, engine.Stopping);
        var error = AppReport.ErrorOf(attempt);
        if (error is not null && channelId is not null)
            engine.Do(() =>
            {
                AppReport.Tell(workspace, channelId, userId, "The shortcut", error);
                return true;
            });
        return new JsonObject { ["delivery"] = AppReport.ToJson(attempt, error) };
    }

    public static JsonObject OpenHome(SlackWorkspace workspace, Person person)
    {
        var direct = workspace.DirectBetween(person.Id, workspace.Bot.Id);
        var opened = new JsonObject
        {
            ["type"] = "app_home_opened",
            ["user"] = person.Id,
            ["channel"] = direct.Id,
            ["tab"] = "home",
        };
        if (person.Home is { } home)
            opened["view"] = home.ToJson(workspace);
        opened["event_ts"] = workspace.EventTs();
        workspace.Raise(opened, direct);
        return [];
    }

    public static JsonObject Home(SlackWorkspace workspace, Person person) => new() { ["view"] = person.Home?.ToJson(workspace) };
}
