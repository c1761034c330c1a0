namespace IncidentBot.Sandbox.Blocks;

/// <summary>The composition objects elements are made of (Slack docs: Block Kit, composition objects).</summary>
internal static class CompositionShapes
{
    public static Rule Confirm { get; } = Rules.ObjectOf(new Shape(
        new Dictionary<string, Rule>
        {
            ["title"] = Rules.PlainText(100),
            ["text"] = Rules.AnyText(300),
            ["confirm"] = Rules.PlainText(30),
            ["deny"] = Rules.PlainText(30),
            ["style"] = Rules.OneOf("primary", "danger"),
        },
        "title", "text"));

    public static Rule Option { get; } = Rules.ObjectOf(OptionShape(Rules.PlainText(75)));

    /// <summary>Checkboxes and radio buttons may format their texts.</summary>
    public static Rule FormattedOption { get; } = Rules.ObjectOf(OptionShape(Rules.AnyText(75), Rules.AnyText(75)));

    public static Rule OverflowOption { get; } = Rules.ObjectOf(OptionShape(Rules.PlainText(75), url: Rules.Words(3000)));

    public static Rule OptionGroup { get; } = Rules.ObjectOf(new Shape(
        new Dictionary<string, Rule> { ["label"] = Rules.PlainText(75), ["options"] = Rules.Several(Option, 100) },
        "label", "options"));

    public static Rule DispatchConfig { get; } = Rules.ObjectOf(new Shape(
        new Dictionary<string, Rule>
        {
            ["trigger_actions_on"] = Rules.Several(Rules.OneOf("on_enter_pressed", "on_character_entered"), 2),
        }));

    private static Shape OptionShape(Rule text, Rule? description = null, Rule? url = null)
    {
        var properties = new Dictionary<string, Rule>
        {
            ["text"] = text,
            ["value"] = Rules.Words(150),
            ["description"] = description ?? Rules.PlainText(75),
        };
        if (url is not null)
            properties["url"] = url;
        return new Shape(properties, "text", "value");
    }
}
