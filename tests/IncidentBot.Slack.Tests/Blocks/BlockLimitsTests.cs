using IncidentBot.Slack.Blocks;
using Xunit;
using static IncidentBot.Slack.Blocks.BlockLimits;

namespace IncidentBot.Slack.Tests.Blocks;

public sealed class BlockLimitsTests
{
    /// <summary>For each limit: where it is named, the limit, and a surface with exactly so much.</summary>
    private static readonly (string Pointer, int Limit, Func<int, IReadOnlyList<string>> Check)[] Maxima =
    [
        ("/blocks", 50, n => Violations(Many<Block>(n, _ => new DividerBlock()))),
        ("/view/blocks", 100, n => Violations(Modal(Many<Block>(n, _ => new DividerBlock())))),
        ("/view/blocks", 100, n => Violations(new HomeViewDefinition { Blocks = Many<Block>(n, _ => new DividerBlock()) })),
        ("/view/title/text", 24, n => Violations(Modal([]) with { Title = Text(n) })),
        ("/view/submit/text", 24, n => Violations(Modal([]) with { Submit = Text(n) })),
        ("/view/close/text", 24, n => Violations(Modal([]) with { Close = Text(n) })),
        ("/view/private_metadata", 3000, n => Violations(Modal([]) with { PrivateMetadata = Letters(n) })),
        ("/view/callback_id", 255, n => Violations(Modal([]) with { CallbackId = Letters(n) })),
        ("/view/private_metadata", 3000, n => Violations(new HomeViewDefinition { Blocks = [], PrivateMetadata = Letters(n) })),
        ("/blocks/0/block_id", 255, n => Violations([new DividerBlock { BlockId = Letters(n) }])),
        ("/blocks/0/text/text", 3000, n => Violations([new SectionBlock { Text = new Markdown(Letters(n)) }])),
        ("/blocks/0/fields", 10, n => Violations([new SectionBlock { Fields = Many<TextObject>(n, _ => new Markdown("x")) }])),
        ("/blocks/0/fields/0/text", 2000, n => Violations([new SectionBlock { Fields = [new Markdown(Letters(n))] }])),
        ("/blocks/0/text/text", 150, n => Violations([new HeaderBlock { Text = Text(n) }])),
        ("/blocks/0/elements", 10, n => Violations([new ContextBlock { Elements = Many<TextObject>(n, _ => new Markdown("x")) }])),
        ("/blocks/0/elements/0/text", 3000, n => Violations([new ContextBlock { Elements = [new Markdown(Letters(n))] }])),
        ("/blocks/0/elements", 25, n => Violations([new ActionsBlock { Elements = Many<BlockElement>(n, i => Go with { ActionId = $"a{i}" }) }])),
        ("/blocks/0/label/text", 2000, n => Violations([new InputBlock { Label = Text(n), Element = new UserSelectMenu { ActionId = "a" } }])),
        ("/blocks/0/hint/text", 2000, n => Violations([new InputBlock { Label = "x", Hint = Text(n), Element = new UserSelectMenu { ActionId = "a" } }])),
        ("/blocks/0/accessory/action_id", 255, n => In(Go with { ActionId = Letters(n) })),
        ("/blocks/0/accessory/text/text", 75, n => In(Go with { Text = Text(n) })),
        ("/blocks/0/accessory/value", 2000, n => In(Go with { Value = Letters(n) })),
        ("/blocks/0/accessory/url", 3000, n => In(Go with { Url = Letters(n) })),
        ("/blocks/0/accessory/confirm/title/text", 100, n => In(Go with { Confirm = Sure with { Title = Text(n) } })),
        ("/blocks/0/accessory/confirm/text/text", 300, n => In(Go with { Confirm = Sure with { Text = Text(n) } })),
        ("/blocks/0/accessory/confirm/confirm/text", 30, n => In(new OverflowMenu { ActionId = "a", Options = [One], Confirm = Sure with { Confirm = Text(n) } })),
        ("/blocks/0/accessory/confirm/deny/text", 30, n => In(new UserSelectMenu { ActionId = "a", Confirm = Sure with { Deny = Text(n) } })),
        ("/blocks/0/accessory/options", 100, n => In(new StaticSelectMenu { ActionId = "a", Options = Some(n) })),
        ("/blocks/0/accessory/options", 5, n => In(new OverflowMenu { ActionId = "a", Options = Some(n) })),
        ("/blocks/0/accessory/options", 10, n => In(new CheckboxGroup { ActionId = "a", Options = Some(n) })),
        ("/blocks/0/accessory/options", 10, n => In(new RadioButtonGroup { ActionId = "a", Options = Some(n) })),
        ("/blocks/0/accessory/options/0/text/text", 75, n => In(new StaticSelectMenu { ActionId = "a", Options = [One with { Text = Text(n) }] })),
        ("/blocks/0/accessory/options/0/value", 150, n => In(new OverflowMenu { ActionId = "a", Options = [One with { Value = Letters(n) }] })),
        ("/blocks/0/accessory/options/0/description/text", 75, n => In(new CheckboxGroup { ActionId = "a", Options = [One with { Description = Text(n) }] })),
        ("/blocks/0/accessory/placeholder/text", 150, n => In(new StaticSelectMenu { ActionId = "a", Options = [One], Placeholder = Text(n) })),
        ("/blocks/0/accessory/placeholder/text", 150, n => In(new UserSelectMenu { ActionId = "a", Placeholder = Text(n) })),
        ("/blocks/0/accessory/placeholder/text", 150, n => In(new PlainTextInput { ActionId = "a", Placeholder = Text(n) })),
        ("/blocks/0/accessory/min_length", 3000, n => In(new PlainTextInput { ActionId = "a", MinLength = n })),
        ("/blocks/0/accessory/max_length", 3000, n => In(new PlainTextInput { ActionId = "a", MaxLength = n })),
        ("/blocks/0/accessory/initial_value", 3000, n => In(new PlainTextInput { ActionId = "a", InitialValue = Letters(n) })),
        ("/blocks/0/accessory/initial_value", 20, n => In(new PlainTextInput { ActionId = "a", MaxLength = 20, InitialValue = Letters(n) })),
    ];

