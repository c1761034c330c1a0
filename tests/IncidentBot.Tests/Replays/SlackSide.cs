using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Sandbox;

namespace IncidentBot.Tests.Replays;

/// <summary>Everything people can see in Slack, as sorted lines that are equal for two plays that ended alike.</summary>
/// <param name="Channels">Each conversation with its topic, members and pins.</param>
/// <param name="Messages">Each message with its place, author, text, blocks, reactions and pin.</param>
/// <param name="Whispers">What the bot told one person alone.</param>
internal sealed record SlackSide(IReadOnlyList<string> Channels, IReadOnlyList<string> Messages, IReadOnlyList<string> Whispers)
{
    private const string Slackbot = "slackbot";
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<SlackSide> ReadAsync(Stage stage)
    {
        var words = await WordsAsync(stage);
        var channels = new HashSet<string>();
        var messages = new Dictionary<string, string>();
        var whispers = new List<string>();
        foreach (var person in stage.People.Values.Where(person => words.NameOf(person.Id) != Slackbot))
        {
            foreach (var channel in (await person.StateAsync()).Channels)
            {
                var place = channel.IsIm ? $"direct {words.NameOf(person.Id)}, {words.NameOf(channel.With!)}" : $"#{channel.Name}";
                channels.Add($"{place} | {channel.Topic} | {string.Join(", ", channel.Members.Select(words.NameOf).Order())} | {channel.Pins.Count} pins");
                var seen = (await person.MessagesAsync(channel.Id)).Where(message => words.NameOf(message.User) != Slackbot).ToList();
                var firstLines = seen.ToDictionary(message => message.Ts, message => words.Plain(message.Text.Split('\n')[0]));
                foreach (var message in seen)
                {
                    var line = $"{place}{(message.ThreadTs is { } root && root != message.Ts ? $", under \"{firstLines[root]}\"" : "")} | {Line(message, words)}";
                    if (message.Ephemeral)
                        whispers.Add($"to {words.NameOf(person.Id)} in {line}");
                    else
                        messages[$"{channel.Id}/{message.Ts}"] = line;
                }
            }
        }
        return new SlackSide([.. channels.Order()], [.. messages.Values.Order()], [.. whispers.Order()]);
    }

    /// <summary>Ids to names, for this stage as it is now.</summary>
    public static async Task<PlainWords> WordsAsync(Stage stage)
    {
        var state = await stage.Client.StateAsync(stage.Sandbox.BotUserId);
        var names = state.People.Select(person => (person.Id, person.Name))
            .Concat(state.Channels.Where(channel => !channel.IsIm).Select(channel => (channel.Id, channel.Name)));
        return new PlainWords(names.ToDictionary(each => each.Id, each => each.Name), stage.Replay);
    }

    private static string Line(SandboxMessage message, PlainWords words)
    {
        var reactions = message.Reactions.Select(reaction => $"{reaction.Name} by {string.Join(" and ", reaction.Users.Select(words.NameOf).Order())}");
        return string.Join(" | ", new[]
        {
            words.NameOf(message.User),
            message.Subtype ?? "",
            words.Plain(message.Text),
            message.IsBot ? Blocks(message.Blocks, words) : "",
            string.Join(", ", reactions.Order()),
            message.Pinned ? "pinned" : "",
        }.Where(part => part.Length > 0));
    }

    /// <summary>Slack names the blocks that have no name of their own, differently every time.</summary>
    private static string Blocks(JsonElement blocks, PlainWords words)
    {
        var nodes = JsonSerializer.Deserialize<JsonArray>(blocks)!;
        foreach (var block in nodes.OfType<JsonObject>())
            block.Remove("block_id");
        return nodes.Count == 0 ? "" : words.Plain(nodes.ToJsonString(Readable));
    }
}
