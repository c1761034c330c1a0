namespace IncidentBot.Sandbox.Workspace;

/// <summary>A piece of a canvas that can be changed on its own.</summary>
/// <param name="Id">Given out by Slack.</param>
/// <param name="Type"><c>h1</c>, <c>h2</c>, <c>h3</c>, or <c>text</c> for everything else.</param>
/// <param name="Text">Its Markdown.</param>
internal sealed record CanvasSection(string Id, string Type, string Text);

/// <summary>A canvas: a title and sections.</summary>
internal sealed class Canvas
{
    /// <summary>The id of a file (<c>F…</c>).</summary>
    public required string Id { get; init; }

    public string Title { get; set; } = "";

    public List<CanvasSection> Sections { get; } = [];

    /// <summary>Whether it is a channel's own; such canvases are free.</summary>
    public bool IsOfChannel { get; init; }

    public bool IsDeleted { get; set; }
}
