using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Deliveries;
using IncidentBot.Sandbox.Faults;
using IncidentBot.Sandbox.WebApi;
using IncidentBot.Sandbox.Workspace;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace IncidentBot.Sandbox.Control;

/// <summary>The table of contents of <c>/_sandbox/</c>; see the README beside this project.</summary>
internal static class ControlRoutes
{
    private static readonly string[] Delete = [HttpMethods.Delete];
    private static readonly string[] Patch = [HttpMethods.Patch];

    public static void Map(IEndpointRouteBuilder routes, SandboxEngine engine)
    {
        var control = routes.MapGroup("/_sandbox");
        MapReading(control, engine);
        MapPeople(control, engine);
        MapWorld(control, engine);
    }

    private static void MapReading(RouteGroupBuilder control, SandboxEngine engine)
    {
        var workspace = engine.Workspace;
        Get(control, "/state", http => workspace.Read(() => StateView.Of(engine, http.Request.Query["as"])));
        Get(control, "/channels/{channel}/messages", http => workspace.Read(() =>
        {
            var viewer = workspace.Person(http.Request.Query["as"].ToString());
            return MessagesView.Of(workspace, viewer, workspace.Seen(viewer, Route(http, "channel")));
        }));
        Get(control, "/people/{user}/views", http => workspace.Read(() =>
            new JsonObject { ["modals"] = Submitting.ViewsOf(workspace, workspace.Person(Route(http, "user"))) }));
        Get(control, "/people/{user}/home", http => workspace.Read(() => ViewActs.Home(workspace, workspace.Person(Route(http, "user")))));
        Get(control, "/journal", http => JournalView.After(engine.Journal, Number(http, "after") ?? 0));
        control.MapGet("/changes", http => GuardAsync(http, async () =>
        {
            await ChangesStream.StreamAsync(engine, http, http.Request.Query["as"].ToString());
            return null;
        }));
        control.MapGet("/clock", http => GuardAsync(http, async () => await ClockControl.ReadAsync(engine, http, Number(http, "after"))));
    }

    private static void MapPeople(RouteGroupBuilder control, SandboxEngine engine)
    {
        var people = control.MapGroup("/people/{user}");
        Act(people, "/messages", engine, Talking.Post);
        Act(people, "/files", engine, Sharing.Share);
        Act(people, "/edits", engine, Talking.Edit);
        Act(people, "/deletions", engine, Talking.Delete);
        Act(people, "/reactions", engine, Talking.React);
        Act(people, "/reactions", engine, Talking.Unreact, Delete);
        Act(people, "/pins", engine, Talking.Pin);
        Act(people, "/pins", engine, Talking.Unpin, Delete);
        Act(people, "/joins", engine, ChannelActs.Join);
        Act(people, "/leaves", engine, ChannelActs.Leave);
        Act(people, "/invites", engine, ChannelActs.Invite);
        Act(people, "/kicks", engine, ChannelActs.Kick);
        Act(people, "/renames", engine, ChannelActs.Rename);
        Act(people, "/topics", engine, ChannelActs.SetTopic);
        Act(people, "/archives", engine, ChannelActs.Archive);
        Act(people, "/unarchives", engine, ChannelActs.Unarchive);
        Act(people, "/conversions", engine, Conversions.Convert);
        Act(people, "/directs", engine, ChannelActs.OpenDirect);
        Act(people, "/home", engine, (workspace, person, _) => ViewActs.OpenHome(workspace, person));
        Act(people, "", engine, ChannelActs.ChangeProfile, Patch);
        Act(people, "/availability", engine, GroupActs.ChangeAvailability, Patch);
        Deliver(people, "/commands", engine, Commanding.RunAsync);
        Deliver(people, "/clicks", engine, Clicking.ClickAsync);
        Deliver(people, "/suggestions", engine, Suggesting.SuggestAsync);
        Deliver(people, "/submissions", engine, Submitting.SubmitAsync);
        Deliver(people, "/closes", engine, ViewActs.CloseAsync);
        Deliver(people, "/shortcuts", engine, ViewActs.ShortcutAsync);
    }

