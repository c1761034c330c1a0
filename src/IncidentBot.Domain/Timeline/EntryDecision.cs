using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Timeline;

/// <summary>The answer to somebody who wants an entry changed.</summary>
public abstract record EntryDecision
{
    private EntryDecision()
    {
    }

    /// <summary>Yes; keeping the revision makes one version.</summary>
    /// <param name="Revision">The change.</param>
    public sealed record Accepted(EntryRevision Revision) : EntryDecision;

    /// <summary>No, and why. Nothing has changed.</summary>
    /// <param name="Why">The reason; its wording is the view's.</param>
    public sealed record Refused(Refusal Why) : EntryDecision;
}
