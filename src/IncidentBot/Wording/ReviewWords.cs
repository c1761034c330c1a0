using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Reviews;

namespace IncidentBot.Wording;

/// <summary>What is said of a review in more than one place.</summary>
internal static class ReviewWords
{
    /// <summary>In a few words, for a line of a list.</summary>
    public static string State(Review review) => review.End switch
    {
        ReviewEnd.Done => Speak("review done"),
        ReviewEnd.Waived => Speak("review waived"),
        _ => Speak($"review owed by {IncidentWords.Person(review.Owner)}, due {IncidentWords.Moment(review.DueAt)}"),
    };

    /// <summary>Resolved a second time after the review was settled: whoever expects another one learns how to get it.</summary>
    public static string Stands(Incident incident, Review settled) =>
        Speak($"The review of {IncidentWords.Moment(settled.OpenedAt)} stands ({(settled.End is ReviewEnd.Waived ? Speak("waived") : Speak("done"))}). {IncidentWords.Command(incident, "review again")} opens another.");
}