    private static void MapWorld(RouteGroupBuilder control, SandboxEngine engine)
    {
        var workspace = engine.Workspace;
        Post(control, "/team", (_, body) => Task.FromResult(engine.Do(() => TeamActs.Change(workspace, body))), Patch);
        Post(control, "/app/uninstall", (_, _) => Task.FromResult(engine.Do(() => TeamActs.Uninstall(workspace))));
        Post(control, "/app/revoke", (_, _) => Task.FromResult(engine.Do(() => TeamActs.Revoke(workspace))));
        Post(control, "/app/reinstall", (_, _) => Task.FromResult(engine.Do(() => TeamActs.Reinstall(workspace))));
        Post(control, "/people", (_, body) => Task.FromResult(engine.Do(() => ChannelActs.Welcome(workspace, body))));
        Post(control, "/usergroups", (_, body) => Task.FromResult(engine.Do(() => GroupActs.Create(workspace, body))));
        Post(control, "/channels", (_, body) => Task.FromResult(engine.Do(() => ChannelActs.Create(workspace, body))));
        Post(control, "/channels/{channel}", (http, _) => Task.FromResult(engine.Do(() => ChannelActs.Delete(workspace, Route(http, "channel")))), Delete);
        Post(control, "/clock", (http, body) => ClockControl.MoveAsync(engine, body, http.RequestAborted));
        Post(control, "/faults", (_, body) => Task.FromResult(AddFault(engine, body)));
        Post(control, "/faults", (_, _) => Task.FromResult(ClearFaults(engine)), Delete);
        Post(control, "/cursors", (_, _) => Task.FromResult(engine.Do(() => TeamActs.ExpireCursors(workspace))), Delete);
        Post(control, "/redeliver", (_, body) => Task.FromResult(JournalView.Redeliver(engine, body)));
        Post(control, "/quiet", async (http, body) => new JsonObject
        {
            ["quiet"] = await engine.Activity.QuietAsync(
                TimeSpan.FromMilliseconds(body.Number("for_ms") ?? 200),
                TimeSpan.FromMilliseconds(body.Number("within_ms") ?? 10_000),
                http.RequestAborted),
        });
        Post(control, "/app", (http, body) => InstallAsync(engine, body, http.RequestAborted));
        Post(control, "/app/probe", async (http, _) =>
        {
            var attempt = await engine.Installation.ProbeAsync(http.RequestAborted);
            return new JsonObject { ["delivery"] = AppReport.ToJson(attempt, AppReport.ErrorOf(attempt)) };
        });
        Post(control, "/sockets", (_, body) => SocketControl.DoAsync(engine, body));
        Post(control, "/app/enable", (_, _) =>
        {
            engine.Events.Health.Enable();
            return Task.FromResult(new JsonObject());
        });
    }

    private static async Task<JsonObject> InstallAsync(SandboxEngine engine, ControlBody body, CancellationToken cancellationToken)
    {
        var events = Address(body, "request_url") ?? throw new ControlRefusal("missing_field", "\"request_url\" is missing.");
        await engine.Installation.RegisterAsync(
            new AppAddresses(events, Address(body, "command_url") ?? events, Address(body, "interactivity_url") ?? events), cancellationToken);
        return [];
    }

    private static Uri? Address(ControlBody body, string name) => body.Text(name) switch
    {
        null => null,
        var text when Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" => address,
        _ => throw new ControlRefusal("not_a_url", $"\"{name}\" must be an http or https address."),
    };

    private static JsonObject AddFault(SandboxEngine engine, ControlBody body)
    {
        var on = body.Required("on");
        if (on is not ("delivery" or "response_url" or FileEndpoints.Download or FileEndpoints.UploadBytes) && !MethodFacts.All.ContainsKey(on))
            throw new ControlRefusal("unknown_method", $"There is no method {on}.");
        engine.Faults.Add(
            Fault.Of(on, body.Required("kind"), (int)(body.Number("retry_after") ?? 1)), Math.Max(1, (int)(body.Number("times") ?? 1)));
        return [];
    }

    private static JsonObject ClearFaults(SandboxEngine engine)
    {
        engine.Faults.Clear();
        return [];
    }

    private static void Get(RouteGroupBuilder routes, string path, Func<HttpContext, JsonObject> read) =>
        routes.MapMethods(path, [HttpMethods.Get], http => GuardAsync(http, async () => await Task.FromResult(read(http))));

    private static void Act(
        RouteGroupBuilder routes, string path, SandboxEngine engine, Func<SlackWorkspace, Person, ControlBody, JsonObject> act, string[]? methods = null) =>
        Post(
            routes,
            path,
            (http, body) => Task.FromResult(engine.Do(() => act(engine.Workspace, engine.Workspace.Person(Route(http, "user")), body))),
            methods);

    private static void Deliver(
        RouteGroupBuilder routes, string path, SandboxEngine engine, Func<SandboxEngine, string, ControlBody, Task<JsonObject>> act) =>
        Post(routes, path, async (http, body) =>
        {
            engine.Activity.Begin();
            try
            {
                return await act(engine, Route(http, "user"), body);
            }
            finally
            {
                engine.Activity.End();
            }
        });

    private static void Post(
        RouteGroupBuilder routes, string path, Func<HttpContext, ControlBody, Task<JsonObject>> act, string[]? methods = null) =>
        routes.MapMethods(path, methods ?? [HttpMethods.Post], http => GuardAsync(http, async () =>
        {
            var answer = new JsonObject { ["ok"] = true };
            foreach (var (name, value) in await act(http, await ControlBody.ReadAsync(http.Request)))
                answer[name] = value?.DeepClone();
            return answer;
        }));

    /// <summary>Refusals, the workspace's own included, become an error code and a sentence.</summary>
    private static async Task GuardAsync(HttpContext http, Func<Task<JsonObject?>> answer)
    {
        JsonObject? json;
        try
        {
            json = await answer();
        }
        catch (ControlRefusal refusal)
        {
            http.Response.StatusCode = refusal.Status;
            json = new JsonObject { ["error"] = refusal.Code, ["message"] = refusal.Message };
        }
        catch (Refusal refusal)
        {
            http.Response.StatusCode = StatusCodes.Status400BadRequest;
            json = new JsonObject { ["error"] = refusal.Code, ["message"] = $"Slack would answer {refusal.Code}." };
        }

        if (json is null)
            return;
        http.Response.ContentType = "application/json; charset=utf-8";
        await http.Response.WriteAsync(json.ToJsonString(), http.RequestAborted);
    }

    private static string Route(HttpContext http, string name) => (string)http.Request.RouteValues[name]!;

    private static long? Number(HttpContext http, string name) =>
        long.TryParse(http.Request.Query[name], System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}
