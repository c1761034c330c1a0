using IncidentBot.Domain.Channels;
using IncidentBot.Domain.Impacts;
using IncidentBot.Domain.Reviews;
using IncidentBot.Domain.Roles;
using IncidentBot.Domain.Teams;
using IncidentBot.Domain.Times;
using IncidentBot.Domain.Updates;

namespace IncidentBot.Domain.Incidents;

/// <summary>An incident as it stands after the last thing that happened to it. Changed only by the functions of this assembly.</summary>
public sealed record Incident
{
    /// <summary>How many of <see cref="SaidElsewhere"/> are remembered.</summary>
    public const int MostElsewhere = 100;

    /// <summary>Its workspace and number.</summary>
    public required IncidentId Id { get; init; }

    /// <summary>What is wrong, in the declarer's words, unescaped, 1 to <see cref="Declaration.LongestTitle"/> characters.</summary>
    public required string Title { get; init; }

    /// <summary>Whether more was said than a title holds; all of it is the first note of the timeline.</summary>
    public bool IsTitleCut { get; init; }

    /// <summary>More about it, or empty.</summary>
    public string Summary { get; init; } = "";

    /// <summary>How bad it is.</summary>
    public Severity Severity { get; init; } = Severity.Unset;

    /// <summary>Where it stands.</summary>
    public IncidentStatus Status { get; init; } = IncidentStatus.Triage;

    /// <summary>Whether only invited people may know of it.</summary>
    public bool IsPrivate { get; init; }

    /// <summary>Whether it is only practised: run like any other, counted nowhere, and no review is owed.</summary>
    public bool IsDrill { get; init; }

    /// <summary>Whether it was declared afterwards, with the times it had: nobody is chased for what cannot be done any more.</summary>
    public bool IsRetroactive { get; init; }

    /// <summary>What could not be done for it besides, oldest first, each once. None of it holds the incident up.</summary>
    public ValueList<Undone> CouldNotDo { get; init; } = [];

    /// <summary>Who declared it. Being reporter gives no duty: nobody becomes commander silently.</summary>
    public required UserId Reporter { get; init; }

    /// <summary>Who commands it, once somebody has taken or been given command.</summary>
    public UserId? Commander { get; init; }

    /// <summary>Who commanded when.</summary>
    public Custody Custody { get; init; } = Custody.None;

    /// <summary>To whom command is offered, if to anybody; perhaps at its end already.</summary>
    public CommandOffer? Offer { get; init; }

    /// <summary>The group that is asked for a commander, once that was begun.</summary>
    public CommandSearch? Search { get; init; }

    /// <summary>Who holds the other roles.</summary>
    public RoleHolders Roles { get; init; } = RoleHolders.Nobody;

    /// <summary>What it affects, in the order it was named.</summary>
    public ValueList<Service> Services { get; init; } = [];

    /// <summary>Which teams have to do with it, in the order they were named.</summary>
    public ValueList<InvolvedTeam> Teams { get; init; } = [];

    /// <summary>About whose owners somebody was asked before they were changed, each service once.</summary>
    public ValueList<OwnerQuestion> OwnersAskedFor { get; init; } = [];

    /// <summary>The first person who said <i>I have seen it</i>.</summary>
    public UserId? AcknowledgedBy { get; init; }

    /// <summary>When that was.</summary>
    public DateTimeOffset? AcknowledgedAt { get; init; }

    /// <summary>What is known of its named moments besides; <see cref="IncidentTiming.At"/> says when each was.</summary>
    public IncidentTimes Times { get; init; } = IncidentTimes.None;

    /// <summary>How many it hurts, as people worked it out.</summary>
    public ImpactHistory Impacts { get; init; } = ImpactHistory.None;

    /// <summary>How its first sign reached people, once somebody has said.</summary>
    public DetectionSource? DetectedBy { get; init; }

    /// <summary>When it was declared.</summary>
    public required DateTimeOffset DeclaredAt { get; init; }

    /// <summary>When it was last resolved; empty while it is live.</summary>
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>When it was closed; empty until then.</summary>
    public DateTimeOffset? ClosedAt { get; init; }

    /// <summary>The last update given to people, if any.</summary>
    public StatusUpdate? LastUpdate { get; init; }

    /// <summary>Updates another one came after before their message could be corrected with them, oldest first.</summary>
    public ValueList<StatusUpdate> UpdatesToCorrect { get; init; } = [];

    /// <summary>Until when the reminder of the next update is put off, if it is.</summary>
    public DateTimeOffset? SnoozedUntil { get; init; }

    /// <summary>How far reminding people of the update that is due has come; null where nobody was reminded yet.</summary>
    public UpdateReminded? UpdateReminded { get; init; }

    /// <summary>The post-incident review it owes, from the first resolve on.</summary>
    public Review? Review { get; init; }

    /// <summary>Who was last given the review by name. It is theirs again when the incident is reopened and resolved again.</summary>
    public UserId? NamedReviewOwner { get; init; }

    /// <summary>Its channel, once Slack has made it.</summary>
    public ChannelId? Channel { get; init; }

    /// <summary>What its channel is called, for people only; the channel is known by its id. Empty while Slack has not said.</summary>
    public string ChannelName { get; init; } = "";

    /// <summary>When the last word on <see cref="ChannelName"/> was said, by Slack's clock; empty before the first. An older one that comes late changes nothing.</summary>
    public DateTimeOffset? NamedAt { get; init; }

    /// <summary>Whether anything can be said and heard in its channel.</summary>
    public ChannelStanding Standing { get; init; } = ChannelStanding.Fresh;

    /// <summary>The living card in its channel, once posted.</summary>
    public MessageRef? Card { get; init; }

    /// <summary>The message in the announcement channel, once posted.</summary>
    public MessageRef? Announcement { get; init; }

    /// <summary>What else was said of it outside its channel and still stands there, oldest first: taken back when it becomes private.</summary>
    public ValueList<MessageRef> SaidElsewhere { get; init; } = [];

    /// <summary>Which incident it turned out to be and goes on as; empty where it was merged into none, or is live again.</summary>
    public IncidentId? MergedInto { get; init; }

    /// <summary>Who said that it is that one: they know of both, and its channel was told that it was them.</summary>
    public UserId? MergedBy { get; init; }

    /// <summary>Who was told where it goes on, when they marked something in its channel all the same.</summary>
    public ValueList<UserId> ToldOfMerge { get; init; } = [];

    /// <summary>Who decided what last.</summary>
    public LastWords LastWords { get; init; } = LastWords.None;

    /// <summary>How many times it has changed. An undo names the version it undoes.</summary>
    public int Version { get; init; }

    /// <summary>When it ended, however it did; empty while it is live.</summary>
    public DateTimeOffset? EndedAt => IsOver ? ResolvedAt ?? LastWords.Status?.At : null;

    /// <summary>Who reported it, has a duty in it, is offered one, or owns its review; each once. The one rule: what is stored to look it up by is made of it.</summary>
    public IEnumerable<UserId> ThoseWhoAnswer =>
        new[] { Reporter, Commander, Review?.Owner, Offer?.To }.OfType<UserId>().Concat(Roles.All.Select(holder => holder.User)).Distinct();

    /// <summary>Whether that person is one of <see cref="ThoseWhoAnswer"/>. Outside its channel a private incident is known to them, to those who have a task of it, and to nobody else.</summary>
    /// <param name="user">The person.</param>
    public bool IsAnsweredForBy(UserId user) => ThoseWhoAnswer.Contains(user);

    /// <summary>Whether it goes on no more.</summary>
    public bool IsOver => Status.IsOver;
}
