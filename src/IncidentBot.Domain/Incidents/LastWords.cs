using IncidentBot.Domain.Roles;

namespace IncidentBot.Domain.Incidents;

/// <summary>What people decide about an incident, one thing apart from the others.</summary>
public enum Matter
{
    /// <summary>How bad it is.</summary>
    Severity = 0,

    /// <summary>Where it stands.</summary>
    Status = 1,

    /// <summary>Who commands.</summary>
    Command = 2,

    /// <summary>Who has seen it.</summary>
    Acknowledgement = 3,
}

/// <summary>Who decided something last, and when.</summary>
/// <param name="By">Who.</param>
/// <param name="At">When, as an instant.</param>
public sealed record LastWord(UserId By, DateTimeOffset At);

/// <summary>The last word on each matter, whichever way it was said. What was said before it and comes late changes nothing.</summary>
public sealed record LastWords
{
    /// <summary>Nobody has decided anything since the incident was declared.</summary>
    public static LastWords None { get; } = new();

    /// <summary>On how bad it is; empty while that is as it was declared.</summary>
    public LastWord? Severity { get; init; }

    /// <summary>On where it stands.</summary>
    public LastWord? Status { get; init; }

    /// <summary>On who commands.</summary>
    public LastWord? Command { get; init; }

    /// <summary>On who has seen it.</summary>
    public LastWord? Acknowledgement { get; init; }

    /// <summary>The last word on <paramref name="matter"/>; null before the first.</summary>
    /// <param name="matter">Which.</param>
    public LastWord? On(Matter matter) => matter switch
    {
        Matter.Severity => Severity,
        Matter.Status => Status,
        Matter.Command => Command,
        _ => Acknowledgement,
    };

    /// <summary>With what just happened; most events decide nothing of this.</summary>
    /// <param name="happened">What happened.</param>
    public LastWords After(IncidentEvent happened)
    {
        ArgumentNullException.ThrowIfNull(happened);
        var word = new LastWord(happened.By, happened.At);
        return happened switch
        {
            SeverityChanged => this with { Severity = word },
            StatusChanged or IncidentMerged or IncidentResolved or IncidentClosed or IncidentDeclined or IncidentReopened => this with { Status = word },
            CommanderChanged => this with { Command = word },
            IncidentAcknowledged or AcknowledgementWithdrawn => this with { Acknowledgement = word },
            _ => this,
        };
    }
}
