namespace IncidentBot.Slack.Requests;

/// <summary>The result of <see cref="SlackRequestReader.Read"/>.</summary>
public abstract record SlackReading
{
    private SlackReading()
    {
    }

    /// <summary>The body made sense.</summary>
    /// <param name="Request">What Slack said.</param>
    public sealed record Understood(SlackRequest Request) : SlackReading;

    /// <summary>The body made no sense.</summary>
    /// <param name="Status">The HTTP status to answer: 415 for a wrong content type, 400 for anything else.</param>
    /// <param name="Reason">Why, in words that hold nothing of the body.</param>
    public sealed record Unreadable(int Status, string Reason) : SlackReading;

    internal static Unreadable Malformed(string reason) => new(400, reason);
}
