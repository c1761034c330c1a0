using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Deliveries;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.Control;

/// <summary>A person sends a form, and sees what the app answers (Slack docs: Modals).</summary>
internal static class Submitting
{
    public static async Task<JsonObject> SubmitAsync(SandboxEngine engine, string userId, ControlBody body)
    {
        var workspace = engine.Workspace;
        var viewId = body.Required("view_id");
        var (payload, complaints) = engine.Do(() => Prepare(workspace, workspace.Person(userId), viewId, body));
        if (complaints is not null)
            return Report(engine, userId, delivery: null, complaints);

        var attempt = await engine.Sender.SendAsync(Interactions.Pack(payload!), retry: 0, reason: null, engine.Stopping);
        var error = AppReport.ErrorOf(attempt);
        JsonObject? errors = null;
        if (error is null)
            error = engine.Do(() => Apply(workspace, workspace.Person(userId), viewId, attempt, out errors));
        return Report(engine, userId, AppReport.ToJson(attempt, error), errors);
    }

    private static (JsonObject? Payload, JsonObject? Complaints) Prepare(
        SlackWorkspace workspace, Person person, string viewId, ControlBody body)
    {
        var view = workspace.View(person, viewId);
        if (person.Modals.LastOrDefault() != view)
            throw new ControlRefusal("not_on_top", "Only the form in front can be sent.");
        if (view.Definition["submit"] is null)
            throw new ControlRefusal("no_submit", "This view has no submit button.");
        Fill(workspace, person, view, body["values"] as JsonObject ?? []);
        workspace.Changes.Person(person.Id);
        return FormChecks.Complaints(view) is { } complaints
            ? (null, complaints)
            : (Interactions.Submission(workspace, person, view), null);
    }

    private static void Fill(SlackWorkspace workspace, Person person, OpenView view, JsonObject values)
    {
        foreach (var (blockId, actions) in values)
        {
            var block = view.Blocks.OfType<JsonObject>().FirstOrDefault(each => (string?)each["block_id"] == blockId)
                ?? throw new ControlRefusal("no_such_block", $"The form has no block {blockId}.");
            foreach (var (actionId, value) in actions as JsonObject ?? [])
            {
                var element = ViewInputs.Elements(block).FirstOrDefault(each => (string?)each["action_id"] == actionId)
                    ?? throw new ControlRefusal("no_such_element", $"There is no {actionId} in block {blockId}.");
                ViewInputs.Set(view.Values, blockId, actionId, ViewInputs.Entered(element, value, workspace, person));
            }
        }
    }

    /// <summary>Does what the app answered; an answer Slack would not understand is trouble connecting, as people see it.</summary>
    private static string? Apply(SlackWorkspace workspace, Person person, string viewId, Attempt attempt, out JsonObject? errors)
    {
        errors = null;
        if (!workspace.Views.TryGetValue(viewId, out var view))
            return null;
        var answer = AppReport.Json(attempt);
        if (answer is null && attempt.Body.Trim().Length > 0)
            return AppReport.TroubleConnecting;
        try
        {
            switch ((answer?["response_action"] as JsonValue)?.ToString())
            {
                case null:
                    workspace.Close(person, view);
                    return null;
                case "clear":
                    workspace.CloseAll(person);
                    return null;
                case "update" when answer!["view"] is JsonObject changed:
                    workspace.UpdateView(view, changed);
                    return null;
                case "push" when answer!["view"] is JsonObject pushed:
                    workspace.PushModal(person, pushed);
                    return null;
                case "errors" when answer!["errors"] is JsonObject found && found.All(error => IsInput(view, error.Key)):
                    errors = (JsonObject)found.DeepClone();
                    return null;
                default:
                    return AppReport.TroubleConnecting;
            }
        }
        catch (Refusal)
        {
            return AppReport.TroubleConnecting;
        }
    }

    private static bool IsInput(OpenView view, string blockId) => view.Blocks.OfType<JsonObject>().Any(block =>
        (string?)block["block_id"] == blockId && (string?)block["type"] == "input");

    private static JsonObject Report(SandboxEngine engine, string userId, JsonObject? delivery, JsonObject? errors) => new()
    {
        ["delivery"] = delivery,
        ["errors"] = errors ?? [],
        ["open"] = engine.Workspace.Read(() => ViewsOf(engine.Workspace, engine.Workspace.Person(userId))),
    };

    public static JsonArray ViewsOf(SlackWorkspace workspace, Person person) =>
        new([.. person.Modals.Select(view => view.ToJson(workspace))]);
}
