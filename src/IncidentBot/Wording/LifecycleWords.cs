using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Wording;

/// <summary>The states there are, as people read of them.</summary>
internal static class LifecycleWords
{
    /// <summary>What to type instead of what could not be read.</summary>
    public static string SayWhere(Lifecycle lifecycle) =>
        Speak($"Say where it stands in one word: {Or(lifecycle.States.Select(state => state.Status).Where(status => status.Phase != IncidentPhase.Merged))}. To tell people more, use `update`.");

    public static string SayWhereNow(Lifecycle lifecycle) =>
        Speak($"Say where it stands now in one word: {Or(lifecycle.Live)}; or nothing, for {lifecycle.Reopened.Key}. It was not reopened.");

    /// <summary>Each with the other words it goes by.</summary>
    public static string Explained(Lifecycle lifecycle) => Mrkdwn.Truncate(
        string.Join("\n", lifecycle.States.Where(state => state.Status.Phase != IncidentPhase.Merged)
            .Select(state => $"`{state.Status.Key}` {IncidentWords.Name(state.Status)}{(state.Words.Count > 0 ? Speak($" (also {string.Join(", ", state.Words)})") : "")}")),
        1_500);

    /// <summary>What became of one that is over, whatever its state is called.</summary>
    public static string Ended(IncidentStatus status) => status.Phase switch
    {
        IncidentPhase.Closed => Speak("is closed"),
        IncidentPhase.Declined => Speak("was declined"),
        IncidentPhase.Merged => Speak("was merged into another"),
        _ => Speak("is resolved"),
    };

    /// <summary>As it stands within a sentence: small letters, but not where somebody wrote an abbreviation.</summary>
    public static string InASentence(IncidentStatus status) =>
        IncidentWords.Name(status) is [var first, var second, .. var rest] && char.IsLower(second) ? $"{char.ToLowerInvariant(first)}{second}{rest}" : IncidentWords.Name(status);

    private static string Or(IEnumerable<IncidentStatus> states)
    {
        var keys = states.Select(status => status.Key).ToList();
        return keys.Count == 1 ? keys[0] : Speak($"{string.Join(", ", keys[..^1])} or {keys[^1]}");
    }
}
