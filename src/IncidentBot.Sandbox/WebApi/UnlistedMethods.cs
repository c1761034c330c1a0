using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.WebApi;

/// <summary>Methods that answer the same whatever is sent: the test of the API, the dead ones, and those no bot may call.</summary>
internal static class UnlistedMethods
{
    private const string Test = "api.test";

    /// <summary>Dead since conversations.* (2021) and the new way to upload (2025).</summary>
    private static readonly HashSet<string> Deprecated =
    [
        .. Of("channels", "archive create history info invite join kick leave list mark rename replies setPurpose setTopic unarchive"),
        .. Of("groups", "archive create createChild history info invite kick leave list mark open rename replies setPurpose setTopic unarchive"),
        .. Of("im", "close history list mark open replies"),
        .. Of("mpim", "close history list mark open replies"),
        "files.upload",
    ];

    /// <summary>Seen of a bot token in Slack's own tests.</summary>
    private static readonly HashSet<string> OfPeople = ["users.deletePhoto", "users.identity", "users.setPhoto"];

    /// <summary>The answer; null for every other method.</summary>
    public static ApiAnswer? Answer(string method, ApiArguments arguments) => method switch
    {
        Test => Echo(arguments),
        _ when Deprecated.Contains(method) => ApiAnswer.Error("method_deprecated"),
        _ when OfPeople.Contains(method) => ApiAnswer.Error("not_allowed_token_type"),
        _ => null,
    };

    /// <summary>Gives back what it was given, and fails as it was asked to (Slack docs: api.test).</summary>
    private static ApiAnswer Echo(ApiArguments arguments)
    {
        var args = new JsonObject { ["args"] = arguments.ToJson() };
        return arguments.Text("error") is { Length: > 0 } error ? ApiAnswer.Error(error, args) : ApiAnswer.Ok(args, []);
    }

    private static IEnumerable<string> Of(string family, string methods) => methods.Split(' ').Select(method => $"{family}.{method}");
}
