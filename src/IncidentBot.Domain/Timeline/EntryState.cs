namespace IncidentBot.Domain.Timeline;

/// <summary>What keeps an entry from standing on the timeline as it was recorded. Several may hold at once; nothing else can.</summary>
[Flags]
public enum EntryState
{
    /// <summary>It stands there.</summary>
    Shown = 0,

    /// <summary>Somebody hid it; the history still has it.</summary>
    Hidden = 1,

    /// <summary>Everybody who had captured it took their emoji or pin back.</summary>
    Withdrawn = 2,

    /// <summary>The message it was captured from was deleted in Slack. It stands there as a line that says so.</summary>
    SourceDeleted = 4,

    /// <summary>Its words were taken away for ever. It stands there as a line that says so.</summary>
    Redacted = 8,
}
