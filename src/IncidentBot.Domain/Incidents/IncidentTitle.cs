namespace IncidentBot.Domain.Incidents;

/// <summary>What is wrong was said in other words.</summary>
/// <param name="From">The title before, unescaped.</param>
/// <param name="To">The title since, unescaped.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When.</param>
public sealed record TitleCorrected(string From, string To, UserId By, DateTimeOffset At) : IncidentEvent(By, At);

/// <summary>That is its title already.</summary>
public sealed record SameTitle : Refusal;

/// <summary>Saying in other words what is wrong.</summary>
public static class IncidentTitle
{
    /// <summary>Corrects it. Allowed at any time: a slip, or a password in it, is often seen afterwards.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="title">The new title, unescaped.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">When.</param>
    public static Decision Correct(Incident incident, string title, UserId by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(incident);
        var corrected = Declaration.Flat(title);
        if (Declaration.ObjectionTo(title) is { } why)
            return Decision.Refuse(why);
        return corrected == incident.Title
            ? Decision.Refuse(new SameTitle())
            : Decision.Accept(incident with { Title = corrected, IsTitleCut = false }, new TitleCorrected(incident.Title, corrected, by, now));
    }
}
