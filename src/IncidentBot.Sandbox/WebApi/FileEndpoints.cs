using IncidentBot.Sandbox.Faults;
using IncidentBot.Sandbox.Journals;
using IncidentBot.Sandbox.Workspace;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Sandbox.WebApi;

/// <summary>
/// The bytes of files, up and down. Whoever shows no good token for a private file gets a page to sign in at, and not an error:
/// so does Slack. Faults are put on <see cref="Download"/> and <see cref="UploadBytes"/>.
/// </summary>
internal sealed class FileEndpoints(SlackWorkspace workspace, FaultBook faults, Activity activity)
{
    public const string Download = "files.download";
    public const string UploadBytes = "files.upload_bytes";
    private const string SignIn = "<!DOCTYPE html><html><head><title>Sign in | Slack</title></head><body>Sign in to your workspace</body></html>";

    public async Task DownloadAsync(HttpContext http)
    {
        activity.Begin();
        try
        {
            if (await FailsAsync(http, Download))
                return;
            var id = ((string)http.Request.RouteValues["file"]!).Split('-')[^1];
            var content = workspace.Read(() => MayRead(http.Request) && workspace.Files.GetValueOrDefault(id) is { } file && file.IsVisibleTo(workspace, workspace.Bot.Id)
                ? (file.Content!, (string)file.ToJson(workspace)["mimetype"]!)
                : ((byte[] Bytes, string Mimetype)?)null);
            http.Response.ContentType = content?.Mimetype ?? "text/html; charset=utf-8";
            await http.Response.Body.WriteAsync(content?.Bytes ?? System.Text.Encoding.UTF8.GetBytes(SignIn), http.RequestAborted);
        }
        finally
        {
            activity.End();
        }
    }

    /// <summary>Raw, or the first file of a multipart form (Slack docs: Working with files).</summary>
    public async Task UploadAsync(HttpContext http)
    {
        activity.Begin();
        try
        {
            if (await FailsAsync(http, UploadBytes))
                return;
            var bytes = await BytesAsync(http.Request);
            var isTaken = workspace.Do(() =>
            {
                if (workspace.Uploads.FileOf((string)http.Request.RouteValues["secret"]!) is not { } id || bytes.Length == 0 || workspace.Files[id].IsComplete)
                    return false;
                workspace.Files[id].Content = bytes;
                return true;
            }).Answer;
            http.Response.StatusCode = isTaken ? StatusCodes.Status200OK : StatusCodes.Status404NotFound;
            await http.Response.WriteAsync(isTaken ? $"OK - {bytes.Length}" : "not found", http.RequestAborted);
        }
        finally
        {
            activity.End();
        }
    }

    private static async Task<byte[]> BytesAsync(HttpRequest request)
    {
        using var bytes = new MemoryStream();
        if (request.HasFormContentType)
            await ((await request.ReadFormAsync(request.HttpContext.RequestAborted)).Files is [var file, ..] ? file.CopyToAsync(bytes, request.HttpContext.RequestAborted) : Task.CompletedTask);
        else
            await request.Body.CopyToAsync(bytes, request.HttpContext.RequestAborted);
        return bytes.ToArray();
    }

    private bool MayRead(HttpRequest request) =>
        request.Headers.Authorization.ToString() is { } authorization && authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase)
        && workspace.Tokens.Refusal(authorization["Bearer ".Length..].Trim(), workspace.Now) is null && workspace.App.Has("files:read");

    private async Task<bool> FailsAsync(HttpContext http, string on)
    {
        switch (faults.Take(on))
        {
            case null:
                return false;
            case { Kind: Fault.RateLimited } slow:
                http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
                http.Response.Headers.RetryAfter = slow.RetryAfter.ToString(System.Globalization.CultureInfo.InvariantCulture);
                break;
            case { Kind: Fault.Reset or Fault.Timeout or Fault.LostAnswer }:
                http.Abort();
                break;
            case { Kind: "redirect" }:
                http.Response.Redirect("https://example.com/elsewhere");
                break;
            case { Kind: "signed_out" }:
                http.Response.ContentType = "text/html; charset=utf-8";
                await http.Response.WriteAsync(SignIn, http.RequestAborted);
                break;
            default:
                http.Response.StatusCode = StatusCodes.Status500InternalServerError;
                break;
        }
        return true;
    }
}
