using IncidentBot.Domain;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Updates;

namespace IncidentBot.Storage;

/// <summary>What the last update was besides its words, as stored; the parts are empty where it was said in one.</summary>
internal sealed record StoredUpdate(UpdateAudience Audience, string? Status, string? Findings, string? Actions, string? CorrectedBy = null, string? PostTs = null, bool? IsCorrected = null, int? Entry = null, DateTimeOffset? CorrectedAt = null)
{
    /// <summary>One of which nothing is kept besides its words.</summary>
    public static readonly StoredUpdate Nothing = new(UpdateAudience.Internal, null, null, null);

    public static StoredUpdate? Of(StatusUpdate? update) =>
        update is null or { Parts: null, Audience: UpdateAudience.Internal, CorrectedBy: null, PostTs: null, IsCorrected: false, Entry: null } ? null : new(update.Audience, update.Parts?.Status, update.Parts?.Findings, update.Parts?.Actions, update.CorrectedBy?.Value, update.PostTs, update.IsCorrected ? true : null, update.Entry, update.CorrectedAt);

    public StatusUpdate Read(string text, UserId by, DateTimeOffset at) => new(text, by, at)
    {
        Parts = Parts(),
        Audience = Audience,
        CorrectedBy = CorrectedBy is null ? null : new UserId(CorrectedBy),
        PostTs = PostTs,
        IsCorrected = IsCorrected ?? false,
        Entry = Entry,
        CorrectedAt = CorrectedAt,
    };

    private UpdateParts? Parts() => Status is null ? null : new UpdateParts(Status, Findings ?? "", Actions ?? "");
}

/// <summary>An update another one came after, whole, as stored.</summary>
internal sealed record StoredEarlier(string Text, string By, DateTimeOffset At, StoredUpdate Besides)
{
    public static StoredEarlier[]? Of(ValueList<StatusUpdate> updates) =>
        updates.Count == 0 ? null : [.. updates.Select(update => new StoredEarlier(update.Text, update.By.Value, update.At, StoredUpdate.Of(update) ?? StoredUpdate.Nothing))];

    public static ValueList<StatusUpdate> Read(StoredEarlier[]? stored) => [.. (stored ?? []).Select(each => each.Besides.Read(each.Text, new UserId(each.By), each.At))];
}

/// <summary>How far reminding of an update has come, as stored.</summary>
internal sealed record StoredReminded(DateTimeOffset DueAt, int Steps, DateTimeOffset At)
{
    public static StoredReminded? Of(UpdateReminded? reminded) => reminded is null ? null : new(reminded.DueAt, reminded.Steps, reminded.At);

    public UpdateReminded Read() => new(DueAt, Steps, At);
}
