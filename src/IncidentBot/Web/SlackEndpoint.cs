using System.Buffers;
using IncidentBot.Slack.Requests;

namespace IncidentBot.Web;

/// <summary>
/// Takes everything Slack sends: verified on the raw bytes, read, stored, and only then acknowledged. What cannot be
/// stored is answered 503, so that Slack sends it again; never 200.
/// </summary>
internal sealed class SlackEndpoint(SigningSecret secret, SlackIntake intake, TimeProvider clock, ILogger<SlackEndpoint> log)
{
    /// <summary>Larger than anything Slack sends: a view is at most 250 kB (Slack docs: Views).</summary>
    public const int LargestBody = 1024 * 1024;

    private const string Stale = "signature Stale: it says another time than this machine by more than five minutes. Check this machine's clock";

    public async Task HandleAsync(HttpContext http)
    {
        if (await ReadBodyAsync(http.Request, http.RequestAborted) is not { } body)
        {
            Refuse(http, StatusCodes.Status413PayloadTooLarge, "too large");
            return;
        }
        var contentType = http.Request.ContentType;
        var verdict = SlackSignature.Verify(
            secret,
            http.Request.Headers["X-Slack-Request-Timestamp"],
            http.Request.Headers["X-Slack-Signature"],
            body,
            clock.GetUtcNow());
        if (verdict != SignatureVerdict.Valid)
        {
            if (verdict != SignatureVerdict.Missing || !IsProbe(contentType, body))
                Refuse(http, StatusCodes.Status401Unauthorized, verdict == SignatureVerdict.Stale ? Stale : $"signature {verdict}");
            return;
        }
        switch (SlackRequestReader.Read(contentType, body))
        {
            case SlackReading.Unreadable unreadable:
                Refuse(http, unreadable.Status, unreadable.Reason);
                break;
            case SlackReading.Understood understood:
                await AnswerAsync(http, understood.Request, contentType!, body);
                break;
        }
    }

    /// <summary>Slack's certificate probe may come unsigned (Slack docs: Slash commands). It is short, carries nothing, and nothing is done.</summary>
    private static bool IsProbe(string? contentType, byte[] body) =>
        body.Length < 1_024 && SlackRequestReader.Read(contentType, body) is SlackReading.Understood { Request: SslCheck };

    private async Task AnswerAsync(HttpContext http, SlackRequest request, string contentType, byte[] body)
    {
        switch (await intake.TakeAsync(request, contentType, body))
        {
            case Reception.SaidText said:
                http.Response.ContentType = "text/plain";
                await http.Response.WriteAsync(said.Text);
                break;
            case Reception.SaidJson said:
                http.Response.ContentType = "application/json";
                await http.Response.Body.WriteAsync(said.Json);
                break;
            case Reception.Refused:
                Refuse(http, StatusCodes.Status503ServiceUnavailable, "could not be stored");
                break;
        }
    }

    private void Refuse(HttpContext http, int status, string why)
    {
        log.LogWarning("A request was refused with {Status}: {Why}", status, why);
        http.Response.StatusCode = status;
    }

    /// <summary>The raw bytes, or null when there are more than anybody sends.</summary>
    private static async Task<byte[]?> ReadBodyAsync(HttpRequest request, CancellationToken ct)
    {
        if (request.ContentLength > LargestBody)
            return null;
        while (true)
        {
            var read = await request.BodyReader.ReadAsync(ct);
            if (read.Buffer.Length > LargestBody)
            {
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return null;
            }
            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                request.BodyReader.AdvanceTo(read.Buffer.End);
                return body;
            }
            request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }
}
