using System.Net;
using System.Text.Json;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Slack.WebApi;

/// <summary>Reads the part all answers share, and throws what it means. Slack docs: Web API, evaluating responses.</summary>
internal sealed record Answer
{
    public required bool Ok { get; init; }

    public string? Error { get; init; }

    public string? Needed { get; init; }

    public string? Provided { get; init; }

    public JsonElement Errors { get; init; }

    public Remarks? ResponseMetadata { get; init; }

    /// <summary>The body of an answer that is ok.</summary>
    public static async Task<byte[]> Read(
        string method, HttpResponseMessage response, TimeProvider time, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        var answer = TryParse(body);
        Judge(method, response, answer, time);
        return answer is { Ok: true }
            ? body
            : throw new SlackUnreachableException(method, $"the answer is not Slack's (HTTP {(int)response.StatusCode})", mayHaveHappened: true);
    }

    /// <summary>Slack confirms with JSON or with a plain "ok", so any success counts that does not say otherwise.</summary>
    public static async Task ReadResponseUrl(HttpResponseMessage response, TimeProvider time, CancellationToken cancellationToken)
    {
        const string method = WebApiCaller.ResponseUrlName;
        Judge(method, response, TryParse(await response.Content.ReadAsByteArrayAsync(cancellationToken)), time);
        if (response.IsSuccessStatusCode) return;

        var status = (int)response.StatusCode;
        throw status is >= 400 and < 500
            ? new SlackException(method, $"http_{status}")
            : new SlackUnreachableException(method, $"HTTP {status}", mayHaveHappened: true);
    }

    private static void Judge(string method, HttpResponseMessage response, Answer? answer, TimeProvider time)
    {
        if (response.StatusCode == HttpStatusCode.TooManyRequests || answer is { Ok: false, Error: "ratelimited" or "rate_limited" })
            throw new SlackRateLimitException(method, answer?.Error ?? "ratelimited", RetryAfter.Of(response, time));
        if (response.StatusCode >= HttpStatusCode.InternalServerError)
            throw new SlackUnreachableException(method, $"HTTP {(int)response.StatusCode}", mayHaveHappened: true);
        if (answer is { Ok: false })
            throw new SlackException(method, answer.Error ?? "unknown_error", [.. answer.Messages()]) { ErrorsByUser = answer.ByUser() };
    }

    private static Answer? TryParse(byte[] body)
    {
        try
        {
            return SlackJson.Deserialize<Answer>(body);
        }
        catch (JsonException)
        {
            // Not Slack talking (a proxy's page, an outage's), or the plain "ok" of a response_url: the caller knows which.
            return null;
        }
    }

    private IEnumerable<string> Messages()
    {
        if (Needed is not null) yield return $"needed: {Needed}";
        if (Provided is not null) yield return $"provided: {Provided}";
        foreach (var message in ResponseMetadata?.Messages ?? []) yield return message;
        foreach (var (user, code) in ByUser()) yield return $"{user}: {code}";
        if (ResponseMetadata?.Messages.Count > 0) yield break;
        foreach (var error in Each(JsonValueKind.String)) yield return error.GetString()!;
    }

    private Dictionary<string, string> ByUser()
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var error in Each(JsonValueKind.Object))
        {
            if (Text(error, "user") is { } user && Text(error, "error") is { } code) codes[user] = code;
        }

        return codes;
    }

    /// <summary>Slack sends <c>errors</c> as objects for invitations and as texts for blocks.</summary>
    private IEnumerable<JsonElement> Each(JsonValueKind kind) =>
        Errors.ValueKind == JsonValueKind.Array ? Errors.EnumerateArray().Where(error => error.ValueKind == kind) : [];

    private static string? Text(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    internal sealed record Remarks
    {
        public IReadOnlyList<string> Messages { get; init; } = [];
    }
}
