using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.Control;

/// <summary>What administrators do with the workspace and the app.</summary>
internal static class TeamActs
{
    public static JsonObject Change(SlackWorkspace workspace, ControlBody body)
    {
        if (body.Text("name") is { Length: > 0 } name && name != workspace.TeamName)
        {
            workspace.TeamName = name;
            workspace.Raise(new JsonObject { ["type"] = "team_rename", ["name"] = name });
        }

        if (body.Text("domain") is { Length: > 0 } domain && domain != workspace.Domain)
        {
            if (Uri.CheckHostName(domain) != UriHostNameType.Dns)
                throw new ControlRefusal("bad_domain", $"{domain} cannot be part of an address.");
            workspace.Domain = domain;
            workspace.Raise(new JsonObject { ["type"] = "team_domain_change", ["url"] = $"https://{domain}.slack.com", ["domain"] = domain });
        }

        workspace.Changes.Everybody();
        return [];
    }

    /// <summary>The app is removed with its token: both events come, and from now on every call fails (Slack docs: app_uninstalled, tokens_revoked).</summary>
    public static JsonObject Uninstall(SlackWorkspace workspace)
    {
        workspace.Raise(Revoked(workspace));
        workspace.Raise(new JsonObject { ["type"] = "app_uninstalled" });
        workspace.TokenRefusal = "account_inactive";
        return [];
    }

    public static JsonObject Revoke(SlackWorkspace workspace)
    {
        workspace.Raise(Revoked(workspace));
        workspace.TokenRefusal = "token_revoked";
        return [];
    }

    public static JsonObject Reinstall(SlackWorkspace workspace)
    {
        workspace.TokenRefusal = null;
        return [];
    }

    private static JsonObject Revoked(SlackWorkspace workspace) => new()
    {
        ["type"] = "tokens_revoked",
        ["tokens"] = new JsonObject { ["oauth"] = new JsonArray(), ["bot"] = new JsonArray(workspace.Bot.Id) },
    };
}
