using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;
using Microsoft.AspNetCore.Http;

namespace IncidentBot.Sandbox.WebApi;

/// <summary>
/// The arguments of one call, from query, form or JSON body, and the token. The oddities are Slack's (Slack docs: Web API):
/// methods that do not read JSON ignore it silently, and a JSON body without charset earns a warning.
/// </summary>
internal sealed class ApiArguments
{
    private readonly Dictionary<string, JsonNode> _values = [];

    public string? Token { get; private set; }

    /// <summary>A client id and its secret, when they came by HTTP Basic.</summary>
    public (string? Id, string? Secret)? Client { get; private set; }

    /// <summary>Warnings about how the call was made.</summary>
    public List<string> Warnings { get; } = [];

    public IEnumerable<string> Names => _values.Keys;

    public static async Task<ApiArguments> ReadAsync(HttpRequest request, bool readsJson)
    {
        var arguments = new ApiArguments();
        foreach (var (name, value) in request.Query)
            arguments.Take(name, value.ToString());

        if (HttpMethods.IsPost(request.Method))
            await arguments.ReadBodyAsync(request, readsJson);
        else if (!HttpMethods.IsGet(request.Method))
            throw new Refusal("invalid_post_type");

        var authorization = request.Headers.Authorization.ToString();
        if (authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            arguments.Token = authorization["Bearer ".Length..].Trim();
        else if (authorization.StartsWith("Basic ", StringComparison.OrdinalIgnoreCase))
            arguments.Client = ReadBasic(authorization["Basic ".Length..].Trim());
        return arguments;
    }

    public bool Has(string name) => _values.ContainsKey(name);

    /// <summary>A text argument; numbers and booleans in JSON count as their text.</summary>
    public string? Text(string name) => _values.GetValueOrDefault(name) switch
    {
        null => null,
        JsonValue value when value.GetValueKind() == JsonValueKind.String => (string)value!,
        JsonValue value => value.ToJsonString(),
        _ => throw Refusal.InvalidArguments($"must be a string [json-pointer:/{name}]"),
    };

    /// <summary>A flag: true, false, 1 or 0.</summary>
    public bool Flag(string name, bool otherwise = false) => Text(name) switch
    {
        null or "" => otherwise,
        "true" or "1" or "True" => true,
        "false" or "0" or "False" => false,
        _ => throw Refusal.InvalidArguments($"must be a boolean [json-pointer:/{name}]"),
    };

    public int? Number(string name) => Text(name) switch
    {
        null or "" => null,
        var text when int.TryParse(text, out var number) => number,
        _ => throw Refusal.InvalidArguments($"must be an integer [json-pointer:/{name}]"),
    };

    /// <summary>Ids as a comma-joined text, a JSON array, or the text of one.</summary>
    public IReadOnlyList<string> Ids(string name)
    {
        if (_values.GetValueOrDefault(name) is JsonArray array)
            return [.. array.Select(id => id?.GetValueKind() == JsonValueKind.String ? (string)id! : throw new Refusal("invalid_array_arg"))];
        var text = Text(name) ?? "";
        if (text.StartsWith('[') && TryParse(text) is JsonArray parsed)
            return [.. parsed.Select(id => id!.ToString())];
        return text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    /// <summary>A structured argument, as JSON or as the text of it; null when it is absent or empty.</summary>
    public JsonNode? Structure(string name, Func<Refusal> malformed)
    {
        if (_values.GetValueOrDefault(name) is not JsonValue value)
            return _values.GetValueOrDefault(name);
        if (value.GetValueKind() != JsonValueKind.String)
            throw malformed();
        var text = (string)value!;
        if (text.Length == 0)
            return null;
        return TryParse(text) ?? throw malformed();
    }

    /// <summary>The arguments without the token, for the journal.</summary>
    /// <param name="secrets">Others to leave out.</param>
    public JsonObject ToJson(params IReadOnlyList<string> secrets) => new(_values.Where(each => !secrets.Contains(each.Key)).Select(each => KeyValuePair.Create(each.Key, (JsonNode?)each.Value.DeepClone())));

    private static (string? Id, string? Secret) ReadBasic(string encoded)
    {
        var bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, bytes, out var written))
            return (null, null);
        var pair = System.Text.Encoding.UTF8.GetString(bytes.AsSpan(0, written)).Split(':', 2);
        return (Uri.UnescapeDataString(pair[0]), pair.Length > 1 ? Uri.UnescapeDataString(pair[1]) : null);
    }

    private static JsonNode? TryParse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private async Task ReadBodyAsync(HttpRequest request, bool readsJson)
    {
        if (request.HasFormContentType)
        {
            foreach (var (name, value) in await ReadFormAsync(request))
                Take(name, value);
            return;
        }

        using var reader = new StreamReader(request.Body);
        var body = await reader.ReadToEndAsync(request.HttpContext.RequestAborted);
        if (request.ContentType is not { Length: > 0 } type)
        {
            if (body.Length > 0)
                throw new Refusal("missing_post_type");
            return;
        }

        if (type.Split(';')[0].Trim() is not "application/json")
            throw new Refusal("invalid_post_type");
        if (!readsJson)
            return;
        if (!type.Contains("charset", StringComparison.OrdinalIgnoreCase))
            Warnings.Add("missing_charset");
        else if (!type.Contains("utf-8", StringComparison.OrdinalIgnoreCase))
            throw new Refusal("invalid_charset");
        if (body.Length == 0)
            return;
        if ((TryParse(body) ?? throw new Refusal("invalid_json")) is not JsonObject json)
            throw new Refusal("json_not_object");
        foreach (var (name, value) in json)
        {
            // A token in a JSON body is not read (Slack docs: Web API).
            if (name != "token" && value is not null)
                _values[name] = value.DeepClone();
        }
    }

    private static async Task<IEnumerable<KeyValuePair<string, string>>> ReadFormAsync(HttpRequest request)
    {
        try
        {
            var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return form.Select(field => KeyValuePair.Create(field.Key, field.Value.ToString()));
        }
        catch (InvalidDataException)
        {
            throw new Refusal("invalid_form_data");
        }
    }

    private void Take(string name, string value)
    {
        if (name == "token")
            Token = value;
        else
            _values[name] = JsonValue.Create(value);
    }
}
