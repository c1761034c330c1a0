using System.Collections.Immutable;
using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Roles;

/// <summary>People in the order they are asked. Equal when the same stand in the same order.</summary>
public sealed class Roster : IEquatable<Roster>
{
    private readonly ImmutableArray<UserId> people;

    private Roster(ImmutableArray<UserId> people) => this.people = people;

    /// <summary>Nobody.</summary>
    public static Roster Nobody { get; } = new([]);

    /// <summary>The people, the next first.</summary>
    public IReadOnlyList<UserId> People => people;

    /// <summary>These people.</summary>
    /// <param name="people">The next first; somebody named twice counts once.</param>
    public static Roster Of(params IEnumerable<UserId> people) => new([.. people.Distinct()]);

    /// <summary>The same people, beginning after the one who was asked last; unchanged where that one is not among them.</summary>
    /// <param name="last">Who was asked last, if anybody.</param>
    public Roster After(UserId? last) =>
        last is { } before && people.IndexOf(before) is >= 0 and var i ? new([.. people[(i + 1)..], .. people[..(i + 1)]]) : this;

    /// <summary>Without the first.</summary>
    public Roster Rest() => people.IsEmpty ? this : new(people[1..]);

    /// <inheritdoc />
    public bool Equals(Roster? other) => other is not null && people.SequenceEqual(other.people);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as Roster);

    /// <inheritdoc />
    public override int GetHashCode() => people.Aggregate(0, (hash, user) => HashCode.Combine(hash, user));

    /// <summary>Their ids, with a space between.</summary>
    public override string ToString() => string.Join(' ', people);
}

/// <summary>A group being asked for a commander, one after the other.</summary>
/// <param name="Group">The group's id in Slack.</param>
/// <param name="Since">Since when.</param>
public sealed record CommandSearch(string Group, DateTimeOffset Since)
{
    /// <summary>Who is still to be asked; nobody until it is known who is in the group.</summary>
    public Roster Left { get; init; } = Roster.Nobody;

    /// <summary>Whether Slack is being asked, for the group or for whether somebody is there: nothing is to be done meanwhile.</summary>
    public bool IsLooking { get; init; }

    /// <summary>Whether everybody was asked, or nobody can be.</summary>
    public bool IsOver { get; init; }
}

/// <summary>A group was asked for a commander, and none was found.</summary>
/// <param name="Group">The group's id in Slack.</param>
/// <param name="Trouble">Why it could not be asked, in Slack's word; empty where everybody was.</param>
/// <param name="By">The bot.</param>
/// <param name="At">When.</param>
public sealed record CommanderNotFound(string Group, string Trouble, UserId By, DateTimeOffset At) : IncidentEvent(By, At);

/// <summary>What comes next in asking a group for a commander. Nothing does while somebody commands or an offer is open, and nobody is told of a private incident.</summary>
public static class AskingAGroup
{
    /// <summary>Whether something is to be done now.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="group">The group that is asked, if any.</param>
    public static bool IsDue(Incident incident, string? group) =>
        incident is { IsOver: false, IsPrivate: false, Commander: null, Offer: null, Channel: not null }
        && incident.Search switch
        {
            null => group is not null,
            { IsLooking: true } or { IsOver: true } => false,
            _ => true,
        };

    /// <summary>Slack is asked who is in the group.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="group">The group.</param>
    /// <param name="now">When.</param>
    /// <returns>The incident, no version on: nothing happened yet.</returns>
    public static Incident Begun(Incident incident, string group, DateTimeOffset now) =>
        incident with { Search = new CommandSearch(group, now) { IsLooking = true } };

    /// <summary>These people are asked, one after the other.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="people">The next first.</param>
    public static Incident Known(Incident incident, Roster people) =>
        incident.Search is { } search ? incident with { Search = search with { Left = people, IsLooking = false } } : incident;

    /// <summary>Slack is asked whether the next one is there.</summary>
    /// <param name="incident">The incident.</param>
    public static Incident Looking(Incident incident) =>
        incident.Search is { } search ? incident with { Search = search with { IsLooking = true } } : incident;

    /// <summary>The next one was asked or passed over.</summary>
    /// <param name="incident">The incident.</param>
    public static Incident PastTheNext(Incident incident) =>
        incident.Search is { } search ? incident with { Search = search with { Left = search.Left.Rest(), IsLooking = false } } : incident;

    /// <summary>Nobody is left, or the group cannot be asked.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="trouble">Why not, in Slack's word; empty where everybody was asked.</param>
    /// <param name="by">The bot.</param>
    /// <param name="now">When.</param>
    public static Decision End(Incident incident, string trouble, UserId by, DateTimeOffset now) => incident.Search is { IsOver: false } search
        ? Decision.Accept(incident with { Search = search with { Left = Roster.Nobody, IsLooking = false, IsOver = true } }, new CommanderNotFound(search.Group, trouble, by, now))
        : Decision.Refuse(new NobodyCommands());
}
