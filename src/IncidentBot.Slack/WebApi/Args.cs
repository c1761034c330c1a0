using System.Globalization;
using System.Text.Json;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Slack.WebApi;

/// <summary>
/// The arguments of one call, in order. Absent ones are not sent. In a form nested values travel as JSON texts, lists of ids
/// joined by commas. Slack docs: Web API, request bodies.
/// </summary>
internal sealed class Args
{
    private readonly List<KeyValuePair<string, object>> _values = [];

    public Args Add(string name, string? value) => Put(name, value);

    public Args Add(string name, bool value) => Put(name, value);

    public Args Add(string name, int value) => Put(name, value);

    public Args AddIds(string name, IEnumerable<string>? ids) => Put(name, ids is null ? null : string.Join(',', ids));

    public Args AddObject(string name, object? value) =>
        Put(name, value is null ? null : JsonSerializer.SerializeToElement(value, value.GetType(), SlackJson.Options));

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(_values.ToDictionary(), SlackJson.Options);

    public IEnumerable<KeyValuePair<string, string>> ToForm() => _values.Select(pair => KeyValuePair.Create(pair.Key, pair.Value switch
    {
        string text => StraightText.Of(text),
        bool flag => flag ? "true" : "false",
        int number => number.ToString(CultureInfo.InvariantCulture),
        JsonElement json => json.GetRawText(),
        _ => throw new InvalidOperationException($"Argument '{pair.Key}' has no form."),
    }));

    private Args Put(string name, object? value)
    {
        if (value is not null) _values.Add(KeyValuePair.Create(name, value));
        return this;
    }
}
