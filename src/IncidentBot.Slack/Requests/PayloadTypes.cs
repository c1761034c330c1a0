namespace IncidentBot.Slack.Requests;

/// <summary>
/// Content types of our own for what arrives over Socket Mode: there an interaction is JSON and not wrapped in a form, and a
/// command is a JSON object of its fields (Slack docs: Using Socket Mode). Kept beside a stored body, so that
/// <see cref="SlackRequestReader"/> reads it like any other. Events are the same JSON either way and need none.
/// </summary>
public static class PayloadTypes
{
    /// <summary>An event, as over HTTP.</summary>
    public const string Event = "application/json";

    /// <summary>An interaction without its form.</summary>
    public const string Interaction = "application/vnd.slack.interaction+json";

    /// <summary>The fields of a slash command as a JSON object.</summary>
    public const string Command = "application/vnd.slack.command+json";
}
