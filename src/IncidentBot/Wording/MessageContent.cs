using System.Text.Json;
using System.Text.Json.Serialization;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Wording;

/// <summary>A message as a view made it.</summary>
/// <param name="Text">The whole of it in plain text: for notifications, screen readers and search. Slack mrkdwn.</param>
/// <param name="Blocks">The same with blocks; empty when the text is enough.</param>
internal sealed record MessageContent(string Text, [property: JsonConverter(typeof(MessageContent.WireBlocks))] IReadOnlyList<Block> Blocks)
{
    public static MessageContent Plain(string text) => new(text, []);

    /// <summary>A text with buttons under it.</summary>
    public static MessageContent With(string text, params BlockElement[] buttons) => new(
        Mrkdwn.Truncate(text, BlockLimits.UpdateTextMax),
        [new SectionBlock { Text = new Markdown(Mrkdwn.Truncate(text, BlockLimits.TextMax)) }, new ActionsBlock { Elements = buttons }]);

    /// <summary>The same with a line above it; as it is where the line is empty.</summary>
    public MessageContent Under(string line) =>
        line.Length == 0 ? this
        : Blocks.Count == 0 ? Plain($"{line}\n{Text}")
        : new(Mrkdwn.Truncate($"{line}\n{Text}", BlockLimits.UpdateTextMax), [new SectionBlock { Text = new Markdown(line) }, .. Blocks]);

    /// <summary>Never the words: messages are not logged.</summary>
    public override string ToString() => $"a message of {Text.Length} characters";

    /// <summary>The blocks to send; null where the text is enough.</summary>
    [JsonIgnore]
    public IReadOnlyList<Block>? BlocksOrNone => Blocks.Count == 0 ? null : Blocks;

    /// <summary>Blocks are stored as Slack takes them: that shape never changes under us.</summary>
    internal sealed class WireBlocks : JsonConverter<IReadOnlyList<Block>>
    {
        public override IReadOnlyList<Block> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<List<Block>>(ref reader, SlackJson.Options) ?? [];

        public override void Write(Utf8JsonWriter writer, IReadOnlyList<Block> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value, SlackJson.Options);
    }
}
