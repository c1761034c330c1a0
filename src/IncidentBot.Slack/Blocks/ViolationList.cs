namespace IncidentBot.Slack.Blocks;

/// <summary>Collects what is wrong, and knows how to say it.</summary>
internal sealed class ViolationList
{
    private readonly List<string> _sentences = [];

    public IReadOnlyList<string> Sentences => _sentences;

    public void Add(string pointer, string complaint) => _sentences.Add($"{pointer} {complaint}.");

    public void Text(string pointer, TextObject? text, int max) => Length($"{pointer}/text", text?.Text, 1, max);

    public void Length(string pointer, string? text, int min, int max)
    {
        if (text is null) return;
        if (text.Length < min) Add(pointer, $"is empty, at least {min} character is needed");
        if (text.Length > max) Add(pointer, $"has {text.Length} characters, at most {max} are allowed");
    }

    public void Count(string pointer, int count, int min, int max)
    {
        if (count < min) Add(pointer, $"has {count} items, at least {min} is needed");
        if (count > max) Add(pointer, $"has {count} items, at most {max} are allowed");
    }

    public void Range(string pointer, int? number, int min, int max)
    {
        if (number < min || number > max) Add(pointer, $"is {number}, it must be {min} to {max}");
    }
}
