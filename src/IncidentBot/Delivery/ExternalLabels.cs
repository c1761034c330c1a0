using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IncidentBot.Slack.Blocks;
using IncidentBot.Wording;

namespace IncidentBot.Delivery;

/// <summary>
/// Says of external people that they are, wherever a message of ours names them: the one place all messages go through, so
/// that no list, card or catch-up can forget it. Where the word would not fit, the message goes without it.
/// </summary>
internal sealed partial class ExternalLabels(ExternalPeople people)
{
    public static string Label => Speak(" (external)");

    public async Task<MessageContent> OnAsync(MessageContent content, string team, CancellationToken ct)
    {
        var external = await ExternalIn(content.Text + Written(content.Blocks), team, ct);
        return external.Count == 0 ? content : new MessageContent(Labelled(content.Text, external, BlockLimits.UpdateTextMax), On(content.Blocks, external));
    }

    public async Task<IReadOnlyList<Block>> OnAsync(IReadOnlyList<Block> blocks, string team, CancellationToken ct)
    {
        var external = await ExternalIn(Written(blocks), team, ct);
        return external.Count == 0 ? blocks : On(blocks, external);
    }

    private async Task<HashSet<string>> ExternalIn(string text, string team, CancellationToken ct)
    {
        string[] named = [.. Mention().Matches(text).Select(mention => mention.Groups["id"].Value).Distinct()];
        return named.Length == 0 ? [] : await people.AmongAsync(team, named, ct);
    }

    private static string Written(IReadOnlyList<Block> blocks) =>
        blocks.Count == 0 ? "" : JsonSerializer.SerializeToNode(blocks, SlackJson.Options)!.ToJsonString(Readable);

    private static List<Block> On(IReadOnlyList<Block> blocks, HashSet<string> external)
    {
        var written = JsonSerializer.SerializeToNode(blocks, SlackJson.Options)!;
        Change(written, external);
        return written.Deserialize<List<Block>>(SlackJson.Options)!;
    }

    private static void Change(JsonNode? node, HashSet<string> external)
    {
        switch (node)
        {
            case JsonArray several:
                foreach (var each in several)
                    Change(each, external);
                break;
            case JsonObject text when (string?)text["type"] == "mrkdwn":
                text["text"] = Labelled((string)text["text"]!, external, BlockLimits.TextMax);
                break;
            case JsonObject one:
                foreach (var (_, each) in one)
                    Change(each, external);
                break;
        }
    }

    /// <summary>Said already, by a try before this one.</summary>
    private static bool IsLabelled(string text, Match mention) => string.CompareOrdinal(text, mention.Index + mention.Length, Label, 0, Label.Length) == 0;

    private static string Labelled(string text, HashSet<string> external, int most)
    {
        var labelled = Mention().Replace(text, mention => external.Contains(mention.Groups["id"].Value) && !IsLabelled(text, mention) ? mention.Value + Label : mention.Value);
        return labelled.Length <= most ? labelled : text;
    }

    private static readonly JsonSerializerOptions Readable = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [GeneratedRegex(@"<@(?<id>[UW][A-Z0-9]+)(?:\|[^<>]*)?>")]
    private static partial Regex Mention();
}
