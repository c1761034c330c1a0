using IncidentBot.Slack.Blocks;

namespace IncidentBot.Wording;

/// <summary>One question of a form, with the element that takes the answer.</summary>
internal static class Inputs
{
    public static InputBlock Of(string id, string label, BlockElement element, bool optional = false, string? hint = null) => new()
    {
        BlockId = id,
        Label = label,
        Hint = hint is { Length: > 0 } ? (PlainText)hint : null,
        Optional = optional,
        Element = element,
    };
}
