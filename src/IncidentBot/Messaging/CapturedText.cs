using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Requests;

namespace IncidentBot.Messaging;

/// <summary>
/// All that people read of a message, in order and each once. What a person typed is whole in its text; a program's text is
/// often only what a notification shows, and its alert stands in blocks and attachments (Slack docs: chat.postMessage, text).
/// </summary>
internal static partial class CapturedText
{
    private static string Nothing => Speak("(a message without text)");

    /// <summary>Its words, with its files by name.</summary>
    public static string Of(Message message)
    {
        var parts = Words(message).ToList();
        if (message.Files.Count > 0)
            parts.Add(string.Join(", ", message.Files.Select(file => $"📎 {Mrkdwn.Escape(file.Title ?? file.Name ?? file.Id)}")));
        return parts.All(IsInvisible) ? Nothing : string.Join('\n', parts);
    }

    /// <summary>Blanks and marks without a form: nobody can read them.</summary>
    private static bool IsInvisible(string text) => text.EnumerateRunes().All(rune => Rune.IsWhiteSpace(rune) || Rune.IsControl(rune) || Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format);

    private static IEnumerable<string> Words(Message message)
    {
        if (message.Text.Length > 0 && message is { BotId: null, AppId: null, Subtype: not "bot_message" })
            return [message.Text];
        var blocks = BlockWords.Of(message.Blocks).ToList();
        var pieces = blocks.Concat(Attached(message, isPreview: false)).ToList();
        // What is forwarded without a word is a preview too, and all there is.
        if (message.Text.Length == 0 && pieces.Count == 0)
            return Attached(message, isPreview: true);
        if (message.Text.Length == 0 || Says(string.Join('\n', blocks), message.Text))
            return pieces;
        return pieces.Where(piece => !Says(message.Text, piece)).Prepend(message.Text);
    }

    private static IEnumerable<string> Attached(Message message, bool isPreview) =>
        message.Attachments.Where(attachment => attachment.IsPreview == isPreview).SelectMany(InAttachment);

    private static IEnumerable<string> InAttachment(MessageAttachment attachment)
    {
        var words = new[] { attachment.Pretext, attachment.Title, attachment.Text }.OfType<string>()
            .Concat(BlockWords.Of(attachment.Blocks))
            .Concat(attachment.Fields.Select(field => string.Join(": ", new[] { field.Title, field.Value }.Where(part => !string.IsNullOrWhiteSpace(part)))))
            .Select(piece => piece.Trim()).Where(piece => piece.Length > 0).ToList();
        return words.Count > 0 ? words : attachment.Fallback is { Length: > 0 } fallback ? [fallback] : [];
    }

    /// <summary>Whether a text says those words already, however each is marked up.</summary>
    private static bool Says(string text, string words)
    {
        var looked = Bare(words);
        return looked.Length > 2 ? Bare(text).Contains(looked, StringComparison.OrdinalIgnoreCase) : text.Contains(words, StringComparison.Ordinal);
    }

    /// <summary>The words alone, with one space around each.</summary>
    private static string Bare(string text) => $" {NoWord().Replace(text, " ").Trim()} ";

    [GeneratedRegex(@"(?:&(?:amp|lt|gt);|[^\p{L}\p{M}\p{N}])+", RegexOptions.CultureInvariant)]
    private static partial Regex NoWord();
}
