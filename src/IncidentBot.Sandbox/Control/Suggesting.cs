using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Blocks;
using IncidentBot.Sandbox.Deliveries;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.Control;

/// <summary>A person types into a menu whose options the app gives (Slack docs: external_select, block_suggestion).</summary>
internal static class Suggesting
{
    private const int MostOptions = 100;
    private const int UsualShortestQuery = 3;

    /// <summary>Asks the app; what it offers can be chosen from then on.</summary>
    public static async Task<JsonObject> SuggestAsync(SandboxEngine engine, string userId, ControlBody body)
    {
        var workspace = engine.Workspace;
        var typed = body.Text("value") ?? "";
        var payload = engine.Do(() => Prepare(workspace, workspace.Person(userId), body, typed));
        var attempt = await engine.Sender.SendAsync(Interactions.Pack(payload), retry: 0, reason: null, engine.Stopping);
        var offered = AppReport.Json(attempt);
        var options = offered is null ? [] : ElementShapes.OptionsOf(offered).ToList();
        var error = AppReport.ErrorOf(attempt) ?? (IsUsable(offered, options) ? null : AppReport.TroubleConnecting);
        if (error is null)
            workspace.Read(() => workspace.Person(userId).Suggested[body.Required("action_id")] = options);
        return new JsonObject
        {
            ["delivery"] = AppReport.ToJson(attempt, error),
            ["options"] = error is null ? new JsonArray([.. options.Select(option => option.DeepClone())]) : new JsonArray(),
        };
    }

    private static JsonObject Prepare(SlackWorkspace workspace, Person person, ControlBody body, string typed)
    {
        var view = body.Has("view_id") ? workspace.View(person, body.Required("view_id")) : null;
        var conversation = view is null ? workspace.Seen(person, body.Required("channel")) : null;
        var message = conversation is null ? null : conversation.FindEphemeral(person.Id, body.Required("ts")) ?? conversation.Message(body.Required("ts"));
        var (block, element) = Clicking.Find(view?.Blocks ?? message!.Blocks ?? [], body);
        if ((string)element["type"]! is not ("external_select" or "multi_external_select"))
            throw new ControlRefusal("not_external", "The options of this element do not come from the app.");
        if (typed.Length < ((int?)element["min_query_length"] ?? UsualShortestQuery))
            throw new ControlRefusal("too_short", "Slack asks the app only when enough was typed.");
        return view is not null
            ? Interactions.SuggestionInView(workspace, person, view, block, element, typed)
            : Interactions.SuggestionInMessage(workspace, person, conversation!, message!, block, element, typed);
    }

    private static bool IsUsable(JsonObject? offered, List<JsonObject> options) =>
        offered is not null && (offered["options"] is JsonArray || offered["option_groups"] is JsonArray) && options.Count <= MostOptions
        && options.TrueForAll(option => option["text"] is JsonObject text && (string?)text["type"] == "plain_text" && option["value"] is JsonValue);
}
