using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Roles;

/// <summary>Somebody took command, was given it, or gave it up.</summary>
/// <param name="From">Who commanded before, if anybody.</param>
/// <param name="To">Who commands now, if anybody.</param>
/// <param name="By">Who did it.</param>
/// <param name="At">When.</param>
public sealed record CommanderChanged(UserId? From, UserId? To, UserId By, DateTimeOffset At) : IncidentEvent(By, At)
{
    /// <summary>What a commander does, in a sentence, for whoever was given command; may be empty.</summary>
    public string Does { get; init; } = "";
}

/// <summary>Command: held by one person, taken in the open, never given silently.</summary>
public static class Command
{
    /// <summary>Takes command that nobody holds. Somebody else's command is not taken by a slip of an emoji; it is assigned by name.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="by">Who takes it.</param>
    /// <param name="now">When.</param>
    public static Decision Take(Incident incident, UserId by, DateTimeOffset now) =>
        incident is { IsOver: false, Commander: { } holder } && holder != by
            ? Decision.Refuse(new SomebodyElseCommands(holder))
            : Assign(incident, by, by, now);

    /// <summary>Gives command to a person by name, whoever held it.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="to">Who shall command.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">When.</param>
    /// <param name="does">What a commander does, for whoever is given command; may be empty.</param>
    public static Decision Assign(Incident incident, UserId to, UserId by, DateTimeOffset now, string does = "")
    {
        if (incident.IsOver)
            return Decision.Refuse(new IncidentIsOver(incident.Status));
        if (incident.Commander == to)
            return Decision.Refuse(new AlreadyCommander(to));
        return Decision.Accept(incident with { Commander = to, Offer = null, Custody = incident.Custody.With(to, now) }, new CommanderChanged(incident.Commander, to, by, now) { Does = does });
    }

    /// <summary>Leaves command free; the card says so.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">When.</param>
    public static Decision Leave(Incident incident, UserId by, DateTimeOffset now)
    {
        if (incident.IsOver)
            return Decision.Refuse(new IncidentIsOver(incident.Status));
        if (incident.Commander is not { } holder)
            return Decision.Refuse(new NobodyCommands());
        return Decision.Accept(incident with { Commander = null, Custody = incident.Custody.With(null, now) }, new CommanderChanged(holder, null, by, now));
    }
}
