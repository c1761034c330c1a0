using System.Globalization;
using IncidentBot.Domain.Impacts;
using IncidentBot.Slack.Blocks;
using IncidentBot.Wording.Languages;

namespace IncidentBot.Wording;

/// <summary>How many are hurt, in people's words; unknown is said as such and never as a number.</summary>
internal static class ImpactWords
{
    private const decimal Everybody = 100;

    /// <summary>The share with both inputs: <c>7 % of daily users (4,200 of 60,000)</c>.</summary>
    public static string Line(ImpactEstimate estimate) => estimate.IsUnknown
        ? Speak("unknown")
        : Speak($"{Share(estimate)} ({Count(estimate.Affected.Count)} of {Count(estimate.Daily.Count)}{Distinct(estimate)})");

    /// <summary>The same for those who look on: who said that it is unknown.</summary>
    public static string Holding(ImpactEstimate estimate) => estimate.IsUnknown ? Speak($"unknown, {IncidentWords.Person(estimate.By)} said") : Line(estimate);

    /// <summary>What was taken back, and what holds since.</summary>
    public static string TakenBack(ImpactTakenBack happened) => happened.Holds is { } holds
        ? Speak($"What was said of the impact was taken back, it was {Line(happened.Estimate)}; what holds now is {Line(holds)}, said by {IncidentWords.Person(holds.By)}")
        : Speak($"What was said of the impact was taken back, it was {Line(happened.Estimate)}; nobody has said anything else, so it is unknown");

    /// <summary>The line of the timeline; what people wrote stands behind the colon.</summary>
    public static string Event(ImpactEstimate estimate)
    {
        var words = Sources(estimate);
        return Speak($"Impact {Line(estimate)}{(words.Length > 0 ? $": {words}" : "")}");
    }

    /// <summary>Where the two numbers come from.</summary>
    public static string Sources(ImpactEstimate estimate)
    {
        var affected = Joined(estimate.Affected.Source, estimate.Affected.Window, Link(estimate.Affected.Link));
        var daily = Joined(estimate.Daily.Source, Link(estimate.Daily.Link));
        return string.Join("; ", new[] { affected.Length > 0 ? Speak($"affected from {affected}") : "", daily.Length > 0 ? Speak($"daily users from {daily}") : "" }.Where(words => words.Length > 0));
    }

    /// <summary>What people wrote of such a line, each piece for itself: a form has them so. What we said between them goes first.</summary>
    public static IReadOnlyList<string> Pieces(string words) =>
    [
        .. words.Split(["; ", ", "], StringSplitOptions.RemoveEmptyEntries)
            .Select(piece => Ours.Aggregate(piece, (rest, ours) => rest.StartsWith(ours, StringComparison.Ordinal) ? rest[ours.Length..] : rest))
            .Select(piece => piece is ['<', .., '>'] ? Mrkdwn.Unescape(piece[1..^1].Split('|')[0]) : piece)
            .Where(piece => piece.Length > 0),
    ];

    private static string[] Ours => [Speak($"affected from {""}"), Speak($"daily users from {""}")];

    public static string Count(PeopleCount? count) => count switch
    {
        null => Speak("unknown"),
        { Least: var least, Most: var most } when least == most => Number(least),
        _ => $"{Number(count.Least)}–{Number(count.Most)}",
    };

    /// <summary>A count as people type it into a form.</summary>
    public static string Typed(PeopleCount count) => count.Least == count.Most
        ? count.Least.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{count.Least}-{count.Most}");

    /// <summary>What is known of whether somebody was counted twice; nothing is taken for granted.</summary>
    private static string Distinct(ImpactEstimate estimate) => estimate.Affected switch
    {
        { Count: null } => "",
        { AreDistinct: false } => Speak("; affected may count somebody twice"),
        { AreDistinct: null } => Speak("; distinct users unknown"),
        _ => "",
    };

    /// <summary>Where ranges overlap, the upper end would be more than everybody.</summary>
    private static string Share(ImpactEstimate estimate) => (estimate.Share is { } share ? share with { Most = Math.Min(Everybody, share.Most) } : null) switch
    {
        null => Speak("unknown share of daily users"),
        { Most: >= 0.01m } most when estimate.Affected.AreDistinct is not true => Speak($"at most {Percent(most.Most)} % of daily users"),
        var one when estimate.Affected.AreDistinct is not true || Percent(one.Least) == Percent(one.Most) => Speak($"{Percent(one.Most)} % of daily users"),
        var between => Speak($"{Percent(between.Least)}–{Percent(between.Most)} % of daily users"),
    };

    /// <summary>Two figures that matter; small shares are not rounded to nothing.</summary>
    private static string Percent(decimal percent) => percent switch
    {
        0 => "0",
        < 0.01m => Speak("less than 0.01"),
        < 1 => percent.ToString("0.##", Language.Current.Numbers),
        < 10 => percent.ToString("0.#", Language.Current.Numbers),
        _ => percent.ToString("#,0", Language.Current.Numbers),
    };

    private static string Number(long number) => number.ToString("#,0", Language.Current.Numbers);

    private static string Link(string link) => link.Length == 0 ? "" : Mrkdwn.Link(link, Speak("link"));

    private static string Joined(params string[] parts) => string.Join(", ", parts.Where(part => part.Length > 0));
}
