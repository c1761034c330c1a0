using System.Net;
using System.Text;
using IncidentBot.Sandbox.Workspace;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace IncidentBot.Sandbox.Control;

/// <summary>
/// <c>/oauth/v2/authorize</c>: somebody is asked whether the app may come in, and sent back to it with a code (Slack docs:
/// Installing with OAuth). <c>decision=allow</c> or <c>cancel</c> and <c>as</c> (a user id) answer for them.
/// </summary>
internal static class AuthorizePage
{
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'";

    public static async Task HandleAsync(SandboxEngine engine, HttpContext http)
    {
        var asked = http.Request.Query;
        var workspace = engine.Workspace;
        var redirect = asked["redirect_uri"].ToString() is { Length: > 0 } given ? given : workspace.App.Manifest.RedirectUrls is [var first, ..] ? first : null;
        var wrong = asked["client_id"] != workspace.App.ClientId ? "invalid_client_id"
            : redirect is null || !IsAllowed(workspace.App.Manifest, redirect) ? "bad_redirect_uri"
            : Words(asked["scope"]).Except(workspace.App.Manifest.Scopes).FirstOrDefault() is { } scope ? $"invalid_scope: {scope}"
            : asked["team"].ToString() is { Length: > 0 } team && team != workspace.TeamId ? "invalid_team"
            : null;
        if (wrong is not null)
            await WriteAsync(http, StatusCodes.Status400BadRequest, $"<h1>Something went wrong</h1><p>{Text(wrong)}</p>");
        else if (Words(asked["user_scope"]).Length > 0)
            await WriteAsync(http, StatusCodes.Status501NotImplemented, "<p>The sandbox does not model user tokens.</p>");
        else if (asked["decision"] == "allow")
            http.Response.Redirect(Back(redirect!, asked["state"], "code", Agreed(workspace, asked)));
        else if (asked["decision"] == "cancel")
            http.Response.Redirect(Back(redirect!, asked["state"], "error", "access_denied"));
        else
            await WriteAsync(http, StatusCodes.Status200OK, Question(workspace, http.Request));
    }

    private static string Agreed(SlackWorkspace workspace, IQueryCollection asked) => workspace.Read(() =>
    {
        var person = workspace.People.GetValueOrDefault(asked["as"].ToString())
            ?? workspace.People.Values.First(each => !each.IsBot && !each.IsSlackbot);
        return workspace.Codes.Issue(workspace, person.Id, asked["redirect_uri"].ToString() is { Length: > 0 } named ? named : null);
    });

    /// <summary>An address the manifest names, or one below it; without any, this machine's (our rule, so that a trial needs no setting).</summary>
    private static bool IsAllowed(SandboxManifest manifest, string redirect) => manifest.RedirectUrls.Count > 0
        ? manifest.RedirectUrls.Any(allowed => redirect == allowed || redirect.StartsWith(allowed.TrimEnd('/') + "/", StringComparison.Ordinal))
        : Uri.TryCreate(redirect, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.IsLoopback;

    private static string Back(string redirect, string? state, string name, string value) =>
        QueryHelpers.AddQueryString(redirect, new Dictionary<string, string?> { [name] = value, ["state"] = state ?? "" });

    private static string Question(SlackWorkspace workspace, HttpRequest request)
    {
        var page = new StringBuilder($"<h1>{Text(workspace.App.Manifest.Name)} asks to come into {Text(workspace.TeamName)}</h1><ul>");
        foreach (var scope in Words(request.Query["scope"]))
            page.Append(System.Globalization.CultureInfo.InvariantCulture, $"<li>{Text(scope)}</li>");
        var here = request.Path + request.QueryString;
        return page.Append("</ul><p>")
            .Append(System.Globalization.CultureInfo.InvariantCulture, $"<a href=\"{Text(QueryHelpers.AddQueryString(here, "decision", "allow"))}\">Allow</a> ")
            .Append(System.Globalization.CultureInfo.InvariantCulture, $"<a href=\"{Text(QueryHelpers.AddQueryString(here, "decision", "cancel"))}\">Cancel</a></p>")
            .ToString();
    }

    private static string[] Words(string? list) => (list ?? "").Split([',', ' '], StringSplitOptions.RemoveEmptyEntries);

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static Task WriteAsync(HttpContext http, int status, string body)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = "text/html; charset=utf-8";
        http.Response.Headers.ContentSecurityPolicy = Policy;
        return http.Response.WriteAsync($"<!doctype html><title>Sandbox</title>{body}", http.RequestAborted);
    }
}
