using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Channels;

/// <summary>
/// What a word on a channel comes to. Slack says things twice and promises no order (Slack docs: Events API), so a word is
/// news, or known, or overtaken by a later one on the same fact.
/// </summary>
public abstract record ChannelWord
{
    private ChannelWord()
    {
    }

    /// <summary>It changes the incident.</summary>
    /// <param name="Decision">How.</param>
    public sealed record News(Decision.Accepted Decision) : ChannelWord;

    /// <summary>It stands so already.</summary>
    /// <param name="After">The incident with the time of this word, and no version on: nothing happened to it.</param>
    public sealed record Known(Incident After) : ChannelWord;

    /// <summary>Something later is known.</summary>
    /// <param name="IsContradicted">Whether that says otherwise: then only Slack can say what is true.</param>
    public sealed record Overtaken(bool IsContradicted) : ChannelWord;

    /// <summary>Holds a word against the last one on the same fact.</summary>
    /// <param name="isKnown">Whether it stands so already.</param>
    /// <param name="last">When the last word was said.</param>
    /// <param name="after">The incident as this word leaves it.</param>
    /// <param name="happened">What happened, if it is news.</param>
    internal static ChannelWord Hear(bool isKnown, DateTimeOffset? last, Incident after, ChannelEvent happened) =>
        last > happened.At ? new Overtaken(!isKnown)
        : isKnown ? new Known(after)
        : new News((Decision.Accepted)Decision.Accept(after, happened));
}
