using IncidentBot.Slack.Requests;

namespace IncidentBot.Slack.SocketMode;

/// <summary>One thing Slack told the app over a socket. Slack docs: Using Socket Mode.</summary>
/// <param name="EnvelopeId">What the acknowledgement names. Another one may come for the same thing: tell those apart by the request's key.</param>
/// <param name="Type"><c>events_api</c>, <c>slash_commands</c>, <c>interactive</c>, or a kind not known yet.</param>
/// <param name="AcceptsResponsePayload">Whether the acknowledgement may carry an answer.</param>
/// <param name="RetryAttempt">0 at first, then counted up (events only).</param>
/// <param name="Body">The payload: JSON in UTF-8, exactly as received.</param>
public sealed record SocketEnvelope(string EnvelopeId, string Type, bool AcceptsResponsePayload, int RetryAttempt, ReadOnlyMemory<byte> Body)
{
    /// <summary>How <see cref="SlackRequestReader"/> is to read the body; null for a kind not known yet.</summary>
    public string? ContentType => Type switch
    {
        "events_api" => PayloadTypes.Event,
        "interactive" => PayloadTypes.Interaction,
        "slash_commands" => PayloadTypes.Command,
        _ => null,
    };
}

/// <summary>What to tell Slack about an envelope.</summary>
public abstract record SocketAnswer
{
    private SocketAnswer()
    {
    }

    /// <summary>It is safe here.</summary>
    /// <param name="Payload">JSON to answer with (form errors, options), sent only where the envelope accepts one; null for none.</param>
    public sealed record Acknowledge(ReadOnlyMemory<byte>? Payload = null) : SocketAnswer;

    /// <summary>It is not safe here: say nothing, so that Slack sends it again.</summary>
    public sealed record Withhold : SocketAnswer;
}
