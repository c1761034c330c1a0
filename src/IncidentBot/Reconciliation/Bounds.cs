using IncidentBot.Delivery;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Reconciliation;

/// <summary>
/// How much one round reads besides the newest page, and where it stops. It goes from the newest to the oldest and stops at one
/// message: all that is newer was looked at, and the next round goes on there, so that nothing waits for ever. Half of what may
/// be read is for pages of the channel, so that there is always room for what they show. Pure.
/// </summary>
internal static class Bounds
{
    /// <summary>Whether a page is to be read below those that were read: they do not reach back to all that may have been missed.</summary>
    public static bool WantsOlder(Comparing why, ChannelReading seen, int reads) => (seen.Older?.Pages ?? 0) < reads / 2 && IsShort(why, seen);

    /// <summary>What a round reads further: first what cannot be judged otherwise, then what is newest.</summary>
    /// <param name="why">What is compared.</param>
    /// <param name="seen">What the pages showed.</param>
    /// <param name="doubtful">What cannot be judged yet; it takes half of what is left to be read, or more where nothing else is wanted.</param>
    /// <param name="thorough">What may have changed besides.</param>
    /// <param name="reads">How much may be read.</param>
    /// <returns>What is read, and the message the round stops at; null when it reaches everything.</returns>
    public static (IReadOnlyList<Wanted> Wanted, string? StopsAt) Of(
        Comparing why, ChannelReading seen, IEnumerable<Wanted> doubtful, IEnumerable<Wanted> thorough, int reads)
    {
        var room = reads - (seen.Older?.Pages ?? 0);
        var bottom = IsShort(why, seen) ? seen.Bottom : null;
        List<Wanted> newest = [.. thorough
            .Where(each => (why.StoppedAt is not { } stopped || string.CompareOrdinal(each.Ts, stopped) <= 0) && (bottom is null || string.CompareOrdinal(each.Ts, bottom) >= 0))
            .OrderByDescending(each => each.Ts, StringComparer.Ordinal)];
        List<Wanted> first = [.. doubtful.Take(Math.Max(room / 2, room - newest.Count))];
        newest.RemoveAll(first.Contains);
        var fits = newest.Take(room - first.Count).ToList();
        return ([.. first, .. fits], newest.Count > fits.Count ? newest[fits.Count].Ts : bottom);
    }

    private static bool IsShort(Comparing why, ChannelReading seen) => seen.Bottom.Length > 0 && (seen.Older is null && why.StoppedAt is { } stopped
        ? string.CompareOrdinal(stopped, seen.Oldest) < 0 || IsAfter(seen.Oldest, why.From)
        : IsAfter(seen.Bottom, why.From));

    private static bool IsAfter(string ts, DateTimeOffset? from) => from is { } since && string.CompareOrdinal(ts, SlackTs.FromTime(since - Comparing.Leeway)) > 0;
}
