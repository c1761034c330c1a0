using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.Blocks;

/// <summary>Checks one value found at a JSON pointer, and notes what is wrong with it.</summary>
internal delegate void Rule(Checker checker, JsonNode? value, string at);

/// <summary>What an object of one type may and must have.</summary>
/// <param name="Properties">Its properties besides <c>type</c>, each with its rule.</param>
/// <param name="Required">Those that must be there.</param>
internal sealed record Shape(IReadOnlyDictionary<string, Rule> Properties, params IReadOnlyList<string> Required);

/// <summary>Collects everything wrong with a set of blocks or a view, in the form Slack reports it.</summary>
internal sealed class Checker(Surface surface)
{
    private readonly List<string> _messages = [];
    private readonly HashSet<string> _blockIds = [];
    private readonly HashSet<string> _actionIds = [];

    public Surface Surface { get; } = surface;

    public IReadOnlyList<string> Messages => _messages;

    public void Wrong(string what, string at) => _messages.Add($"{what} [json-pointer:{at}]");

    public void NoteBlockId(string id, string at)
    {
        if (!_blockIds.Add(id))
            Wrong($"`block_id` {id} is already used", at);
    }

    public void NoteActionId(string id, string at)
    {
        if (!_actionIds.Add(id))
            Wrong($"`action_id` {id} is already used in this block", at);
    }

    /// <summary>action_ids are unique within a block only.</summary>
    public void NextBlock() => _actionIds.Clear();

    public void Object(JsonNode? value, string at, Func<string, Shape?> shapeOf)
    {
        if (value is not JsonObject thing)
        {
            Wrong("must be an object", at);
            return;
        }

        if (thing["type"] is not JsonValue typeValue || typeValue.GetValueKind() != JsonValueKind.String)
        {
            Wrong("missing required field: type", at);
            return;
        }

        var type = (string)typeValue!;
        if (shapeOf(type) is { } shape)
            Against(shape, thing, at, "type");
        else
            Wrong($"unsupported type: {type}", $"{at}/type");
    }

    public void Against(Shape shape, JsonObject thing, string at, params ReadOnlySpan<string> besides)
    {
        foreach (var name in shape.Required)
        {
            if (thing[name] is null)
                Wrong($"missing required field: {name}", at);
        }

        foreach (var (name, value) in thing)
        {
            if (besides.Contains(name))
                continue;
            if (!shape.Properties.TryGetValue(name, out var rule))
                Wrong($"invalid additional property: {name}", at);
            else if (value is not null)
                rule(this, value, $"{at}/{name}");
        }
    }

    public static Rule Unmodelled(string what) => (_, _, _) => throw new NotModelled(what);
}
