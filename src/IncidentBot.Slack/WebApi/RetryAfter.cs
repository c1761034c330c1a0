namespace IncidentBot.Slack.WebApi;

/// <summary>Reads how long Slack wants us to wait. Slack docs: Rate limits (whole seconds in Retry-After).</summary>
internal static class RetryAfter
{
    /// <summary>Where Slack gives no time, though it promises one: long enough to be polite, short enough to be harmless.</summary>
    public static readonly TimeSpan Unsaid = TimeSpan.FromSeconds(5);

    public static TimeSpan Of(HttpResponseMessage response, TimeProvider time)
    {
        var header = response.Headers.RetryAfter;
        var wait = header?.Delta ?? header?.Date - time.GetUtcNow() ?? Unsaid;
        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }
}
