using System.Text.Json;
using System.Text.Unicode;

namespace IncidentBot.Slack.Requests;

/// <summary>
/// Turns a verified body into a <see cref="SlackRequest"/>: pure, and the same for a body just received or kept in storage.
/// Unknown fields and unknown event types are no errors; a missing field we need is.
/// </summary>
public static class SlackRequestReader
{
    /// <summary>Reads one body.</summary>
    /// <param name="contentType">The header <c>Content-Type</c>; JSON and forms are understood, each with or without <c>charset=utf-8</c>, and <see cref="PayloadTypes"/>.</param>
    /// <param name="body">The body exactly as received.</param>
    public static SlackReading Read(string? contentType, ReadOnlyMemory<byte> body)
    {
        var kind = ContentKinds.Of(contentType);
        if (kind == ContentKind.Other)
            return new SlackReading.Unreadable(415, "The content type is neither JSON nor a form in UTF-8.");
        if (!Utf8.IsValid(body.Span)) return SlackReading.Malformed("The body is not UTF-8.");

        try
        {
            return kind switch
            {
                ContentKind.Json => EnvelopeReader.Read(body.Span),
                ContentKind.Interaction => InteractionReader.Read(body.Span),
                ContentKind.Command => CommandReader.Read(body.Span),
                _ => FormReader.Read(body.Span),
            };
        }
        catch (JsonException)
        {
            // The exception's words may quote the body, so they stay here.
            return SlackReading.Malformed("The JSON is broken or lacks a field.");
        }
    }
}
