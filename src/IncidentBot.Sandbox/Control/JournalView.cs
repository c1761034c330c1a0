using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Journals;

namespace IncidentBot.Sandbox.Control;

/// <summary>The journal for readers, and deliveries out of it sent again.</summary>
internal static class JournalView
{
    private const string AllFailed = "all_failed";

    public static JsonObject After(Journal journal, long n) => new()
    {
        ["entries"] = new JsonArray([.. journal.After(n).Select(Entry)]),
    };

    /// <summary>Sends one recorded delivery again, or every event whose latest attempt failed.</summary>
    public static JsonObject Redeliver(SandboxEngine engine, ControlBody body)
    {
        var chosen = body["entry"]?.ToString() == AllFailed ? Failed(engine.Journal) : [One(engine.Journal, body)];
        foreach (var entry in chosen)
            engine.Events.Send(entry.Delivery!);
        return new JsonObject { ["count"] = chosen.Count };
    }

    private static List<JournalEntry> Failed(Journal journal) =>
        [.. journal.After(0)
            .Where(entry => entry.Delivery?.Key is not null)
            .GroupBy(entry => entry.Delivery!.Key)
            .Select(attempts => attempts.Last())
            .Where(last => last.Outcome != "ok")];

    private static JournalEntry One(Journal journal, ControlBody body)
    {
        var n = (long)(body.Number("entry") ?? throw new Workspace.ControlRefusal("missing_field", "\"entry\" is missing."));
        return journal.Find(n) is { Delivery: not null } entry
            ? entry
            : throw new Workspace.ControlRefusal("no_such_entry", $"Entry {n} is not the delivery of an event.", status: 404);
    }

    private static JsonObject Entry(JournalEntry entry) => new()
    {
        ["n"] = entry.N,
        ["at"] = StateView.Time(entry.At),
        ["direction"] = entry.Direction,
        ["method"] = entry.Method,
        ["args"] = entry.Args?.DeepClone(),
        ["status"] = entry.Status,
        ["answer"] = entry.Answer,
        ["latency_ms"] = entry.LatencyMs,
        ["attempt"] = entry.Attempt,
        ["reason"] = entry.Reason,
        ["outcome"] = entry.Outcome,
    };
}