    /// <summary>Surfaces with exactly one thing wrong that is not a maximum.</summary>
    private static readonly (string Pointer, IReadOnlyList<string> Found)[] Mistakes =
    [
        ("/blocks/0/text/text", Violations([new SectionBlock { Text = new Markdown("") }])),
        ("/blocks/0/text/text", Violations([new HeaderBlock { Text = "" }])),
        ("/blocks/0/block_id", Violations([new DividerBlock { BlockId = "" }])),
        ("/blocks/1/block_id", Violations([new DividerBlock { BlockId = "same" }, new HeaderBlock { Text = "x", BlockId = "same" }])),
        ("/blocks/0", Violations([new SectionBlock()])),
        ("/blocks/0/fields", Violations([new SectionBlock { Fields = [] }])),
        ("/blocks/0/elements", Violations([new ContextBlock { Elements = [] }])),
        ("/blocks/0/elements", Violations([new ActionsBlock { Elements = [] }])),
        ("/blocks/0/elements/1/action_id", Violations([new ActionsBlock { Elements = [Go, Go] }])),
        ("/blocks/0/accessory/action_id", In(Go with { ActionId = "" })),
        ("/blocks/0/accessory/text/text", In(Go with { Text = "" })),
        ("/blocks/0/accessory/url", In(Go with { Url = "" })),
        ("/blocks/0/accessory/confirm/text/text", In(Go with { Confirm = Sure with { Text = new Markdown("") } })),
        ("/blocks/0/accessory/options", In(new StaticSelectMenu { ActionId = "a", Options = [] })),
        ("/blocks/0/accessory/options/0/value", In(new OverflowMenu { ActionId = "a", Options = [One with { Value = "" }] })),
        ("/blocks/0/accessory/options/0/text", In(new OverflowMenu { ActionId = "a", Options = [One with { Text = new Markdown("*x*") }] })),
        ("/blocks/0/accessory/initial_option", In(new StaticSelectMenu { ActionId = "a", Options = [One], InitialOption = One with { Value = "other" } })),
        ("/blocks/0/accessory/initial_option", In(new RadioButtonGroup { ActionId = "a", Options = [One], InitialOption = One with { Value = "other" } })),
        ("/blocks/0/accessory/initial_options/1", In(new CheckboxGroup { ActionId = "a", Options = [One], InitialOptions = [One, One with { Value = "other" }] })),
        ("/blocks/0/accessory/max_length", In(new PlainTextInput { ActionId = "a", MaxLength = 0 })),
        ("/blocks/0/accessory/min_length", In(new PlainTextInput { ActionId = "a", MinLength = -1 })),
        ("/blocks/0/accessory/min_length", In(new PlainTextInput { ActionId = "a", MinLength = 5, MaxLength = 4 })),
        ("/blocks/0/element", Violations([new InputBlock { Label = "x", Element = Go }])),
        ("/view/title/text", Violations(Modal([]) with { Title = "" })),
        ("/view/submit", Violations(Modal([new InputBlock { Label = "x", Element = new UserSelectMenu { ActionId = "a" } }]) with { Submit = null })),
        ("/view", Violations(Modal(Many<Block>(90, _ => new SectionBlock { Text = new Markdown(Letters(2900)) })))),
    ];

