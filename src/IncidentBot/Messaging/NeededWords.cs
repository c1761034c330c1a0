using IncidentBot.Configuration;
using IncidentBot.Domain.Incidents;
using IncidentBot.Wording;

namespace IncidentBot.Messaging;

/// <summary>Which permissions a command line takes: one word may do what another one does too.</summary>
internal static class NeededWords
{
    public static IReadOnlyList<string> Of(Usage usage, string rest, Incident? incident, BotOptions options) => usage.Word switch
    {
        "close" or "closing" or "closingassaid" => Of("close", incident),
        "decline" or "declining" or "decliningassaid" => Of("decline", incident),
        "status" when options.Lifecycle.Read(rest) is var (status, _) => ["status", .. WordOf(status.Phase, incident) is { } word ? Of(word, incident) : []],
        "ownerfirst" when rest.EndsWith(" tell", StringComparison.OrdinalIgnoreCase) => ["team"],
        "merge" or "mergeinto" => Of("merge", incident),
        "adoptnow" => ["adopt"],
        "anyway" => ["declare"],
        "noteasdeclared" => ["note"],
        "retroagain" => ["retro"],
        "handover" when rest.Trim().ToLowerInvariant() is "accept" or "yes" or "pass" or "no" => [],
        "digest" when rest.Trim().ToLowerInvariant() is "off" or "stop" => [],
        "unsettle" => ["review"],
        "unack" => ["ack"],
        "unedit" => ["edit"],
        "erase" => ["redact"],
        "role" or "review" when rest.Length == 0 => ["show"],
        "service" or "team" when rest.Length == 0 => ["teams"],
        "impact" when rest == "history" => ["show"],
        "role" when CommandLine.SplitFirst(rest) is var (first, second) && IsCommand(first, second, options) => ["role", IsTaking(first) || IsTaking(second) ? "take" : "commander"],
        "undo" or "sevas" or "form" or "formagain" or "retry" or "channel" => [],
        var word => [word],
    };

    /// <summary>Closing or merging what is live ends it as resolving does; declining does too, and takes a review back that resolving owed.</summary>
    private static string[] Of(string word, Incident? incident) => word == "decline" || (word is "close" or "merge" && incident is { IsOver: false }) ? [word, "resolve"] : [word];

    private static string? WordOf(IncidentPhase to, Incident? incident) => to switch
    {
        IncidentPhase.Live when incident is { IsOver: true } => "reopen",
        IncidentPhase.Resolved => "resolve",
        IncidentPhase.Closed => "close",
        IncidentPhase.Declined => "decline",
        _ => null,
    };

    private static bool IsTaking(string act) => act.Trim().ToLowerInvariant() is "take" or "me";

    private static bool IsCommand(string first, string second, BotOptions options) =>
        options.Roles.FirstOrDefault(role => role.IsCommand) is { } command
        && (RoleWords.Find(options.Roles, first) == command || (first.ToLowerInvariant() is "take" or "leave" && RoleWords.Find(options.Roles, second) == command));
}
