using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Roles;

/// <summary>Somebody took a role or was given it.</summary>
/// <param name="Role">The role.</param>
/// <param name="From">Whom it was taken from, where it is for one; null when nobody held it.</param>
/// <param name="To">Who holds it now.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When.</param>
public sealed record RoleGiven(Role Role, UserId? From, UserId To, UserId By, DateTimeOffset At) : IncidentEvent(By, At);

/// <summary>Somebody does not hold a role any more.</summary>
/// <param name="Role">The role.</param>
/// <param name="Who">Who held it.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When.</param>
public sealed record RoleLeft(Role Role, UserId Who, UserId By, DateTimeOffset At) : IncidentEvent(By, At);

/// <summary>What somebody wants changed about a role.</summary>
/// <param name="Role">The role.</param>
/// <param name="Go">Who shall leave it; those who do not hold it any more do not count.</param>
/// <param name="Come">Who shall hold it; those who do already do not count.</param>
public sealed record RoleChange(Role Role, IReadOnlyList<UserId> Go, IReadOnlyList<UserId> Come);

/// <summary>That person holds the role already.</summary>
/// <param name="Role">The role.</param>
/// <param name="Who">The person.</param>
public sealed record HoldsRoleAlready(Role Role, UserId Who) : Refusal;

/// <summary>Somebody else holds a role that is for one; it is given away by name, not taken by a slip.</summary>
/// <param name="Role">The role.</param>
/// <param name="Holder">Who holds it.</param>
public sealed record SomebodyElseHolds(Role Role, UserId Holder) : Refusal;

/// <summary>That person does not hold the role, so they cannot leave it.</summary>
/// <param name="Role">The role.</param>
/// <param name="Who">The person.</param>
public sealed record HoldsNoSuchRole(Role Role, UserId Who) : Refusal;

/// <summary>All roles are held as they were to be.</summary>
public sealed record RolesAreSo : Refusal;

/// <summary>As many people hold the role as may.</summary>
/// <param name="Role">The role.</param>
public sealed record RoleIsFull(Role Role) : Refusal;

/// <summary>Roles other than command: taken, given and left in the open, like command. Command itself goes through <see cref="Command"/>.</summary>
public static class Duties
{
    /// <summary>Takes a role. One that is for one person and held by another is not taken by a slip.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="role">The role.</param>
    /// <param name="by">Who takes it.</param>
    /// <param name="now">When.</param>
    public static Decision Take(Incident incident, Role role, UserId by, DateTimeOffset now)
    {
        if (role.IsCommand)
            return Command.Take(incident, by, now);
        return !incident.IsOver && !role.IsForSeveral && incident.Roles.Of(role.Key) is [var holder, ..] && holder != by
            ? Decision.Refuse(new SomebodyElseHolds(role, holder))
            : Give(incident, role, by, by, now);
    }

    /// <summary>Gives a role to a person by name; one that is for one person passes to them.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="role">The role.</param>
    /// <param name="to">Who shall hold it.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">When.</param>
    public static Decision Give(Incident incident, Role role, UserId to, UserId by, DateTimeOffset now)
    {
        if (role.IsCommand)
            return Command.Assign(incident, to, by, now, role.Does);
        if (incident.IsOver)
            return Decision.Refuse(new IncidentIsOver(incident.Status));
        var holders = incident.Roles.Of(role.Key);
        if (holders.Contains(to))
            return Decision.Refuse(new HoldsRoleAlready(role, to));
        if (role.IsForSeveral && holders.Count >= Role.MostHolders)
            return Decision.Refuse(new RoleIsFull(role));
        UserId? from = !role.IsForSeveral && holders is [var before, ..] ? before : null;
        return Decision.Accept(incident with { Roles = incident.Roles.With(role, to) }, new RoleGiven(role, from, to, by, now));
    }

    /// <summary>Takes somebody off a role; of command, whoever holds it.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="role">The role.</param>
    /// <param name="who">Who leaves it.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">When.</param>
    public static Decision Leave(Incident incident, Role role, UserId who, UserId by, DateTimeOffset now)
    {
        if (incident.IsOver)
            return Decision.Refuse(new IncidentIsOver(incident.Status));
        if (role.IsCommand)
            return incident.Commander is { } commander && commander != who ? Decision.Refuse(new HoldsNoSuchRole(role, who)) : Command.Leave(incident, by, now);
        return incident.Roles.Of(role.Key).Contains(who)
            ? Decision.Accept(incident with { Roles = incident.Roles.Without(role, who) }, new RoleLeft(role, who, by, now))
            : Decision.Refuse(new HoldsNoSuchRole(role, who));
    }

    /// <summary>Does several changes at once; each that cannot be done any more is passed over.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="changes">What is wanted.</param>
    /// <param name="by">Who wants it.</param>
    /// <param name="now">When.</param>
    public static Decision Arrange(Incident incident, IEnumerable<RoleChange> changes, UserId by, DateTimeOffset now)
    {
        if (incident.IsOver)
            return Decision.Refuse(new IncidentIsOver(incident.Status));
        Decision? done = null;
        foreach (var (role, go, come) in changes)
        {
            // Somebody who is followed by another in a role for one is not taken off first: it passes on.
            foreach (var who in role.IsForSeveral || come.Count == 0 ? go : [])
                Do(before => Leave(before, role, who, by, now));
            foreach (var who in come)
                Do(before => Give(before, role, who, by, now));
        }
        return done ?? Decision.Refuse(new RolesAreSo());

        void Do(Func<Incident, Decision> step)
        {
            if (done is not null)
                done = done.Then(step);
            else if (step(incident) is Decision.Accepted accepted)
                done = accepted;
        }
    }
}
