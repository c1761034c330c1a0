namespace IncidentBot.Messaging;

/// <summary>The one question a form asks when a button had no words to go with it.</summary>
/// <param name="Title">The form's title, at most 24 characters (Slack docs: Views).</param>
/// <param name="Label">What is asked.</param>
/// <param name="Hint">What a good answer looks like.</param>
/// <param name="Multiline">Whether a paragraph is expected.</param>
internal sealed record Question(string Title, string Label, string Hint, bool Multiline)
{
    /// <summary>The entry whose words stand there to be changed; null for an empty field.</summary>
    public int? WordsOf { get; init; }

    /// <summary>Whether a person is chosen instead of words typed; the answer is their mention.</summary>
    public bool AsksWhom { get; init; }
}
