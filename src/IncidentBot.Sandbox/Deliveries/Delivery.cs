namespace IncidentBot.Sandbox.Deliveries;

/// <summary>One request to the app: the exact bytes every attempt sends.</summary>
/// <param name="Kind">What it is, for the journal: an event type, <c>slash_command</c>, <c>block_actions</c>, ….</param>
/// <param name="Key">The event_id of an event; null for everything else.</param>
/// <param name="Target">Which of the app's addresses.</param>
/// <param name="ContentType">JSON for events, form for everything else (Slack docs: Events API, Slash commands).</param>
/// <param name="Body">The body.</param>
internal sealed record Delivery(string Kind, string? Key, DeliveryTarget Target, string ContentType, byte[] Body)
{
    public const string Json = "application/json";
    public const string Form = "application/x-www-form-urlencoded";

    public static Delivery Of(EventCallback callback) => new(callback.Type, callback.EventId, DeliveryTarget.Events, Json, callback.Body);
}

/// <summary>The addresses an app registers.</summary>
internal enum DeliveryTarget
{
    Events,
    Commands,
    Interactivity,
}

/// <summary>What came of one attempt.</summary>
/// <param name="Status">The HTTP status; 0 without an answer.</param>
/// <param name="Body">The answer's body.</param>
/// <param name="ContentType">The answer's content type.</param>
/// <param name="LatencyMs">Real milliseconds until the end of the answer's headers.</param>
/// <param name="Failure">In the words of X-Slack-Retry-Reason; null for a 2xx within three seconds.</param>
/// <param name="NoRetry">Whether the app answered X-Slack-No-Retry: 1.</param>
internal sealed record Attempt(int Status, string Body, string? ContentType, double LatencyMs, string? Failure, bool NoRetry)
{
    public bool Succeeded => Failure is null;
}
