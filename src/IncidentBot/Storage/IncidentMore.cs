using System.Text.Json;
using System.Text.Json.Serialization;
using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;

namespace IncidentBot.Storage;

/// <summary>
/// What is kept of an incident and never looked up by, in one JSON column. It may only gain properties, each null where
/// nothing was said: what an older version stored must read for ever.
/// </summary>
internal sealed record IncidentMore
{
    public static readonly IncidentMore Nothing = new();

    private static readonly JsonSerializerOptions Json = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public Word? Severity { get; init; }

    public Word? Status { get; init; }

    public Word? Command { get; init; }

    public Word? Acknowledgement { get; init; }

    public StoredHolder[]? Roles { get; init; }

    public StoredLink[]? Custody { get; init; }

    public StoredOffer? Offer { get; init; }

    public StoredSearch? Search { get; init; }

    public Failed[]? Failures { get; init; }

    public StoredUpdate? Update { get; init; }

    public StoredEarlier[]? UpdatesToCorrect { get; init; }

    public DateTimeOffset? SnoozedUntil { get; init; }

    public StoredReminded? UpdateReminded { get; init; }

    public StoredTime[]? Times { get; init; }

    public StoredSource? DetectedBy { get; init; }

    public StoredImpact[]? Impacts { get; init; }

    public StoredService[]? Services { get; init; }

    public StoredTeam[]? Teams { get; init; }

    public StoredQuestion[]? OwnersAskedFor { get; init; }

    public bool? IsRetroactive { get; init; }

    public bool? IsTitleCut { get; init; }

    public StoredMessage[]? SaidElsewhere { get; init; }

    /// <summary>The number of the incident it goes on as; it is of the same workspace.</summary>
    public int? MergedInto { get; init; }

    public string? MergedBy { get; init; }

    public string[]? ToldOfMerge { get; init; }

    public static IncidentMore Of(Incident incident) => new()
    {
        Times = StoredTime.Of(incident.Times),
        Impacts = StoredImpact.Of(incident.Impacts),
        Services = StoredService.Of(incident.Services),
        Teams = StoredTeam.Of(incident.Teams),
        IsRetroactive = incident.IsRetroactive ? true : null,
        IsTitleCut = incident.IsTitleCut ? true : null,
        OwnersAskedFor = StoredQuestion.Of(incident.OwnersAskedFor),
        SaidElsewhere = incident.SaidElsewhere.Count == 0 ? null : [.. incident.SaidElsewhere.Select(post => new StoredMessage(post.Channel.Value, post.Ts))],
        MergedInto = incident.MergedInto?.Number,
        MergedBy = incident.MergedBy?.Value,
        ToldOfMerge = incident.ToldOfMerge.Count == 0 ? null : [.. incident.ToldOfMerge.Select(user => user.Value)],
        DetectedBy = StoredSource.Of(incident.DetectedBy),
        Roles = StoredHolder.Of(incident.Roles),
        Custody = StoredLink.Of(incident.Custody),
        Offer = StoredOffer.Of(incident.Offer),
        Search = StoredSearch.Of(incident.Search),
        Failures = incident.CouldNotDo.Count == 0 ? null : [.. incident.CouldNotDo.Select(undone => new Failed(undone.What, undone.Person?.Value, undone.Error))],
        Update = StoredUpdate.Of(incident.LastUpdate),
        UpdatesToCorrect = StoredEarlier.Of(incident.UpdatesToCorrect),
        SnoozedUntil = incident.SnoozedUntil,
        UpdateReminded = StoredReminded.Of(incident.UpdateReminded),
        Severity = Word.Of(incident.LastWords.Severity),
        Status = Word.Of(incident.LastWords.Status),
        Command = Word.Of(incident.LastWords.Command),
        Acknowledgement = Word.Of(incident.LastWords.Acknowledgement),
    };

    public static IncidentMore Read(string text) => JsonSerializer.Deserialize<IncidentMore>(text, Json)!;

    public string Write() => JsonSerializer.Serialize(this, Json);

    public LastWords LastWords() => new()
    {
        Severity = Severity?.Said(),
        Status = Status?.Said(),
        Command = Command?.Said(),
        Acknowledgement = Acknowledgement?.Said(),
    };

    public ValueList<Undone> CouldNotDo() =>
        [.. (Failures ?? []).Select(failed => new Undone(failed.What, failed.Person is { } person ? new UserId(person) : null, failed.Error))];

    /// <summary>One exact message.</summary>
    internal sealed record StoredMessage(string Channel, string Ts)
    {
        public MessageRef Read() => new(new ChannelId(Channel), Ts);
    }

    /// <summary>What could not be done, for whom, and Slack's error code.</summary>
    internal sealed record Failed(Extra What, string? Person, string Error);

    /// <summary>Who said something last, and when.</summary>
    internal sealed record Word(string By, DateTimeOffset At)
    {
        public static Word? Of(LastWord? said) => said is null ? null : new Word(said.By.Value, said.At);

        public LastWord Said() => new(new UserId(By), At);
    }
}
