namespace IncidentBot.Configuration;

/// <summary>Words of <c>/incident</c> that are permitted together, where no line names the word itself.</summary>
/// <param name="Key">What the group is called in the configuration.</param>
/// <param name="IsAboutAnIncident">Whether they are about one incident, so that it has responders and a commander.</param>
/// <param name="Words">The words.</param>
internal sealed record WordGroup(string Key, bool IsAboutAnIncident, IReadOnlyList<string> Words)
{
    public const string Declaring = "declaring";

    /// <summary>What is in none of them is everybody's own: help, cover, subscriptions.</summary>
    public static IReadOnlyList<WordGroup> All { get; } =
    [
        new(Declaring, false, ["declare", "drill", "retro", "adopt"]),
        new("listing", false, ["list", "tasks", "followups", "teams", "digest", "subscribe"]),
        new("reading", true, ["show", "catchup", "timeline", "history", "times", "custody", "ledger", "why", "export"]),
        new("commanding", true, ["take", "commander", "handover", "role"]),
        new("assessing", true, ["title", "sev", "impact", "service", "team", "detected", "time"]),
        new("moving", true, ["status", "resolve", "close", "decline", "reopen", "merge"]),
        new("updating", true, ["update", "snooze"]),
        new("working", true, ["ack", "task", "followup"]),
        new("recording", true, ["note", "edit", "reconcile"]),
        new("reviewing", true, ["review"]),
        new("redacting", true, ["redact"]),
    ];

    public static WordGroup? Of(string word) => All.FirstOrDefault(group => group.Words.Contains(word));
}
