using System.Text;
using System.Text.Json.Nodes;
using IncidentBot.Slack.Requests;
using Xunit;

namespace IncidentBot.Slack.Tests.Requests;

/// <summary>Damages whole requests in every place: whatever comes, the reader answers and never throws.</summary>
public sealed class FuzzTests
{
    public static TheoryData<string> Samples => ["event_message_changed.json", "event_pin_added.json", "interaction_block_actions.json", "interaction_view_submission.json", "command.form"];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_body_cut_off_anywhere_is_answered(string sample)
    {
        var (contentType, body) = Whole(sample);
        Assert.IsType<SlackReading.Understood>(SlackRequestReader.Read(contentType, body));
        for (var length = 0; length < body.Length; length++) SlackRequestReader.Read(contentType, body.AsMemory(0, length));
        if (!sample.EndsWith(".form", StringComparison.Ordinal))
            Assert.IsType<SlackReading.Unreadable>(SlackRequestReader.Read(contentType, body.AsMemory(0, body.Length / 2)));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_body_with_any_byte_changed_is_answered(string sample)
    {
        var (contentType, body) = Whole(sample);
        var refused = 0;
        foreach (var other in "\0\"{}[]\\,:%&=+9\xff"u8)
        {
            for (var i = 0; i < body.Length; i++)
            {
                var kept = body[i];
                body[i] = other;
                if (SlackRequestReader.Read(contentType, body) is SlackReading.Unreadable) refused++;
                body[i] = kept;
            }
        }

        Assert.True(refused > 0);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_body_with_any_value_of_another_kind_is_answered(string sample)
    {
        if (!sample.EndsWith(".json", StringComparison.Ordinal)) return;
        var understood = 0;
        foreach (var replacement in new[] { "null", "7", "\"x\"", "[]", "[null]", "{}", "true", "{\"id\":{\"id\":1}}" })
        {
            foreach (var changed in Replaced(sample, replacement))
            {
                var (contentType, body) = Wrap(sample, changed);
                if (SlackRequestReader.Read(contentType, body) is SlackReading.Understood { Request: var request })
                {
                    understood++;
                    Assert.NotNull(request.ToString());
                    Assert.False(request.Key is "");
                }
            }
        }

        Assert.True(understood > 0);
    }

    private static (string ContentType, byte[] Body) Whole(string sample) => Wrap(sample, Asset.Text(sample));

    private static (string ContentType, byte[] Body) Wrap(string sample, string text) => sample switch
    {
        _ when sample.StartsWith("interaction", StringComparison.Ordinal) => (Bodies.Form, Encoding.UTF8.GetBytes("payload=" + Uri.EscapeDataString(text))),
        _ when sample.EndsWith(".form", StringComparison.Ordinal) => (Bodies.Form, Encoding.UTF8.GetBytes(text)),
        _ => (Bodies.Json, Encoding.UTF8.GetBytes(text)),
    };

    private static IEnumerable<string> Replaced(string sample, string replacement)
    {
        var paths = Paths(JsonNode.Parse(Asset.Text(sample))!).ToList();
        foreach (var path in paths)
        {
            var copy = JsonNode.Parse(Asset.Text(sample))!;
            var parent = path[..^1].Aggregate(copy, (node, step) => step is int index ? node[index]! : node[(string)step]!);
            if (path[^1] is int last) parent[last] = JsonNode.Parse(replacement);
            else parent[(string)path[^1]] = JsonNode.Parse(replacement);
            yield return copy.ToJsonString();
        }
    }

    private static IEnumerable<object[]> Paths(JsonNode node)
    {
        IEnumerable<(object Step, JsonNode? Child)> children = node switch
        {
            JsonObject json => json.Select(pair => ((object)pair.Key, pair.Value)),
            JsonArray array => array.Select((child, index) => ((object)index, child)),
            _ => [],
        };
        foreach (var (step, child) in children)
        {
            yield return [step];
            if (child is null) continue;
            foreach (var rest in Paths(child)) yield return [step, .. rest];
        }
    }
}
