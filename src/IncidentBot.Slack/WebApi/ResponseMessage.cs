using System.Text.Json.Serialization;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Slack.WebApi;

/// <summary>
/// An answer to a command or click, sent to its response_url or as the body of its acknowledgement.
/// What is shown to whom and what is replaced is always said, since Slack's defaults differ by source.
/// Slack docs: Handling user interaction, message responses.
/// </summary>
public sealed record ResponseMessage
{
    /// <summary>The text; with blocks the fallback.</summary>
    public string? Text { get; init; }

    /// <summary>The blocks.</summary>
    public IReadOnlyList<Block>? Blocks { get; init; }

    /// <summary>Who sees it. An ephemeral message cannot become public later.</summary>
    public ResponseType ResponseType { get; init; }

    /// <summary>Whether it takes the place of the message the click was in. Means nothing for commands.</summary>
    public bool ReplaceOriginal { get; init; }

    /// <summary>Whether the message the click was in goes away.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool DeleteOriginal { get; init; }

    /// <summary>The thread to answer in; Slack wants it to be public and to replace nothing.</summary>
    public string? ThreadTs { get; init; }

    /// <summary>How it is shown: never the text, because this may be logged.</summary>
    public override string ToString() => $"{ResponseType} response";
}

/// <summary>Who sees a response.</summary>
public enum ResponseType
{
    /// <summary>Only the person who asked.</summary>
    Ephemeral,

    /// <summary>Everybody in the channel.</summary>
    InChannel,
}
