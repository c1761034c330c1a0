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

    /// <summary>Cursors given out so far are refused from now on.</summary>
    public static JsonObject ExpireCursors(SlackWorkspace workspace)
    {
        workspace.CursorGeneration++;
        return [];
    }

    public static JsonObject Uninstall(SlackWorkspace workspace)
    {
        workspace.Uninstall();
        return [];
    }

    public static JsonObject Revoke(SlackWorkspace workspace)
    {
        workspace.RevokeAll();
        return [];
    }

    public static JsonObject Reinstall(SlackWorkspace workspace)
    {
        workspace.Tokens.Restore();
        return [];
    }
}
