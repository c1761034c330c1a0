using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Reviews;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Wording;

namespace IncidentBot.Reviews;

/// <summary><c>/incident review</c>, <c>review done &lt;link&gt;</c>, <c>review waive &lt;reason&gt;</c>, <c>review owner @x</c>, <c>review take</c>, <c>review again</c>.</summary>
internal sealed class ReviewCommand : ISubcommand
{
    private static Question WhichLink => new(Speak("Review is done"), Speak("Where can it be read?"), Speak("A link to the document."), Multiline: false);
    private static Question WhichReason => new(Speak("Waive the review"), Speak("Why is none needed?"), Speak("The reason stays on the timeline."), Multiline: true);

    public Usage Usage => new("review", "[done <link>|waive <reason>|owner @person|take|again]", Unspoken("Show or settle the post-incident review"), Where.InIncident);

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (await turn.IncidentAsync(line, Usage, ct) is not { } incident)
            return;
        var here = line with { Number = incident.Id.Number };
        var (what, rest) = CommandLine.SplitFirst(line.Rest);
        switch (what.ToLowerInvariant())
        {
            case "":
                var (goesOn, there) = await turn.WhereItGoesOnAsync(incident, ct);
                turn.Answer((incident.Review is null && there is not null ? ReviewReplies.OfTheOther(there) : ReviewReplies.Standing(incident)).Under(goesOn), "shown");
                break;
            case "done" when rest.Length == 0 && incident.Review is { IsOwed: true }:
                turn.Ask(WhichLink, here);
                break;
            case "done" when PeoplesWords.Link(rest) is not { } && incident.Review is { IsOwed: true }:
                turn.NotUnderstood(Speak("Say where it can be read: a link that begins with https://, of at most 2,000 characters."), Usage);
                break;
            case "done":
                turn.Conclude(incident, PostIncidentReview.Complete(incident, PeoplesWords.Link(rest) ?? "", turn.By, turn.Now));
                break;
            case "waive" when rest.Length == 0 && incident.Review is { IsOwed: true }:
                turn.Ask(WhichReason, here);
                break;
            case "waive":
                turn.Conclude(incident, PostIncidentReview.Waive(incident, PeoplesWords.Harmless(rest), turn.By, turn.Now));
                break;
            case "owner" when PeoplesWords.Mentioned(rest) is { } owner:
                var whyNot = await turn.WhyNoDutyAsync(new UserId(owner), incident, ct);
                if (turn.WaitsFor is null)
                    turn.Conclude(incident, whyNot is null ? PostIncidentReview.AssignOwner(incident, new UserId(owner), turn.By, turn.Now) : Decision.Refuse(whyNot));
                break;
            case "take":
                turn.Conclude(incident, PostIncidentReview.AssignOwner(incident, turn.By, turn.By, turn.Now));
                break;
            case "again":
                var next = await ReviewOwners.OfAsync(incident, turn, ct);
                if (turn.WaitsFor is null)
                    turn.Conclude(incident, PostIncidentReview.Again(incident, turn.Options.Reviews, turn.By, turn.Now, next));
                break;
            default:
                turn.NotUnderstood(Speak("Say `done` with a link, `waive` with a reason, `owner @name`, `take`, or `again` for another one."), Usage);
                break;
        }
    }
}

/// <summary>How the review stands.</summary>
internal static class ReviewReplies
{
    /// <summary>How it stands with the incident a merged one goes on as.</summary>
    public static MessageContent OfTheOther(Incident there) => MessageContent.Plain($"{IncidentWords.Number(there)}: {Standing(there).Text}");

    public static MessageContent Standing(Incident incident) => MessageContent.Plain(incident.Review switch
    {
        null when incident.MergedInto is not null => Speak("A merged incident owes no review of its own."),
        null when incident.IsOver => Speak("It owes no review."),
        null => Speak("There is no review yet; it opens when the incident is resolved."),
        { End: ReviewEnd.Done done } => Speak($"The review is done: {Mrkdwn.Link(done.Link, Speak("document"))}"),
        { End: ReviewEnd.Waived waived } => Speak($"The review was waived: {waived.Reason}"),
        { } owed => Speak($"The review is owed by {IncidentWords.Person(owed.Owner)}, due {IncidentWords.Moment(owed.DueAt)}. ")
            + Speak($"{IncidentWords.Command(incident, "review done <link>")} settles it, {IncidentWords.Command(incident, "review waive <reason>")} lets it go."),
    });
}
