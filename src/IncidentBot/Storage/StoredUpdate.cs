using IncidentBot.Domain.Updates;

namespace IncidentBot.Storage;

/// <summary>What the last update was besides its words, as stored; the parts are empty where it was said in one.</summary>
internal sealed record StoredUpdate(UpdateAudience Audience, string? Status, string? Findings, string? Actions, string? CorrectedBy = null, string? PostTs = null, string? ToldAs = null)
{
    public static StoredUpdate? Of(StatusUpdate? update) =>
        update is null or { Parts: null, Audience: UpdateAudience.Internal, CorrectedBy: null, PostTs: null, ToldAs: null } ? null : new(update.Audience, update.Parts?.Status, update.Parts?.Findings, update.Parts?.Actions, update.CorrectedBy?.Value, update.PostTs, update.ToldAs);

    public UpdateParts? Parts() => Status is null ? null : new UpdateParts(Status, Findings ?? "", Actions ?? "");
}

/// <summary>How far reminding of an update has come, as stored.</summary>
internal sealed record StoredReminded(DateTimeOffset DueAt, int Steps, DateTimeOffset At)
{
    public static StoredReminded? Of(UpdateReminded? reminded) => reminded is null ? null : new(reminded.DueAt, reminded.Steps, reminded.At);

    public UpdateReminded Read() => new(DueAt, Steps, At);
}
