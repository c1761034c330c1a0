using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Times;

namespace IncidentBot.Wording;

/// <summary>The named moments and what is counted between them, in people's words.</summary>
internal static class NamedTimeWords
{
    private static readonly Dictionary<string, NamedTime> Known = new()
    {
        ["impactstart"] = NamedTime.ImpactStart,
        ["impact"] = NamedTime.ImpactStart,
        ["start"] = NamedTime.ImpactStart,
        ["began"] = NamedTime.ImpactStart,
        ["detected"] = NamedTime.Detected,
        ["firstsignal"] = NamedTime.Detected,
        ["signal"] = NamedTime.Detected,
        ["firsthumanaction"] = NamedTime.FirstAction,
        ["firstaction"] = NamedTime.FirstAction,
        ["action"] = NamedTime.FirstAction,
        ["declared"] = NamedTime.Declared,
        ["reported"] = NamedTime.Declared,
        ["acknowledged"] = NamedTime.Acknowledged,
        ["ack"] = NamedTime.Acknowledged,
        ["identified"] = NamedTime.Identified,
        ["mitigated"] = NamedTime.Mitigated,
        ["resolved"] = NamedTime.Resolved,
        ["fixed"] = NamedTime.Resolved,
        ["closed"] = NamedTime.Closed,
    };

    /// <summary>The moment a text begins with, and what follows; null when it begins with none.</summary>
    public static (NamedTime Name, string After)? Read(string text) => LeadingWords.Read(text, Known);

    public static string Name(NamedTime name) => name switch
    {
        NamedTime.ImpactStart => Speak("Impact start"),
        NamedTime.Detected => Speak("First signal"),
        NamedTime.FirstAction => Speak("First human action"),
        NamedTime.Declared => Speak("Declared"),
        NamedTime.Acknowledged => Speak("Acknowledged"),
        NamedTime.Identified => Speak("Identified"),
        NamedTime.Mitigated => Speak("Mitigated"),
        NamedTime.Resolved => Speak("Resolved"),
        _ => Speak("Closed"),
    };

    /// <summary>The same within a sentence.</summary>
    public static string Within(NamedTime name) => name switch
    {
        NamedTime.ImpactStart => Speak("impact start"),
        NamedTime.Detected => Speak("first signal"),
        NamedTime.FirstAction => Speak("first human action"),
        NamedTime.Declared => Speak("declared"),
        NamedTime.Acknowledged => Speak("acknowledged"),
        NamedTime.Identified => Speak("identified"),
        NamedTime.Mitigated => Speak("mitigated"),
        NamedTime.Resolved => Speak("resolved"),
        _ => Speak("closed"),
    };

    /// <summary>What a person types for it after <c>time</c>.</summary>
    public static string Typed(NamedTime name) => name switch
    {
        NamedTime.ImpactStart => "impact-start",
        NamedTime.FirstAction => "first-action",
        _ => name.ToString().ToLowerInvariant(),
    };

    public static string Name(Measure measure) => (measure.From, measure.To) switch
    {
        (NamedTime.ImpactStart, NamedTime.Detected) => Speak("Time to detect"),
        (NamedTime.Detected, _) => Speak("Seen by nobody for"),
        (_, NamedTime.Acknowledged) => Speak("Time to acknowledge"),
        (_, NamedTime.Mitigated) => Speak("Time to mitigate"),
        (NamedTime.Declared, _) => Speak("Time to resolve"),
        _ => Speak("Impact in all"),
    };

    /// <summary>When, or that nobody knows.</summary>
    public static string When(DateTimeOffset? at) => at is { } known ? IncidentWords.Moment(known) : Speak("unknown");

    /// <summary>How long, with the two moments it is counted between; never a number where one of them is unknown.</summary>
    public static string Between(Incident incident, Measure measure)
    {
        var between = $"{Within(measure.From)} → {Within(measure.To)}";
        return measure.Of(incident) switch
        {
            { } length when length < TimeSpan.Zero => Speak($"*does not add up*: {Within(measure.To)} is {IncidentWords.Duration(-length)} before {Within(measure.From)}"),
            { } length => $"{IncidentWords.Duration(length)} ({between})",
            _ => Speak($"unknown ({between}; {string.Join(Speak(" and "), new[] { measure.From, measure.To }.Where(name => IncidentTiming.At(incident, name) is null).Select(name => Within(name)))} not known)"),
        };
    }
}
