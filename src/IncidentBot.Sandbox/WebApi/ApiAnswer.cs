using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Sandbox.WebApi;

/// <summary>An HTTP answer in Slack's form.</summary>
/// <param name="Status">200 for every error the API itself reports.</param>
/// <param name="ContentType">The content type.</param>
/// <param name="Body">The bytes.</param>
/// <param name="Outcome"><c>ok</c> or the error, for the journal.</param>
/// <param name="RetryAfter">Whole seconds, with 429.</param>
internal sealed record ApiAnswer(int Status, string ContentType, byte[] Body, string Outcome, int? RetryAfter = null)
{
    private const string Json = "application/json; charset=utf-8";

    public static ApiAnswer Ok(JsonObject fields, IReadOnlyList<string> warnings)
    {
        var answer = new JsonObject { ["ok"] = true };
        foreach (var (name, value) in fields.ToList())
        {
            fields.Remove(name);
            answer[name] = value;
        }

        if (warnings.Count > 0)
        {
            answer["warning"] = string.Join(',', warnings);
            if (answer["response_metadata"] is not JsonObject metadata)
                answer["response_metadata"] = metadata = [];
            metadata["warnings"] = new JsonArray([.. warnings.Select(warning => (JsonNode)warning)]);
        }

        return new ApiAnswer(StatusCodes.Status200OK, Json, Bytes(answer), "ok");
    }

    public static ApiAnswer Error(string code, JsonObject? more = null)
    {
        var answer = new JsonObject { ["ok"] = false, ["error"] = code };
        foreach (var (name, value) in more ?? [])
            answer[name] = value?.DeepClone();
        return new ApiAnswer(StatusCodes.Status200OK, Json, Bytes(answer), code);
    }

    public static ApiAnswer RateLimited(TimeSpan wait) =>
        Error("ratelimited") with
        {
            Status = StatusCodes.Status429TooManyRequests,
            RetryAfter = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)),
        };

    public static ApiAnswer Plain(int status, string contentType, string text, string outcome) =>
        new(status, contentType, Encoding.UTF8.GetBytes(text), outcome);

    public async Task WriteAsync(HttpResponse response)
    {
        response.StatusCode = Status;
        response.ContentType = ContentType;
        response.ContentLength = Body.Length;
        if (RetryAfter is { } seconds)
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        await response.Body.WriteAsync(Body);
        await response.CompleteAsync();
    }

    /// <summary>Slack escapes the slash; that is legal JSON and readers must cope. A slash occurs in JSON only inside strings.</summary>
    private static byte[] Bytes(JsonObject answer) =>
        Encoding.UTF8.GetBytes(answer.ToJsonString().Replace("/", "\\/", StringComparison.Ordinal));
}
