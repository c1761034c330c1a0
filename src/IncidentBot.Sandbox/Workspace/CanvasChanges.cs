using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.Workspace;

/// <summary>Canvases are written and changed (Slack docs: canvases.edit).</summary>
internal static class CanvasChanges
{
    public static Canvas AddCanvas(this SlackWorkspace workspace, string title, string markdown, bool isOfChannel)
    {
        var canvas = new Canvas { Id = workspace.Ids.Next("F"), Title = title, IsOfChannel = isOfChannel };
        canvas.Sections.AddRange(Written(workspace, markdown));
        workspace.Canvases.Add(canvas.Id, canvas);
        workspace.Changes.Everybody();
        return canvas;
    }

    /// <summary>Does one operation; null when it was done, otherwise what is wrong with it.</summary>
    public static string? Change(this SlackWorkspace workspace, Canvas canvas, string operation, string? sectionId, string markdown)
    {
        var at = sectionId is null ? -1 : canvas.Sections.FindIndex(section => section.Id == sectionId);
        if (sectionId is not null && at < 0)
            return $"section {sectionId} not found";
        if (at < 0 && operation is "insert_after" or "insert_before" or "delete")
            return "missing section_id";
        if (CanvasMarkdown.Complaint(markdown) is { } complaint)
            return complaint;
        var written = Written(workspace, markdown);
        switch (operation)
        {
            case "insert_after":
                canvas.Sections.InsertRange(at + 1, written);
                break;
            case "insert_before":
                canvas.Sections.InsertRange(at, written);
                break;
            case "insert_at_start":
                canvas.Sections.InsertRange(0, written);
                break;
            case "insert_at_end":
                canvas.Sections.AddRange(written);
                break;
            case "delete":
                canvas.Sections.RemoveAt(at);
                break;
            case "replace" when at < 0:
                canvas.Sections.Clear();
                canvas.Sections.AddRange(written);
                break;
            case "replace":
                canvas.Sections.RemoveAt(at);
                canvas.Sections.InsertRange(at, written);
                break;
            default:
                canvas.Title = markdown;
                break;
        }

        workspace.Changes.Everybody();
        return null;
    }

    /// <summary>What conversations.info tells of a channel's canvas.</summary>
    public static JsonObject ToProperties(this Canvas canvas) => new()
    {
        ["canvas"] = new JsonObject { ["file_id"] = canvas.Id, ["is_empty"] = canvas.Sections.Count == 0, ["quip_thread_id"] = canvas.Id },
    };

    private static List<CanvasSection> Written(SlackWorkspace workspace, string markdown) =>
        [.. CanvasMarkdown.Sections(markdown).Select(section => new CanvasSection($"temp:C:{workspace.Ids.Hex(28)}", section.Type, section.Text))];
}
