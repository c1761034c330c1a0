using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.WebApi;

/// <summary>What Slack documents of one Web API method.</summary>
/// <param name="Name">Such as <c>chat.postMessage</c>.</param>
/// <param name="ReadsJson">Whether arguments in a JSON body are read; for the others Slack silently ignores them.</param>
/// <param name="Tier">The rate limit tier, 0 for special ones.</param>
/// <param name="Scopes">The bot scopes; one that fits the channel type is enough. Empty: none needed.</param>
/// <param name="Arguments">Documented arguments; true for required ones.</param>
/// <param name="Errors">Documented or observed error codes, the common ones not included.</param>
internal sealed record MethodFacts(
    string Name,
    bool ReadsJson,
    int Tier,
    IReadOnlyList<string> Scopes,
    IReadOnlyDictionary<string, bool> Arguments,
    IReadOnlySet<string> Errors)
{
    /// <summary>The user-token name of a scope; a bot never holds it.</summary>
    private const string UserOnlyScope = "channels:write";

    private static readonly (Dictionary<string, MethodFacts> Methods, HashSet<string> Common) Loaded = Load();

    public static IReadOnlyDictionary<string, MethodFacts> All => Loaded.Methods;

    /// <summary>Error codes every method may answer.</summary>
    public static IReadOnlySet<string> CommonErrors => Loaded.Common;

    private static (Dictionary<string, MethodFacts> Methods, HashSet<string> Common) Load()
    {
        var facts = (JsonObject)JsonNode.Parse(EmbeddedFacts.Text("methods.json"))!;
        var common = Words(facts["common_errors"]).ToHashSet();
        var methods = ((JsonObject)facts["methods"]!).ToDictionary(
            method => method.Key,
            method => new MethodFacts(
                method.Key,
                (bool)method.Value!["json"]!,
                (int)method.Value["tier"]!,
                [.. Words(method.Value["scopes"]).Where(scope => scope != UserOnlyScope)],
                ((JsonObject)method.Value["args"]!).ToDictionary(argument => argument.Key, argument => (bool)argument.Value!),
                Words(method.Value["errors"])
                    .Concat((method.Value["observed"] as JsonObject ?? []).Select(observed => observed.Key))
                    .ToHashSet()));
        return (methods, common);
    }

    private static IEnumerable<string> Words(JsonNode? array) => ((JsonArray)array!).Select(word => (string)word!);
}
