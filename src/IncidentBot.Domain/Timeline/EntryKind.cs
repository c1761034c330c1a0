namespace IncidentBot.Domain.Timeline;

/// <summary>What a timeline entry is about; the kinds post-mortems use (seed documents 000 to 004).</summary>
public enum EntryKind
{
    /// <summary>Anything worth keeping.</summary>
    Note = 0,

    /// <summary>A change went out.</summary>
    Deploy = 1,

    /// <summary>A monitor spoke.</summary>
    Alert = 2,

    /// <summary>A person noticed.</summary>
    Detection = 3,

    /// <summary>The incident itself was declared or ticketed.</summary>
    Ticket = 4,

    /// <summary>Somebody looked into something.</summary>
    Investigation = 5,

    /// <summary>A guess worth testing.</summary>
    Hypothesis = 6,

    /// <summary>A misleading path, ruled out.</summary>
    DeadEnd = 7,

    /// <summary>The cause was found.</summary>
    RootCause = 8,

    /// <summary>More people were called in.</summary>
    Escalation = 9,

    /// <summary>It hurts less.</summary>
    Mitigation = 10,

    /// <summary>It is repaired.</summary>
    Fix = 11,

    /// <summary>The repair was checked.</summary>
    Verification = 12,

    /// <summary>Somebody was told something.</summary>
    Communication = 13,

    /// <summary>Something was decided.</summary>
    Decision = 14,

    /// <summary>Who or what is hurt.</summary>
    Impact = 15,

    /// <summary>Who holds which role.</summary>
    Role = 16,

    /// <summary>How bad it is.</summary>
    Severity = 17,

    /// <summary>Where it stands.</summary>
    Status = 18,

    /// <summary>The post-incident review.</summary>
    Review = 19,

    /// <summary>Somebody is looking.</summary>
    Acknowledgement = 20,

    /// <summary>Something to be done, now or afterwards.</summary>
    Task = 21,
}
