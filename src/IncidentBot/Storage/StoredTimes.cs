using IncidentBot.Domain.Times;

namespace IncidentBot.Storage;

/// <summary>A named moment as stored. The names of moments never change.</summary>
internal sealed record StoredTime(string Name, DateTimeOffset? At, bool IsGiven)
{
    public static StoredTime[]? Of(IncidentTimes times) =>
        times.Stamps.Count == 0 ? null : [.. times.Stamps.Select(stamp => new StoredTime(stamp.Name.ToString(), stamp.At, stamp.IsGiven))];

    public static IncidentTimes Read(StoredTime[]? stored) =>
        stored is null ? IncidentTimes.None : new(stored.Select(time => new Stamp(Enum.Parse<NamedTime>(time.Name), time.At, time.IsGiven)));
}

/// <summary>How the first sign reached people, as stored.</summary>
internal sealed record StoredSource(string Key, string Name)
{
    public static StoredSource? Of(DetectionSource? source) => source is null ? null : new(source.Key, source.Name);

    public DetectionSource Read() => new(Key, Name);
}
