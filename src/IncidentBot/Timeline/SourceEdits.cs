using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;
using IncidentBot.Storage;

namespace IncidentBot.Timeline;

/// <summary>What somebody changed in a captured message, as an event tells it or a second reading shows it.</summary>
internal static class SourceEdits
{
    /// <summary>Takes over the words, unless they were said where only invited people read and the entry is one everybody may read.</summary>
    /// <param name="entry">The message's entry.</param>
    /// <param name="text">What it says now.</param>
    /// <param name="editedAt">When it was edited.</param>
    /// <param name="by">Who edited it.</param>
    /// <param name="channel">Where it stands.</param>
    /// <param name="isPrivateThere">Whether Slack says that the channel is private.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>Whether the entry says something else now.</returns>
    public static async Task<bool> FollowAsync(TimelineEntry entry, string text, DateTimeOffset? editedAt, UserId by, string channel, bool isPrivateThere, Turn turn, CancellationToken ct)
    {
        var isAmongFew = isPrivateThere || await turn.InChannelAsync(channel, ct) is { IsPrivate: true };
        return isAmongFew && await turn.OtherAsync(entry.Incident, ct) is { IsPrivate: false } its && its.Channel?.Value != channel
            ? await LeaveThereAsync(entry, editedAt, by, turn, ct)
            : await TakeOverAsync(entry, text, editedAt, by, turn, ct);
    }

    /// <summary>
    /// Takes over the words when the edit is news and the last word: what somebody corrected after it stays, and whose correction
    /// it replaces is said. Words that are the same make no version, but that they were edited is remembered: an older edit may
    /// still come.
    /// </summary>
    /// <returns>Whether the entry says something else now.</returns>
    private static async Task<bool> TakeOverAsync(TimelineEntry entry, string text, DateTimeOffset? editedAt, UserId by, Turn turn, CancellationToken ct)
    {
        if (CapturedMessage.Edited(entry, text, editedAt, by, turn.Now) is { } revision)
        {
            var (corrector, correctedAt) = await CorrectionAsync(entry, turn, ct);
            if (!(correctedAt > editedAt))
            {
                await turn.ReviseAsync(revision, ct);
                if (corrector is { } replaced && await turn.NumberedAsync(entry.Incident.Number, ct) is { } incident)
                    CardThread.Tell(incident, () => EntryReplies.CorrectionReplaced(incident, revision, replaced), turn);
                return true;
            }
        }
        if (editedAt is { } edit && CapturedMessage.IsNews(entry, edit))
            await turn.RememberEditAsync(entry, edit, ct);
        return false;
    }

    /// <summary>The new words were said among invited people and stay there: the entry, which everybody may read, says only that they were changed.</summary>
    /// <returns>Whether the entry says so only now.</returns>
    private static async Task<bool> LeaveThereAsync(TimelineEntry entry, DateTimeOffset? editedAt, UserId by, Turn turn, CancellationToken ct)
    {
        var remark = turn.ForAll(() => EntryReplies.EditedAmongFew);
        if (!entry.Text.EndsWith(remark, StringComparison.Ordinal) && CapturedMessage.Edited(entry, $"{entry.Text} {remark}", editedAt, by, turn.Now) is { } revision)
        {
            await turn.ReviseAsync(revision, ct);
            return true;
        }
        if (editedAt is { } edit && CapturedMessage.IsNews(entry, edit))
            await turn.RememberEditAsync(entry, edit, ct);
        return false;
    }

    /// <summary>Whether somebody here put other words there after that edit.</summary>
    public static async Task<bool> IsCorrectedSinceAsync(TimelineEntry entry, DateTimeOffset? editedAt, Turn turn, CancellationToken ct) =>
        (await CorrectionAsync(entry, turn, ct)).At > editedAt;

    /// <summary>Whose correction the entry's words are, and since when; nobody's where they are the message's.</summary>
    private static async Task<(UserId? By, DateTimeOffset? At)> CorrectionAsync(TimelineEntry entry, Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        return await db.TimelineVersions.LastWordsChangeAsync(entry.Incident, entry.Number, ct) is ({ Change: EntryChange.Reworded, By: var by }, var at) ? (by, at) : (null, null);
    }
}