    private static Button Go => new() { ActionId = "go", Text = "Go" };

    private static Option One => new() { Text = new PlainText("One"), Value = "1" };

    private static ConfirmationDialog Sure => new() { Title = "Sure?", Text = new PlainText("It ends."), Confirm = "Yes", Deny = "No" };

    public static TheoryData<int> MaximaNumbers => [.. Enumerable.Range(0, Maxima.Length)];

    public static TheoryData<int> MistakeNumbers => [.. Enumerable.Range(0, Mistakes.Length)];

    [Theory]
    [MemberData(nameof(MaximaNumbers))]
    public void At_the_limit_all_is_well_and_one_more_is_named(int number)
    {
        var (pointer, limit, check) = Maxima[number];
        Assert.Empty(check(limit));
        Assert.StartsWith(pointer + " ", Assert.Single(check(limit + 1)), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(MistakeNumbers))]
    public void A_mistake_is_named_where_it_is(int number)
    {
        var (pointer, found) = Mistakes[number];
        Assert.StartsWith(pointer + " ", Assert.Single(found), StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_is_wrong_is_named() => Assert.Equal(
        2, Violations([new HeaderBlock { Text = "" }, new SectionBlock { Text = new Markdown(Letters(3001)) }]).Count);

    [Fact]
    public void Letters_outside_the_basic_plane_count_as_two_to_be_on_the_safe_side()
    {
        Assert.Empty(Violations([new HeaderBlock { Text = string.Concat(Enumerable.Repeat("🚒", 75)) }]));
        Assert.Single(Violations([new HeaderBlock { Text = string.Concat(Enumerable.Repeat("🚒", 76)) }]));
    }

    [Fact]
    public void A_complete_modal_is_fine() => Assert.Empty(Violations(Modal(
        [new InputBlock { BlockId = "t", Label = "Title", Element = new PlainTextInput { ActionId = "a", MinLength = 1, MaxLength = 80 } }])));

    private static IReadOnlyList<string> In(BlockElement element) =>
        Violations([new SectionBlock { Text = new Markdown("x"), Accessory = element }]);

    private static ModalViewDefinition Modal(IReadOnlyList<Block> blocks) => new() { Title = "T", Submit = "S", Blocks = blocks };

    private static List<Option> Some(int count) => Many(count, i => One with { Value = $"v{i}" });

    private static List<T> Many<T>(int count, Func<int, T> make) => [.. Enumerable.Range(0, count).Select(make)];

    private static PlainText Text(int length) => new(Letters(length));

    private static string Letters(int count) => new('x', count);
}
