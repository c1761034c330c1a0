using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Times;

/// <summary>One way in which a first sign reaches people.</summary>
/// <param name="Source">The way itself.</param>
public sealed record KnownSource(DetectionSource Source)
{
    /// <summary>Other words people say for it.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];
}

/// <summary>The ways in which a first sign reaches people.</summary>
public sealed class DetectionSources
{
    private readonly Dictionary<string, DetectionSource> known;

    /// <summary>Makes them.</summary>
    /// <param name="all">At least one.</param>
    public DetectionSources(IReadOnlyList<KnownSource> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        All = all;
        known = LeadingWords.Known(all, Understood, source => source.Source);
    }

    /// <summary>What holds without others (seed documents 000 and 001: monitors, customer support, customers, staff).</summary>
    public static DetectionSources Default { get; } = new(
    [
        new KnownSource(new DetectionSource("monitoring", "Our monitoring")) { Words = ["monitor", "alert", "alerts", "Überwachung", "Alarm", "Alarme"] },
        new KnownSource(new DetectionSource("support", "Customer support")) { Words = ["tickets", "Kundendienst", "Kundensupport"] },
        new KnownSource(new DetectionSource("customer", "A customer")) { Words = ["customers", "user", "users", "Kunde", "Kunden", "Kundschaft", "Nutzer"] },
        new KnownSource(new DetectionSource("staff", "Staff")) { Words = ["us", "colleague", "a colleague", "wir", "Kollegen", "Belegschaft"] },
    ]);

    /// <summary>All of them.</summary>
    public IReadOnlyList<KnownSource> All { get; }

    /// <summary>Reads the way a text begins with; null when it begins with none.</summary>
    /// <param name="text">The text, as a person wrote it.</param>
    /// <returns>The way, and what follows it.</returns>
    public (DetectionSource Source, string After)? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return LeadingWords.Read(text, known);
    }

    /// <summary>Every word that is understood for it, as it is compared: letters and digits alone.</summary>
    /// <param name="source">The way.</param>
    public static IReadOnlyList<string> Understood(KnownSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        return LeadingWords.Each([source.Source.Key, source.Source.Name, .. source.Words]);
    }
}
