using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Blocks;

namespace IncidentBot.Sandbox.Workspace;

/// <summary>What people enter: the entries of <c>state.values</c>, one per element, shaped by the element's type.</summary>
internal static class ViewInputs
{
    /// <summary>The state of blocks nobody has touched, with what was entered before where ids and types are the same.</summary>
    public static JsonObject Initial(JsonArray blocks, JsonObject kept)
    {
        var values = new JsonObject();
        foreach (var (blockId, element) in Stateful(blocks))
        {
            var actionId = (string)element["action_id"]!;
            var before = kept[blockId]?[actionId] as JsonObject;
            var entry = before is not null && JsonNode.DeepEquals(before["type"], element["type"]) ? (JsonObject)before.DeepClone() : Untouched(element);
            Set(values, blockId, actionId, entry);
        }

        return values;
    }

    public static void Set(JsonObject values, string blockId, string actionId, JsonObject entry)
    {
        if (values[blockId] is not JsonObject block)
            values[blockId] = block = [];
        block[actionId] = entry;
    }

    /// <summary>The entry for what a person chose or typed: a text, several values, or nothing.</summary>
    /// <exception cref="ControlRefusal">The value is not one the element offers.</exception>
    public static JsonObject Entered(JsonObject element, JsonNode? value, SlackWorkspace workspace, Person person)
    {
        var type = (string)element["type"]!;
        var key = KeyOf(type);
        var entry = new JsonObject { ["type"] = type };
        var several = (value as JsonArray ?? []).Select(each => each!.ToString()).ToList();
        var single = value is JsonValue given && given.ToString() is { Length: > 0 } text ? text : null;
        var offered = type is "external_select" or "multi_external_select"
            ? person.Suggested.GetValueOrDefault((string)element["action_id"]!, [])
            : [.. ElementShapes.OptionsOf(element)];
        entry[key] = key switch
        {
            "selected_options" => new JsonArray([.. (single is null ? several : [single]).Select(each => OptionFor(offered, each))]),
            "selected_option" => single is null ? null : OptionFor(offered, single),
            "selected_users" or "selected_conversations" or "selected_channels" =>
                new JsonArray([.. several.Select(each => (JsonNode)Existing(workspace, each))]),
            "selected_user" or "selected_conversation" or "selected_channel" => single is null ? null : Existing(workspace, single),
            "selected_date_time" => single is null ? null : long.Parse(single, System.Globalization.CultureInfo.InvariantCulture),
            _ => single,
        };
        return entry;
    }

    public static bool IsEmpty(JsonObject entry)
    {
        var value = entry[KeyOf((string)entry["type"]!)];
        return value is null or JsonArray { Count: 0 };
    }

    /// <summary>All elements that hold state, with the id of their block: inputs, and selects and pickers anywhere.</summary>
    private static IEnumerable<(string BlockId, JsonObject Element)> Stateful(JsonArray blocks) =>
        from block in blocks.OfType<JsonObject>()
        from element in Elements(block)
        where (string)element["type"]! is not ("button" or "overflow" or "image")
        select ((string)block["block_id"]!, element);

    public static IEnumerable<JsonObject> Elements(JsonObject block)
    {
        IEnumerable<JsonNode?> listed = (string)block["type"]! == "actions" ? (JsonArray)block["elements"]! : [];
        return listed.Append(block["accessory"]).Append(block["element"]).OfType<JsonObject>();
    }

    private static JsonObject Untouched(JsonObject element)
    {
        var type = (string)element["type"]!;
        var key = KeyOf(type);
        var initial = element[key == "value" ? "initial_value" : key.Replace("selected_", "initial_", StringComparison.Ordinal)];
        JsonNode? nothing = key.EndsWith('s') ? new JsonArray() : null;
        return new JsonObject { ["type"] = type, [key] = initial?.DeepClone() ?? nothing };
    }

    private static string KeyOf(string type) => type switch
    {
        "static_select" or "external_select" or "radio_buttons" or "overflow" => "selected_option",
        "multi_static_select" or "multi_external_select" or "checkboxes" => "selected_options",
        "users_select" => "selected_user",
        "multi_users_select" => "selected_users",
        "conversations_select" => "selected_conversation",
        "multi_conversations_select" => "selected_conversations",
        "channels_select" => "selected_channel",
        "multi_channels_select" => "selected_channels",
        "datepicker" => "selected_date",
        "timepicker" => "selected_time",
        "datetimepicker" => "selected_date_time",
        _ => "value",
    };

    private static JsonNode OptionFor(List<JsonObject> offered, string value) =>
        offered.Find(option => option["value"]?.GetValueKind() == JsonValueKind.String && (string)option["value"]! == value)?.DeepClone()
        ?? throw new ControlRefusal("no_such_option", $"The element offers no option {value}.");

    private static string Existing(SlackWorkspace workspace, string id) =>
        workspace.People.ContainsKey(id) || workspace.Conversations.ContainsKey(id)
            ? id
            : throw new ControlRefusal("not_found", $"There is no {id}.");
}
