namespace IncidentBot.Messaging;

/// <summary>It is time to compare an incident's channel with what is stored.</summary>
/// <param name="Number">The incident.</param>
/// <param name="From">From when on something may have been missed; null where nothing says so.</param>
/// <param name="Until">Until when.</param>
[StoredAs(StoredName)]
internal sealed record ComparisonDue(int Number, DateTimeOffset? From, DateTimeOffset? Until) : Fact
{
    public const string StoredName = "comparison-due";

    /// <summary>The message an earlier round stopped at; null where none did.</summary>
    public string? StoppedAt { get; init; }
}
