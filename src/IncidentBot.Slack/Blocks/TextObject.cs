using System.Diagnostics.CodeAnalysis;

namespace IncidentBot.Slack.Blocks;

/// <summary>Text in a block. Slack docs: Text object.</summary>
public abstract record TextObject : ITyped
{
    /// <inheritdoc/>
    public abstract string Type { get; }

    /// <summary>The text; Slack refuses an empty one.</summary>
    public required string Text { get; init; }
}

/// <summary>Text shown as it is, but for emoji names.</summary>
public sealed record PlainText : TextObject
{
    /// <summary>Text to be given by initialiser.</summary>
    public PlainText()
    {
    }

    /// <summary>This text.</summary>
    [SetsRequiredMembers]
    public PlainText(string text) => Text = text;

    /// <inheritdoc/>
    public override string Type => "plain_text";

    /// <summary>Whether <c>:name:</c> becomes an emoji.</summary>
    public bool Emoji { get; init; } = true;

    /// <summary>Lets a plain string stand where Slack allows only plain text (titles, labels, button texts).</summary>
    public static implicit operator PlainText(string text) => new(text);
}

/// <summary>Text with Slack's markup; see <see cref="Mrkdwn"/> for building it safely.</summary>
public sealed record Markdown : TextObject
{
    /// <summary>Text to be given by initialiser.</summary>
    public Markdown()
    {
    }

    /// <summary>This markup.</summary>
    [SetsRequiredMembers]
    public Markdown(string text) => Text = text;

    /// <inheritdoc/>
    public override string Type => "mrkdwn";
}
