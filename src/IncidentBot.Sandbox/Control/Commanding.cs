using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Deliveries;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.Control;

/// <summary>A person types a slash command and sees the answer (Slack docs: Slash commands).</summary>
internal static class Commanding
{
    public static async Task<JsonObject> RunAsync(SandboxEngine engine, string userId, ControlBody body)
    {
        var workspace = engine.Workspace;
        var text = body.Required("text").Trim();
        var word = text.Split(' ', 2)[0];
        var (delivery, target) = workspace.Read(() =>
        {
            var person = workspace.Person(userId);
            var conversation = workspace.Seen(person, body.Required("channel"));
            if (body.Has("thread_ts"))
                throw new ControlRefusal("not_in_threads", "Slash commands do not work in threads.");
            var command = workspace.App.Manifest.Commands.FirstOrDefault(each => each.Command == word && workspace.Tokens.IsInstalled)
                ?? throw new ControlRefusal("unknown_command", $"{word} is not a valid command.", status: 404);
            return SlashCommands.Pack(workspace, person, conversation, command, text[word.Length..].Trim());
        });

        var attempt = await engine.Sender.SendAsync(delivery, retry: 0, reason: null, engine.Stopping);
        var error = engine.Do(() =>
        {
            var failed = AppReport.ErrorOf(attempt) ?? Apply(workspace, target, attempt, userId, text);
            if (failed is not null)
                AppReport.Tell(workspace, target.ChannelId, userId, word, failed);
            return failed;
        });
        return new JsonObject { ["delivery"] = AppReport.ToJson(attempt, error) };
    }

    /// <summary>An empty answer says nothing, plain text is whispered, JSON is a message; in_channel shows the command to everybody.</summary>
    private static string? Apply(SlackWorkspace workspace, ResponseTarget target, Attempt attempt, string userId, string typed)
    {
        if (attempt.Body.Length == 0)
            return null;
        var message = attempt.ContentType == "application/json"
            ? AppReport.Json(attempt)
            : new JsonObject { ["text"] = attempt.Body };
        if (message is null)
            return AppReport.TroubleConnecting;
        if ((message["response_type"] as JsonValue)?.ToString() == "in_channel"
            && workspace.Conversations.TryGetValue(target.ChannelId, out var conversation))
            workspace.PostAs(workspace.People[userId], conversation, typed, threadTs: null, broadcast: false);
        if (message["text"] is null && message["blocks"] is null && message["attachments"] is null)
            return null;
        try
        {
            ResponseMessages.Apply(workspace, target, message);
            return null;
        }
        catch (Refusal)
        {
            // Slack shows a person a failure when the app's answer is not a valid message.
            return AppReport.TroubleConnecting;
        }
    }
}
