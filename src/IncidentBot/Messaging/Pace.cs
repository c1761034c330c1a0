namespace IncidentBot.Messaging;

/// <summary>
/// Keeps calls below what Slack allows before Slack has to say so, and away from what it has barred. Time is handed out
/// in short windows: whoever finds no place in this one waits in line for the next, the oldest first.
/// </summary>
/// <param name="limits">What Slack allows; null for a Slack that limits nothing.</param>
/// <param name="clock">What waits are measured by.</param>
internal sealed class Pace(PaceLimits? limits, TimeProvider clock)
{
    private const int MostRemembered = 2_048;
    private const string Everything = "";
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan LongestBar = TimeSpan.FromHours(1);

    private readonly Lock gate = new();
    private readonly Dictionary<string, DateTimeOffset> used = [];
    private readonly Dictionary<string, DateTimeOffset> barred = [];
    private readonly Dictionary<long, DateTimeOffset> places = [];

    /// <summary>When the effect may make its calls; null for now, which counts them.</summary>
    public DateTimeOffset? NotBefore(long effect, IReadOnlyList<SlackCall> calls)
    {
        lock (gate)
        {
            var now = clock.GetUtcNow();
            if (BarredUntil(calls) is var bar && bar > now)
            {
                places.Remove(effect);
                return bar;
            }
            if (limits is null || calls.Count == 0)
                return null;
            if (places.TryGetValue(effect, out var place))
                return place > now || !places.Remove(effect) ? place : null;
            return Reserve(effect, Counted(limits, calls), now);
        }
    }

    /// <summary>Slack said: none of these for so long. An hour is believed at most.</summary>
    public void Bar(SlackCall call, TimeSpan wait)
    {
        if (call is { Method: SlackCall.ResponseUrl, Place: { } place })
            Bar(place, wait, PaceLimits.OfPlace);
        else
            Bar(call.Method, wait, limits?.Of(call.Method));
    }

    /// <summary>Slack is away: nothing for so long.</summary>
    public void BarAll(TimeSpan wait) => Bar(Everything, wait, null);

    private void Bar(string what, TimeSpan wait, Allowance? counted)
    {
        lock (gate)
        {
            var until = clock.GetUtcNow() + (wait < LongestBar ? wait : LongestBar);
            barred[what] = Later(barred, what, until);
            if (counted is { } allowance)
                used[what] = Later(used, what, until + ((allowance.AtOnce - 1) * allowance.Every));
            Forget(barred);
        }
    }

    private DateTimeOffset BarredUntil(IReadOnlyList<SlackCall> calls)
    {
        var until = barred.GetValueOrDefault(Everything);
        foreach (var call in calls)
        {
            until = Later(barred, call.Method, until);
            if (call.Place is { } place)
                until = Later(barred, place, until);
        }
        return until;
    }

    private DateTimeOffset? Reserve(long effect, List<(string Key, Allowance Allowance)> counted, DateTimeOffset now)
    {
        var earliest = now;
        foreach (var (key, allowance) in counted)
        {
            var free = used.GetValueOrDefault(key, now) - ((allowance.AtOnce - 1) * allowance.Every);
            earliest = free > earliest ? free : earliest;
        }
        var windowEnds = new DateTimeOffset(now.UtcTicks - (now.UtcTicks % Window.Ticks) + Window.Ticks, TimeSpan.Zero);
        if (earliest >= windowEnds)
            return windowEnds;
        // Counted from now and not from then: what waits for one of its calls must not keep the others' places empty meanwhile.
        foreach (var (key, allowance) in counted)
            used[key] = Later(used, key, now) + allowance.Every;
        Forget(used);
        if (earliest <= now)
            return null;
        Forget(places);
        places[effect] = earliest;
        return earliest;
    }

    private static List<(string Key, Allowance Allowance)> Counted(PaceLimits limits, IReadOnlyList<SlackCall> calls)
    {
        var counted = new List<(string, Allowance)>(2 * calls.Count);
        foreach (var call in calls)
        {
            if (limits.Of(call.Method) is { } allowance)
                counted.Add((call.Method, allowance));
            if (call.Place is { } place)
                counted.Add((place, PaceLimits.OfPlace));
        }
        return counted;
    }

    private static DateTimeOffset Later(Dictionary<string, DateTimeOffset> times, string key, DateTimeOffset at) =>
        times.TryGetValue(key, out var known) && known > at ? known : at;

    /// <summary>What is past says nothing any more. What is not, Slack's limits keep few.</summary>
    private void Forget<TKey>(Dictionary<TKey, DateTimeOffset> times)
        where TKey : notnull
    {
        if (times.Count < MostRemembered)
            return;
        var past = clock.GetUtcNow() - Window;
        foreach (var (key, _) in times.Where(pair => pair.Value < past).ToList())
            times.Remove(key);
    }
}
