using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Reviews;

namespace IncidentBot.Wording;

/// <summary>What is said of a review in more than one place.</summary>
internal static class ReviewWords
{
    /// <summary>Resolved a second time after the review was settled: whoever expects another one learns how to get it.</summary>
    public static string Stands(Incident incident, Review settled) =>
        $"The review of {IncidentWords.Moment(settled.OpenedAt)} stands ({(settled.End is ReviewEnd.Waived ? "waived" : "done")}). {IncidentWords.Command(incident, "review again")} opens another.";
}
