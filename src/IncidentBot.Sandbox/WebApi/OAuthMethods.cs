using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.WebApi;

/// <summary><c>oauth.v2.access</c>, <c>auth.revoke</c>, <c>apps.uninstall</c>: how tokens come and go. PKCE is not modelled.</summary>
internal static class OAuthMethods
{
    /// <summary>The only method that is called without a token.</summary>
    public const string Access = "oauth.v2.access";

    /// <summary>Arguments that are secrets, and so never recorded.</summary>
    public static readonly string[] Secrets = ["client_secret", "code", "code_verifier", "refresh_token"];

    public static IReadOnlyList<ApiMethod> All { get; } =
    [
        new(Access, ["client_id", "client_secret", "code", "grant_type", "redirect_uri", "refresh_token"], GiveAccess),
        new("auth.revoke", ["test"], Revoke),
        new("apps.uninstall", ["client_id", "client_secret"], Uninstall),
    ];

    /// <summary>An empty code is refused before the client is looked at, as live Slack does (java-slack-sdk oauth_Test).</summary>
    private static JsonObject GiveAccess(ApiCall call)
    {
        var workspace = call.Workspace;
        switch (call.Text("grant_type"))
        {
            case null or "" or "authorization_code":
                if (call.Text("code") is not { Length: > 0 } code)
                    throw new Refusal("invalid_code");
                RequireClient(call);
                var grant = workspace.Codes.Use(code, call.Text("redirect_uri"), workspace.Now);
                return Granted(workspace, workspace.Tokens.Install(workspace.Now), grant.UserId);
            case "refresh_token":
                RequireClient(call);
                var renewed = workspace.Tokens.Renew(call.Text("refresh_token") ?? "", workspace.Now) ?? throw new Refusal("invalid_refresh_token");
                return Granted(workspace, renewed, userId: null);
            default:
                throw new Refusal("invalid_grant_type");
        }
    }

    private static JsonObject Granted(SlackWorkspace workspace, (string Token, string? Refresh) given, string? userId)
    {
        var answer = new JsonObject
        {
            ["access_token"] = given.Token,
            ["token_type"] = "bot",
            ["scope"] = string.Join(',', workspace.App.Manifest.Scopes),
            ["bot_user_id"] = workspace.Bot.Id,
            ["app_id"] = workspace.App.AppId,
        };
        if (given.Refresh is not null)
        {
            answer["expires_in"] = AppTokens.Life;
            answer["refresh_token"] = given.Refresh;
        }

        answer["team"] = new JsonObject { ["id"] = workspace.TeamId, ["name"] = workspace.TeamName };
        answer["enterprise"] = null;
        if (userId is not null)
            answer["authed_user"] = new JsonObject { ["id"] = userId };
        answer["is_enterprise_install"] = false;
        return answer;
    }

    /// <summary>With <c>test</c> nothing is revoked.</summary>
    private static JsonObject Revoke(ApiCall call)
    {
        var revokes = !call.Arguments.Flag("test");
        if (revokes)
            call.Workspace.Revoke(call.Arguments.Token!);
        return new JsonObject { ["revoked"] = revokes };
    }

    private static JsonObject Uninstall(ApiCall call)
    {
        RequireClient(call);
        call.Workspace.Uninstall();
        return [];
    }

    /// <summary>By HTTP Basic, or as arguments.</summary>
    private static void RequireClient(ApiCall call)
    {
        var (id, secret) = call.Arguments.Client ?? (call.Text("client_id"), call.Text("client_secret"));
        if (id != call.Workspace.App.ClientId)
            throw new Refusal("invalid_client_id");
        if (secret != call.Workspace.App.ClientSecret)
            throw new Refusal("bad_client_secret");
    }
}
