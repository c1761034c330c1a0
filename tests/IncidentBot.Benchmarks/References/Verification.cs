using System.Buffers;
using IncidentBot.Slack.Requests;

namespace IncidentBot.Benchmarks.References;

/// <summary>What both references do first: read the body, check the signature.</summary>
internal sealed class Verification
{
    private readonly SigningSecret secret = new(Outside.Workspace.SigningSecret);

    /// <summary>The raw body, or null after a 401 was answered.</summary>
    public async Task<byte[]?> BodyAsync(HttpContext http)
    {
        var read = await http.Request.BodyReader.ReadAtLeastAsync((int)http.Request.ContentLength!.Value);
        var body = read.Buffer.ToArray();
        http.Request.BodyReader.AdvanceTo(read.Buffer.End);
        var headers = http.Request.Headers;
        var verdict = SlackSignature.Verify(
            secret, headers["X-Slack-Request-Timestamp"], headers["X-Slack-Signature"], body, TimeProvider.System.GetUtcNow());
        if (verdict == SignatureVerdict.Valid)
            return body;
        http.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return null;
    }
}
