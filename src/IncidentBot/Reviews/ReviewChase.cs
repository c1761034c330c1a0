using IncidentBot.Configuration;
using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Reminders;
using IncidentBot.Domain.Reviews;
using IncidentBot.Messaging;
using IncidentBot.Reminding;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Wording;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.Reviews;

/// <summary>Reminds the owner directly and the channel in the card's thread, and sets the next reminder: reviews do not let go.</summary>
internal sealed class ReviewChase : IIncidentReminder, IPersonReminder
{
    public string Kind => ReminderKinds.Review;

    public DateTimeOffset? Next(Incident incident, BotOptions options, DateTimeOffset now) => ReviewReminders.Next(incident, options.Reviews, now);

    public async Task RemindAsync(ReminderDue due, Turn turn, CancellationToken ct)
    {
        if (await turn.NumberedAsync(due.Number, ct) is not { Review: { IsOwed: true } review } incident)
        {
            turn.Ignore("nothing is owed any more");
            return;
        }
        if (await turn.HearerOrWaitAsync(incident, review.Owner, ct) is not { } hearer)
            return;
        await turn.RemindAsync(incident, Kind, "", hearer, Said(incident, review, turn), ct);
        if (incident is { Channel: { } channel, Card: { } card })
            turn.Owe(new PostMessage(channel.Value, card.Ts, ReviewReminder.InThread(incident, review, turn.Now)));
        turn.RemindNext(incident, Kind);
        turn.Noted("reminded");
    }

    public Task<PersonalReminder?> NowAsync(Incident incident, string subject, UserId person, Turn turn, CancellationToken ct) =>
        Task.FromResult(incident.Review is { IsOwed: true } review && review.Owner == person ? Said(incident, review, turn) : null);

    private static PersonalReminder Said(Incident incident, Review review, Turn turn) =>
        new(() => ReviewReminder.ToOwner(incident, review, turn.Now), () => ReviewReminder.Line(incident, review)) { ReviewOf = incident.Id.Number };
}

/// <summary>The words of a reminder: what is owed, why it comes, what ends it.</summary>
internal static class ReviewReminder
{
    public static MessageContent ToOwner(Incident incident, Review review, DateTimeOffset now)
    {
        var text = Speak($"📋 You owe the post-incident review of {Place(incident)}. {When(review, now)}");
        return new MessageContent(
            text,
            [
                new SectionBlock { Text = new Markdown(text) },
                new ActionsBlock
                {
                    Elements =
                    [
                        Buttons.Run(incident, Speak("It is done"), "review done", ButtonStyle.Primary),
                        Buttons.Run(incident, Speak("Waive it"), "review waive"),
                        Buttons.Run(incident, Speak("Timeline"), "timeline"),
                    ],
                },
                new ContextBlock { Elements = [new Markdown(Speak($"You get this because the review is yours. It comes again until the review is done or waived; {Command(incident, "review owner @name")} hands it over."))] },
            ]);
    }

    public static MessageContent InThread(Incident incident, Review review, DateTimeOffset now) =>
        MessageContent.Plain(Speak($"📋 The review of {Title(incident)} is owed by {Person(review.Owner)}. {When(review, now)} {Command(incident, "review done <link>")} settles it."));

    /// <summary>As a line among others, once the night is over.</summary>
    public static string Line(Incident incident, Review review) => Speak($"You owe the post-incident review of {Mrkdwn.Truncate(Place(incident), 400)}, due {Moment(review.DueAt)}.");

    private static string When(Review review, DateTimeOffset now) => review.DueAt > now
        ? Speak($"It is due {Moment(review.DueAt)}.")
        : now - review.DueAt < TimeSpan.FromHours(1) ? Speak("It is due now.") : Speak($"It has been *overdue* since {Moment(review.DueAt)}.");
}
