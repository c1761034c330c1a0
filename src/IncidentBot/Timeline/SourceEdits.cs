using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;

namespace IncidentBot.Timeline;

/// <summary>What somebody changed in a captured message, as an event tells it or a second reading shows it.</summary>
internal static class SourceEdits
{
    /// <summary>
    /// Takes over the words when the edit is news. Words that are the same make no version, but that they were edited is
    /// remembered: an older edit may still come.
    /// </summary>
    /// <returns>Whether the entry says something else now.</returns>
    public static async Task<bool> TakeOverAsync(TimelineEntry entry, string text, DateTimeOffset? editedAt, UserId by, Turn turn, CancellationToken ct)
    {
        if (CapturedMessage.Edited(entry, text, editedAt, by, turn.Now) is { } revision)
        {
            await turn.ReviseAsync(revision, ct);
            return true;
        }
        if (editedAt is { } edit && CapturedMessage.IsNews(entry, edit))
            await turn.RememberEditAsync(entry, edit, ct);
        return false;
    }
}
