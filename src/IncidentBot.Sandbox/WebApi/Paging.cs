using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.WebApi;

/// <summary>Pages of a list behind opaque cursors (Slack docs: Pagination).</summary>
internal static class Paging
{
    /// <summary>Cuts the page an offset cursor names.</summary>
    public static IReadOnlyList<T> Page<T>(ApiCall call, IReadOnlyList<T> all, int defaultLimit, int mostLimit, out string next, string badLimit = "invalid_limit")
    {
        var limit = call.Arguments.Number("limit") ?? defaultLimit;
        if (limit < 1 || limit > mostLimit)
            throw new Refusal(badLimit);
        var start = Offset(call);
        if (start > all.Count)
            throw new Refusal("invalid_cursor");
        next = start + limit < all.Count ? Cursor($"offset:{start + limit}", call.Workspace.CursorGeneration) : "";
        return [.. all.Skip(start).Take(limit)];
    }

    public static JsonObject Metadata(string next) => new() { ["next_cursor"] = next };

    /// <summary>A cursor that is good until the workspace's cursors are told to expire.</summary>
    public static string Cursor(string content, int generation = 0) =>
        Convert.ToBase64String(Encoding.ASCII.GetBytes(Padded(Mark(generation) + content)));

    /// <summary>The content of the call's cursor behind a prefix; null when there is no cursor.</summary>
    public static string? Content(ApiCall call, string prefix)
    {
        if (call.Text("cursor") is not { Length: > 0 } cursor)
            return null;
        var bytes = new byte[cursor.Length];
        if (!Convert.TryFromBase64String(cursor, bytes, out var written))
            throw new Refusal("invalid_cursor");
        var content = Encoding.ASCII.GetString(bytes.AsSpan(0, written)).TrimEnd();
        prefix = Mark(call.Workspace.CursorGeneration) + prefix;
        return content.StartsWith(prefix, StringComparison.Ordinal) ? content[prefix.Length..] : throw new Refusal("invalid_cursor");
    }

    private static string Mark(int generation) =>
        generation == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{generation}:");

    private static int Offset(ApiCall call) => Content(call, "offset:") switch
    {
        null => 0,
        var text when int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var offset) => offset,
        _ => throw new Refusal("invalid_cursor"),
    };

    /// <summary>Slack's cursors end in an equals sign, which callers must URL-encode; ours always do, so that tests notice.</summary>
    private static string Padded(string content) => content.Length % 3 == 0 ? content + " " : content;
}
