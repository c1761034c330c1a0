namespace IncidentBot.Slack.Blocks;

/// <summary>Slack's type names for the records of this folder. Slack docs: Block Kit reference.</summary>
internal static class BlockTypes
{
    public static IReadOnlyDictionary<string, Type> Blocks { get; } = Map<Block>(
        new SectionBlock(), new HeaderBlock { Text = "" }, new DividerBlock(), new ContextBlock { Elements = [] },
        new ActionsBlock { Elements = [] }, new InputBlock { Label = "", Element = new PlainTextInput { ActionId = "" } });

    public static IReadOnlyDictionary<string, Type> Elements { get; } = Map<BlockElement>(
        new Button { Text = "", ActionId = "" }, new StaticSelectMenu { Options = [], ActionId = "" }, new UserSelectMenu { ActionId = "" },
        new MultiUserSelectMenu { ActionId = "" },
        new OverflowMenu { Options = [], ActionId = "" }, new CheckboxGroup { Options = [], ActionId = "" },
        new RadioButtonGroup { Options = [], ActionId = "" }, new PlainTextInput { ActionId = "" });

    public static IReadOnlyDictionary<string, Type> Texts { get; } = Map<TextObject>(new PlainText(""), new Markdown(""));

    public static IReadOnlyDictionary<string, Type> Views { get; } = Map<ViewDefinition>(
        new ModalViewDefinition { Title = "", Blocks = [] }, new HomeViewDefinition { Blocks = [] });

    private static Dictionary<string, Type> Map<TBase>(params TBase[] samples)
        where TBase : ITyped => samples.ToDictionary(sample => sample.Type, sample => sample.GetType());
}
