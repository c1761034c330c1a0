using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Roles;
using IncidentBot.Domain.Tasks;
using IncidentBot.Domain.Timeline;
using IncidentBot.Domain.Updates;
using IncidentBot.Messaging;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;

namespace IncidentBot.CatchUp;

/// <summary>Everything a catch-up is made of. The same knowledge makes the same words, to the byte.</summary>
/// <param name="Incident">The incident as it stands.</param>
/// <param name="Since">From when on changes are told; null for the beginning.</param>
/// <param name="Changed">What changed.</param>
/// <param name="Tasks">What is to be done, or was to be done while it was live and still is.</param>
/// <param name="DeadEnds">What was ruled out, the newest first.</param>
/// <param name="Card">The link to the card, or empty.</param>
internal sealed record Knowledge(
    Incident Incident, DateTimeOffset? Since, WhatChanged Changed, IReadOnlyList<IncidentTask> Tasks, IReadOnlyList<TimelineEntry> DeadEnds, string Card)
{
    /// <summary>What is to be done afterwards; looked at once it is over.</summary>
    public IReadOnlyList<IncidentTask> FollowUps { get; init; } = [];

    /// <summary>Where it goes on, as a line; empty where it was not merged.</summary>
    public string GoesOn { get; init; } = "";

    /// <summary>When people should hear how it stands; null where nothing is promised.</summary>
    public DateTimeOffset? UpdateDueAt { get; init; }

    /// <summary>Since when an acknowledgement is overdue; null where it is not.</summary>
    public DateTimeOffset? AcknowledgementMissedAt { get; init; }

    /// <summary>The link to the post of the last update, or empty.</summary>
    public string UpdatePost { get; init; } = "";

    /// <summary>When it was asked for. Only whether something is overdue by then hangs on it.</summary>
    public DateTimeOffset AskedAt { get; init; }

    public bool IsPast(DateTimeOffset? due) => due <= AskedAt;

    /// <summary>Lines there is room for on a phone.</summary>
    public const int MostChanges = 5;

    /// <summary>Of more entries than this the oldest are not looked at.</summary>
    private const int MostEntries = 200;

    public static async Task<Knowledge> OfAsync(Incident incident, DateTimeOffset? since, Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        var corrected = incident.LastUpdate is { CorrectedAt: { } at } update && at > since ? update.Entry : null;
        var entries = await db.Timeline.RecordedSinceAsync(incident.Id, since ?? DateTimeOffset.MinValue, corrected, MostEntries, ct);
        return new Knowledge(
            incident,
            since,
            WhatChanged.Of(entries, MostChanges),
            await db.Tasks.OfIncidentAsync(incident.Id, TaskSort.Task, onlyOpen: true, MostEntries, ct),
            await db.Timeline.NewestOfKindAsync(incident.Id, EntryKind.DeadEnd, MostEntries, ct),
            incident.Card is { } card && turn.Workspace.Url.Length > 0 ? Permalink.For(turn.Workspace.Url, card.Channel.Value, card.Ts) : "")
        {
            FollowUps = incident.IsOver ? await db.Tasks.OfIncidentAsync(incident.Id, TaskSort.FollowUp, onlyOpen: true, MostEntries, ct) : [],
            GoesOn = (await turn.WhereItGoesOnAsync(incident, ct)).Line,
            UpdateDueAt = UpdateCadence.DueAt(incident, turn.Options.Severities),
            AcknowledgementMissedAt = AcknowledgeTarget.IsMissed(incident, turn.Options.Severities, turn.Now) ? AcknowledgeTarget.EndsAt(incident, turn.Options.Severities) : null,
            AskedAt = turn.Now,
            UpdatePost = incident is { LastUpdate.PostTs: { } ts, Channel: { } channel } && turn.Workspace.Url.Length > 0 ? Permalink.For(turn.Workspace.Url, channel.Value, ts) : "",
        };
    }
}
