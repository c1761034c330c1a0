using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.Blocks;

/// <summary>The interactive elements (Slack docs: Block Kit, block elements). What is named but null is real and not modelled.</summary>
internal static class ElementShapes
{
    private static readonly Rule Placeholder = Rules.PlainText(150);

    private static readonly Dictionary<string, Shape?> Known = new()
    {
        ["button"] = Shape(["text"], new()
        {
            ["text"] = Rules.PlainText(75),
            ["value"] = Rules.Words(2000),
            ["url"] = Rules.Words(3000),
            ["style"] = Rules.OneOf("primary", "danger"),
            ["accessibility_label"] = Rules.Words(75),
        }),
        ["static_select"] = Options(CompositionShapes.Option, "initial_option"),
        ["multi_static_select"] = Several(Options(CompositionShapes.Option, "initial_options")),
        ["external_select"] = External(CompositionShapes.Option, "initial_option"),
        ["multi_external_select"] = Several(External(Rules.Several(CompositionShapes.Option, 100), "initial_options")),
        ["users_select"] = Pick("initial_user"),
        ["multi_users_select"] = Several(Pick("initial_users")),
        ["conversations_select"] = Conversations("initial_conversation"),
        ["multi_conversations_select"] = Several(Conversations("initial_conversations")),
        ["channels_select"] = Pick("initial_channel", "response_url_enabled"),
        ["multi_channels_select"] = Several(Pick("initial_channels")),
        ["overflow"] = Shape(["options"], new() { ["options"] = Rules.Several(CompositionShapes.OverflowOption, 5) }),
        ["checkboxes"] = Boxes("initial_options"),
        ["radio_buttons"] = Boxes("initial_option"),
        ["plain_text_input"] = Input(new()
        {
            ["initial_value"] = Rules.Words(3000, shortest: 0),
            ["multiline"] = Rules.Flag,
            ["min_length"] = Rules.Whole(0, 3000),
            ["max_length"] = Rules.Whole(1, 3000),
        }),
        ["email_text_input"] = Input(new() { ["initial_value"] = Rules.Words(3000, shortest: 0) }),
        ["url_text_input"] = Input(new() { ["initial_value"] = Rules.Words(3000, shortest: 0) }),
        ["number_input"] = Input(
            new()
            {
                ["is_decimal_allowed"] = Rules.Flag,
                ["initial_value"] = Rules.Words(100),
                ["min_value"] = Rules.Words(100),
                ["max_value"] = Rules.Words(100),
            },
            "is_decimal_allowed"),
        ["datepicker"] = Shape([], new() { ["initial_date"] = Rules.Date, ["placeholder"] = Placeholder, ["focus_on_load"] = Rules.Flag }),
        ["timepicker"] = Shape([], new()
        {
            ["initial_time"] = Rules.Time,
            ["timezone"] = Rules.Words(100),
            ["placeholder"] = Placeholder,
            ["focus_on_load"] = Rules.Flag,
        }),
        ["datetimepicker"] = Shape([], new() { ["initial_date_time"] = Rules.Whole(0, 9_999_999_999), ["focus_on_load"] = Rules.Flag }),
        ["image"] = new Shape(
            new Dictionary<string, Rule>
            {
                ["image_url"] = Rules.Words(3000),
                ["alt_text"] = Rules.Words(2000),
                ["slack_file"] = Checker.Unmodelled("images from Slack files"),
            },
            "image_url", "alt_text"),
        ["rich_text_input"] = null,
        ["file_input"] = null,
        ["workflow_button"] = null,
        ["feedback_buttons"] = null,
        ["icon_button"] = null,
    };

    /// <summary>An element of one of these types; others are refused, even real ones.</summary>
    public static Rule Of(params IReadOnlyList<string> types) => (checker, value, at) => checker.Object(value, at, type =>
    {
        if (!types.Contains(type))
            return null;
        return Known[type] ?? throw new Workspace.NotModelled($"the element {type}");
    });

    private static Shape Shape(string[] required, Dictionary<string, Rule> properties)
    {
        properties["action_id"] = Rules.ActionId;
        properties["confirm"] = CompositionShapes.Confirm;
        return new Shape(properties, required);
    }

    private static Shape Input(Dictionary<string, Rule> properties, params string[] required)
    {
        properties["action_id"] = Rules.ActionId;
        properties["placeholder"] = Placeholder;
        properties["focus_on_load"] = Rules.Flag;
        properties["dispatch_action_config"] = CompositionShapes.DispatchConfig;
        return new Shape(properties, required);
    }

    private static Shape Pick(string initial, params string[] flags)
    {
        var properties = new Dictionary<string, Rule>
        {
            ["placeholder"] = Placeholder,
            ["focus_on_load"] = Rules.Flag,
            [initial] = initial.EndsWith('s') ? Rules.Several(Rules.Words(30), 100, least: 0) : Rules.Words(30),
        };
        foreach (var flag in flags)
            properties[flag] = Rules.Flag;
        return Shape([], properties);
    }

    private static Shape Conversations(string initial)
    {
        var pick = Pick(initial, "default_to_current_conversation", "response_url_enabled");
        return new Shape(
            new Dictionary<string, Rule>(pick.Properties) { ["filter"] = Checker.Unmodelled("conversation filters") }, pick.Required);
    }

    private static Shape Several(Shape single) =>
        new(new Dictionary<string, Rule>(single.Properties) { ["max_selected_items"] = Rules.Whole(1, 1000) }, single.Required);

    private static Shape Options(Rule option, string initial) => Shape([], new()
    {
        ["placeholder"] = Placeholder,
        ["focus_on_load"] = Rules.Flag,
        ["options"] = Rules.Several(option, 100),
        ["option_groups"] = Rules.Several(CompositionShapes.OptionGroup, 100),
        [initial] = Initial(option, initial),
    });

    private static Shape External(Rule initially, string initial) => Shape([], new()
    {
        ["placeholder"] = Placeholder,
        ["focus_on_load"] = Rules.Flag,
        ["min_query_length"] = Rules.Whole(0, 1000),
        [initial] = initially,
    });

    private static Shape Boxes(string initial) => Shape(["options"], new()
    {
        ["options"] = Rules.Several(CompositionShapes.FormattedOption, 10),
        ["focus_on_load"] = Rules.Flag,
        [initial] = Initial(CompositionShapes.FormattedOption, initial),
    });

    /// <summary>An initial option must be one of the options, letter for letter (Slack docs: static_select).</summary>
    private static Rule Initial(Rule option, string name)
    {
        var many = name.EndsWith('s');
        var rule = many ? Rules.Several(option, 100) : option;
        return (checker, value, at) =>
        {
            rule(checker, value, at);
            var element = value!.Parent as JsonObject;
            var offered = OptionsOf(element!).ToList();
            foreach (var chosen in many && value is JsonArray several ? [.. several] : new List<JsonNode?> { value })
            {
                if (!offered.Exists(each => JsonNode.DeepEquals(each, chosen)))
                    checker.Wrong($"`{name}` must match one of the options exactly", at);
            }
        };
    }

    /// <summary>All options of an element, those in groups included.</summary>
    public static IEnumerable<JsonObject> OptionsOf(JsonObject element)
    {
        var direct = (element["options"] as JsonArray ?? []).OfType<JsonObject>();
        var grouped = (element["option_groups"] as JsonArray ?? []).OfType<JsonObject>()
            .SelectMany(group => (group["options"] as JsonArray ?? []).OfType<JsonObject>());
        return direct.Concat(grouped);
    }
}
