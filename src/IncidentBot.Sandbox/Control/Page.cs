using Microsoft.AspNetCore.Http;

namespace IncidentBot.Sandbox.Control;

/// <summary>Serves the files of the folder Page, which travel inside the assembly.</summary>
internal static class Page
{
    private const string Prefix = "IncidentBot.Sandbox.Page.";

    private static readonly Dictionary<string, string> ContentTypes = new()
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    };

    /// <summary>The page runs only its own scripts, whatever text a message holds.</summary>
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: https:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static async Task ServeAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!.Trim('/');
        var file = path.Length == 0 ? "index.html" : path;
        var assembly = typeof(Page).Assembly;
        var resource = Prefix + file.Replace('/', '.');
        if (!ContentTypes.TryGetValue(Path.GetExtension(file), out var contentType)
            || assembly.GetManifestResourceStream(resource) is not { } stream)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        await using (stream)
        {
            http.Response.ContentType = contentType;
            http.Response.Headers.CacheControl = "no-cache";
            http.Response.Headers.ContentSecurityPolicy = Policy;
            http.Response.Headers.XContentTypeOptions = "nosniff";
            await stream.CopyToAsync(http.Response.Body, http.RequestAborted);
        }
    }
}
