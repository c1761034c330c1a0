namespace IncidentBot.Slack.Requests;

/// <summary>What a view's or message's inputs hold, by block and action id. Slack docs: view state values.</summary>
public sealed record ViewState
{
    /// <summary>The values by block id, then action id.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, ElementValue>> Values { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, ElementValue>>();

    /// <summary>What an input holds; null when the view has no such input.</summary>
    public ElementValue? GetValue(string blockId, string actionId) =>
        Values.TryGetValue(blockId, out var block) && block is not null && block.TryGetValue(actionId, out var value) ? value : null;

    /// <summary>An input's text; null when it is empty or absent.</summary>
    public string? GetText(string blockId, string actionId) =>
        GetValue(blockId, actionId)?.Value is { Length: > 0 } text ? text : null;

    /// <summary>The value of the chosen option; null when none is chosen.</summary>
    public string? GetSelectedOption(string blockId, string actionId) => GetValue(blockId, actionId)?.SelectedOption?.Value;

    /// <summary>The values of the ticked options; empty when none is.</summary>
    public IReadOnlyList<string> GetSelectedOptions(string blockId, string actionId) =>
        GetValue(blockId, actionId) is { } value ? [.. value.SelectedOptions.Select(option => option.Value)] : [];

    /// <summary>The id of the chosen person; null when none is chosen.</summary>
    public string? GetSelectedUser(string blockId, string actionId) => GetValue(blockId, actionId)?.SelectedUser;

    /// <summary>The ids of the chosen people; empty when nobody is chosen.</summary>
    public IReadOnlyList<string> GetSelectedUsers(string blockId, string actionId) => GetValue(blockId, actionId)?.SelectedUsers ?? [];

    /// <summary>Only the number of blocks: what people entered must not reach a log.</summary>
    public override string ToString() => $"state of {Values.Count} blocks";
}

/// <summary>What one input holds: the value that fits its type; the others are null or empty.</summary>
public sealed record ElementValue
{
    /// <summary>The element's type, such as <c>plain_text_input</c>.</summary>
    public string Type { get; init; } = "";

    /// <summary>An input's text.</summary>
    public string? Value { get; init; }

    /// <summary>The chosen option.</summary>
    public SelectedOption? SelectedOption { get; init; }

    /// <summary>The ticked options.</summary>
    public IReadOnlyList<SelectedOption> SelectedOptions { get; init; } = [];

    /// <summary>The chosen person.</summary>
    public string? SelectedUser { get; init; }

    /// <summary>The chosen people.</summary>
    public IReadOnlyList<string> SelectedUsers { get; init; } = [];

    /// <summary>Only the type: what people entered must not reach a log.</summary>
    public override string ToString() => Type;
}
