using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Teams;

/// <summary>What somebody answers who is asked whether a service's owner knows.</summary>
public enum OwnerAnswer
{
    /// <summary>Tell them now.</summary>
    Tell = 0,

    /// <summary>They know already.</summary>
    Known = 1,

    /// <summary>There is no time for it.</summary>
    Emergency = 2,
}

/// <summary>That somebody was asked about a service's owner; each incident asks once for each service.</summary>
/// <param name="Service">The service.</param>
/// <param name="Team">Who answers for it.</param>
public sealed record OwnerQuestion(Service Service, Team Team)
{
    /// <summary>Whether it was answered.</summary>
    public bool IsAnswered { get; init; }
}

/// <summary>Somebody said how it is with the owner of what is being changed.</summary>
/// <param name="Service">What is being changed.</param>
/// <param name="Team">Who answers for it.</param>
/// <param name="Answer">How it is.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When.</param>
public sealed record OwnerFirstAnswered(Service Service, Team Team, OwnerAnswer Answer, UserId By, DateTimeOffset At) : IncidentEvent(By, At);

/// <summary>Nobody was asked that.</summary>
public sealed record OwnerNotAskedFor : Refusal;

/// <summary>That was answered already.</summary>
/// <param name="Service">About which service.</param>
public sealed record OwnerAnsweredFor(Service Service) : Refusal;

/// <summary>Nobody rolls a service back before whoever answers for it knows, unless they mean to (seed document 000, second learning).</summary>
public static class OwnerFirst
{
    /// <summary>The services a text says are rolled back or redeployed, whose team was not told and about which nobody was asked yet.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="text">What somebody wrote. Where it names no service, those the incident affects are meant.</param>
    /// <param name="changing">The words that mean such a change.</param>
    /// <param name="directory">Who answers for what.</param>
    public static IReadOnlyList<OwnerQuestion> Pending(Incident incident, string text, IReadOnlyList<string> changing, TeamDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(incident);
        ArgumentNullException.ThrowIfNull(directory);
        if (incident.IsOver || !Speaks(text, changing))
            return [];
        var said = Phrases.Of(text);
        List<Service> named = [.. directory.Services.Where(known => known.Words.Append(known.Service.Key).Append(known.Service.Name).Any(word => Phrases.Contains(said, word))).Select(known => known.Service)];
        return [.. (named.Count > 0 ? named : [.. incident.Services]).Select(service => Question(incident, service, directory)).OfType<OwnerQuestion>()];
    }

    /// <summary>Whether a text says at all that something is rolled back or redeployed; cheap, for most do not.</summary>
    /// <param name="text">What somebody wrote.</param>
    /// <param name="changing">The words that mean such a change.</param>
    public static bool Speaks(string text, IReadOnlyList<string> changing)
    {
        ArgumentNullException.ThrowIfNull(changing);
        var said = Phrases.Of(text);
        return changing.Any(word => Phrases.Contains(said, word));
    }

    /// <summary>The question there is about a service; null where its team was told, somebody was asked, or nobody answers for it.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="service">The service.</param>
    /// <param name="directory">Who answers for what.</param>
    public static OwnerQuestion? Question(Incident incident, Service service, TeamDirectory directory)
    {
        ArgumentNullException.ThrowIfNull(incident);
        ArgumentNullException.ThrowIfNull(directory);
        return directory.OwnerOf(service) is { } owner
            && Involvement.Find(incident, owner) is not { IsTold: true }
            && incident.OwnersAskedFor.All(asked => asked.Service.Key != service.Key)
                ? new OwnerQuestion(service, owner)
                : null;
    }

    /// <summary>Notes that somebody was asked. It is no event: the answer is.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="question">What they were asked.</param>
    public static Incident Asked(Incident incident, OwnerQuestion question)
    {
        ArgumentNullException.ThrowIfNull(incident);
        return incident with { OwnersAskedFor = [.. incident.OwnersAskedFor, question] };
    }

    /// <summary>Takes the answer: the team is told now, counts as told, or is left alone.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="service">The key of the service.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="by">Who answers.</param>
    /// <param name="now">When.</param>
    public static Decision Answer(Incident incident, string service, OwnerAnswer answer, UserId by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(incident);
        if (incident.OwnersAskedFor.FirstOrDefault(asked => asked.Service.Key == service) is not { } question)
            return Decision.Refuse(new OwnerNotAskedFor());
        if (question.IsAnswered)
            return Decision.Refuse(new OwnerAnsweredFor(question.Service));
        var (what, team) = (question.Service, question.Team);
        var after = incident with { OwnersAskedFor = [.. incident.OwnersAskedFor.Select(asked => asked == question ? asked with { IsAnswered = true } : asked)] };
        var answered = new OwnerFirstAnswered(what, team, answer, by, now);
        var involved = Involvement.Find(incident, team);
        return (answer, involved) switch
        {
            (OwnerAnswer.Emergency, _) or (_, { IsTold: true }) => Decision.Accept(after, answered),
            (OwnerAnswer.Known, _) => Decision.Accept(Involve(after, involved ?? new InvolvedTeam(team) { Through = what.Key }, isTold: true), answered),
            _ => Decision.Accept(Involve(after, involved ?? new InvolvedTeam(team) { Through = what.Key }, isTold: false), answered, new TeamInvolved(team, what, by, now)),
        };
    }

    private static Incident Involve(Incident incident, InvolvedTeam team, bool isTold) =>
        incident with { Teams = [.. incident.Teams.Where(other => other.Team.Key != team.Team.Key), team with { IsTold = isTold }] };
}
