namespace IncidentBot.Slack.WebApi;

/// <summary>Slack answered, and the answer is no. Slack docs: Web API, evaluating responses.</summary>
public class SlackException : Exception
{
    private static readonly HashSet<string> TransientCodes = new(StringComparer.Ordinal)
    {
        "internal_error", "fatal_error", "request_timeout", "service_unavailable", "ratelimited", "rate_limited",
    };

    /// <summary>Slack refused this method with this code.</summary>
    public SlackException(string method, string errorCode, IReadOnlyList<string>? errorMessages = null)
        : base($"Slack refused {method}: {errorCode}")
    {
        Method = method;
        ErrorCode = errorCode;
        ErrorMessages = errorMessages ?? [];
    }

    /// <summary>The method called, or <c>response_url</c>.</summary>
    public string Method { get; }

    /// <summary>Slack's code, such as <c>channel_not_found</c>; for a response_url perhaps words (<c>Expired url</c>) or <c>http_404</c>.</summary>
    public string ErrorCode { get; }

    /// <summary>What Slack adds: JSON pointers into blocks, codes per user, missing scopes.</summary>
    public IReadOnlyList<string> ErrorMessages { get; }

    /// <summary>For an invitation that failed because of some: each one's code by user id.</summary>
    public IReadOnlyDictionary<string, string> ErrorsByUser { get; init; } = new Dictionary<string, string>();

    /// <summary>True for the codes with which Slack blames itself: the same call may well succeed later.</summary>
    public bool IsTransient => TransientCodes.Contains(ErrorCode);
}

/// <summary>Slack will answer later. Nothing happened. Slack docs: Rate limits.</summary>
public sealed class SlackRateLimitException(string method, string errorCode, TimeSpan retryAfter)
    : SlackException(method, errorCode)
{
    /// <summary>How long Slack wants no more calls of this method.</summary>
    public TimeSpan RetryAfter { get; } = retryAfter;
}
