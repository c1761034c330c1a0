using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace IncidentBot.Sandbox.Blocks;

/// <summary>The rules single values follow. Lengths are characters (Slack docs: Block Kit reference).</summary>
internal static partial class Rules
{
    public static Rule Flag { get; } = (checker, value, at) =>
    {
        if (value!.GetValueKind() is not (JsonValueKind.True or JsonValueKind.False))
            checker.Wrong("must be a boolean", at);
    };

    public static Rule Date { get; } = Matching(IsoDate(), "must be a date YYYY-MM-DD");

    public static Rule Time { get; } = Matching(ClockTime(), "must be a time HH:MM");

    public static Rule Anything { get; } = (_, _, _) => { };

    public static Rule BlockId { get; } = (checker, value, at) =>
    {
        Words(255)(checker, value, at);
        if (value!.GetValueKind() == JsonValueKind.String)
            checker.NoteBlockId((string)value!, at);
    };

    public static Rule ActionId { get; } = (checker, value, at) =>
    {
        Words(255)(checker, value, at);
        if (value!.GetValueKind() == JsonValueKind.String)
            checker.NoteActionId((string)value!, at);
    };

    public static Rule Words(int longest, int shortest = 1) => (checker, value, at) =>
    {
        if (value!.GetValueKind() != JsonValueKind.String)
        {
            checker.Wrong("must be a string", at);
            return;
        }

        var length = ((string)value!).EnumerateRunes().Count();
        if (length < shortest)
            checker.Wrong($"must be more than {shortest - 1} characters", at);
        if (length > longest)
            checker.Wrong($"must be less than {longest + 1} characters", at);
    };

    public static Rule Whole(long least, long most) => (checker, value, at) =>
    {
        if (value is not JsonValue number || !number.TryGetValue(out long whole))
            checker.Wrong("must be an integer", at);
        else if (whole < least || whole > most)
            checker.Wrong($"must be between {least} and {most}", at);
    };

    public static Rule OneOf(params IReadOnlyList<string> words) => (checker, value, at) =>
    {
        if (value!.GetValueKind() != JsonValueKind.String || !words.Contains((string)value!))
            checker.Wrong($"must be one of: {string.Join(", ", words)}", at);
    };

    public static Rule Several(Rule each, int most, int least = 1) => (checker, value, at) =>
    {
        if (value is not JsonArray items)
        {
            checker.Wrong("must be an array", at);
            return;
        }

        if (items.Count < least)
            checker.Wrong($"must provide at least {least} items", at);
        if (items.Count > most)
            checker.Wrong($"no more than {most} items allowed", at);
        for (var index = 0; index < items.Count; index++)
            each(checker, items[index], $"{at}/{index}");
    };

    public static Rule PlainText(int longest) => Text(longest, "plain_text");

    public static Rule AnyText(int longest) => Text(longest, "plain_text", "mrkdwn");

    public static Rule ObjectOf(Shape shape) => (checker, value, at) =>
    {
        if (value is JsonObject thing)
            checker.Against(shape, thing, at);
        else
            checker.Wrong("must be an object", at);
    };

    private static Rule Text(int longest, params string[] types)
    {
        var plain = new Shape(new Dictionary<string, Rule> { ["text"] = Words(longest), ["emoji"] = Flag }, "text");
        var marked = new Shape(new Dictionary<string, Rule> { ["text"] = Words(longest), ["verbatim"] = Flag }, "text");
        return (checker, value, at) => checker.Object(
            value, at, type => !types.Contains(type) ? null : type == "mrkdwn" ? marked : plain);
    }

    private static Rule Matching(Regex pattern, string complaint) => (checker, value, at) =>
    {
        if (value!.GetValueKind() != JsonValueKind.String || !pattern.IsMatch((string)value!))
            checker.Wrong(complaint, at);
    };

    [GeneratedRegex(@"^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
    private static partial Regex IsoDate();

    [GeneratedRegex(@"^([01]\d|2[0-3]):[0-5]\d$")]
    private static partial Regex ClockTime();
}
