using static IncidentBot.Slack.Blocks.BlockLimits;

namespace IncidentBot.Slack.Blocks;

/// <summary>Walks the blocks of one message or view.</summary>
internal sealed class BlockInspection(ViolationList found)
{
    private readonly ElementInspection _elements = new(found);

    public void Blocks(IReadOnlyList<Block> blocks, string pointer, int max)
    {
        found.Count(pointer, blocks.Count, 0, max);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < blocks.Count; i++)
        {
            var at = $"{pointer}/{i}";
            found.Length($"{at}/block_id", blocks[i].BlockId, 1, BlockIdMax);
            if (blocks[i].BlockId is { } id && !seen.Add(id)) found.Add($"{at}/block_id", "is used by an earlier block too");
            One(blocks[i], at);
        }
    }

    private void One(Block block, string at)
    {
        switch (block)
        {
            case SectionBlock section:
                Section(section, at);
                break;
            case HeaderBlock header:
                found.Text($"{at}/text", header.Text, HeaderTextMax);
                break;
            case ContextBlock context:
                found.Count($"{at}/elements", context.Elements.Count, 1, ContextElementsMax);
                for (var i = 0; i < context.Elements.Count; i++) found.Text($"{at}/elements/{i}", context.Elements[i], TextMax);
                break;
            case ActionsBlock actions:
                Actions(actions, at);
                break;
            case InputBlock input:
                found.Text($"{at}/label", input.Label, InputLabelMax);
                found.Text($"{at}/hint", input.Hint, InputHintMax);
                if (input.Element is Button or OverflowMenu) found.Add($"{at}/element", "is not something to enter");
                _elements.One(input.Element, $"{at}/element");
                break;
        }
    }

    private void Section(SectionBlock section, string at)
    {
        found.Text($"{at}/text", section.Text, TextMax);
        if (section.Text is null && section.Fields is null) found.Add(at, "has neither text nor fields");
        if (section.Fields is { } fields)
        {
            found.Count($"{at}/fields", fields.Count, 1, SectionFieldsMax);
            for (var i = 0; i < fields.Count; i++) found.Text($"{at}/fields/{i}", fields[i], SectionFieldTextMax);
        }

        if (section.Accessory is { } accessory) _elements.One(accessory, $"{at}/accessory");
    }

    private void Actions(ActionsBlock actions, string at)
    {
        found.Count($"{at}/elements", actions.Elements.Count, 1, ActionsElementsMax);
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < actions.Elements.Count; i++)
        {
            if (!seen.Add(actions.Elements[i].ActionId)) found.Add($"{at}/elements/{i}/action_id", "is used by an earlier element too");
            _elements.One(actions.Elements[i], $"{at}/elements/{i}");
        }
    }
}
