using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IncidentBot.Tests.Web;

/// <summary>Damages a request in one of the ways requests get damaged, or in one nobody thought of. The same chance, the same damage.</summary>
internal static partial class Mutation
{
    private static readonly string[] Oddities =
    [
        "", "0", "-1", "1e400", "9999999999999999999999", "\ud83d\udd25", "\u202eabc", "<!channel>", "<@U>", "&lt;", "\0", "\"", "\ud800", "C", "T", "U",
        "1700000000.000001", "form", "undo 1 1", "declare", "note 25:61 x", "sev 9", "#999999999999 note x", "#1 ", new('x', 20_000),
    ];

    public static byte[] Of(OfficialPayload payload, Random chance)
    {
        if (chance.Next(4) == 0)
            return Bytes(payload.Body, chance);
        var times = chance.Next(1, 4);
        for (; times > 0; times--)
            payload = payload with { Text = payload.Text.StartsWith('{') ? Json(payload.Text, chance) : Field(payload.Text, chance) };
        return payload.Body;
    }

    private static byte[] Bytes(byte[] body, Random chance)
    {
        switch (chance.Next(3))
        {
            case 0:
                return body[..chance.Next(body.Length)];
            case 1:
                return [.. body, .. body.AsSpan(chance.Next(body.Length))];
            default:
                var copy = body.ToArray();
                for (var times = chance.Next(1, 9); times > 0; times--)
                    copy[chance.Next(copy.Length)] = (byte)chance.Next(256);
                return copy;
        }
    }

    /// <summary>Some value becomes another, of another kind as likely as not, or goes away.</summary>
    private static string Json(string text, Random chance)
    {
        var root = JsonNode.Parse(text)!;
        var all = Below(root).ToList();
        var (parent, key) = all[chance.Next(all.Count)];
        JsonNode? other = chance.Next(8) switch
        {
            0 => null,
            1 => chance.Next(),
            2 => new JsonArray(),
            3 => new JsonObject { ["id"] = "X" },
            _ => Oddities[chance.Next(Oddities.Length)],
        };
        if (parent is JsonArray array)
            array[(int)key] = other;
        else if (chance.Next(6) == 0)
            parent.AsObject().Remove((string)key);
        else
            parent[(string)key] = other;
        return root.ToJsonString();
    }

    private static IEnumerable<(JsonNode Parent, object Key)> Below(JsonNode node)
    {
        IEnumerable<(object Key, JsonNode? Child)> children = node switch
        {
            JsonObject json => json.Select(pair => ((object)pair.Key, pair.Value)),
            JsonArray array => array.Select((child, index) => ((object)index, child)),
            _ => [],
        };
        foreach (var (key, child) in children)
        {
            yield return (node, key);
            foreach (var deeper in child is null ? [] : Below(child))
                yield return deeper;
        }
    }

    /// <summary>Some field of a form gets another value.</summary>
    private static string Field(string text, Random chance)
    {
        var fields = Fields().Matches(text);
        if (fields.Count == 0)
            return text;
        var value = fields[chance.Next(fields.Count)].Groups["value"];
        return string.Concat(text.AsSpan(0, value.Index), Uri.EscapeDataString(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(Oddities[chance.Next(Oddities.Length)]))), text.AsSpan(value.Index + value.Length));
    }

    [GeneratedRegex("[a-z_]+=(?<value>[^&]*)")]
    private static partial Regex Fields();
}
