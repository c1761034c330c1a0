using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.Workspace;

/// <summary>The app loses its tokens, or its place in the workspace.</summary>
internal static class Uninstalling
{
    /// <summary>The app is removed with its tokens: both events come, and from now on every call fails (Slack docs: app_uninstalled, tokens_revoked).</summary>
    public static void Uninstall(this SlackWorkspace workspace)
    {
        workspace.Raise(Revoked(workspace));
        workspace.Raise(new JsonObject { ["type"] = "app_uninstalled" });
        workspace.Tokens.EndAll("account_inactive");
    }

    public static void RevokeAll(this SlackWorkspace workspace)
    {
        workspace.Raise(Revoked(workspace));
        workspace.Tokens.EndAll("token_revoked");
    }

    /// <summary>One token ends. That an app without any other is removed with it is assumed.</summary>
    public static void Revoke(this SlackWorkspace workspace, string token)
    {
        workspace.Tokens.Revoke(token);
        workspace.Raise(Revoked(workspace));
        if (!workspace.Tokens.AnyAccepted(workspace.Now))
            workspace.Raise(new JsonObject { ["type"] = "app_uninstalled" });
    }

    private static JsonObject Revoked(SlackWorkspace workspace) => new()
    {
        ["type"] = "tokens_revoked",
        ["tokens"] = new JsonObject { ["oauth"] = new JsonArray(), ["bot"] = new JsonArray(workspace.Bot.Id) },
    };
}
