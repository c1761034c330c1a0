using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Wording;

namespace IncidentBot.Reminding;

/// <summary>
/// Quiet hours are over for somebody: what was held back comes in one message. Each is asked again whether it is still to be said,
/// and to them: a night is long.
/// </summary>
internal sealed class AfterQuietHours(IEnumerable<IPersonReminder> reminders) : IReminder
{
    private readonly Dictionary<string, IPersonReminder> byKind = reminders.ToDictionary(reminder => reminder.Kind);

    public string Kind => ReminderKinds.Held;

    public async Task RemindAsync(ReminderDue due, Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        var held = await db.HeldNudges.ForAsync(turn.Team, due.Subject, ct);
        List<Func<string>> lines = [];
        List<(Incident Incident, HeldNudgeRow Row, Hearer Hearer, PersonalReminder Reminder)> others = [];
        foreach (var row in held)
        {
            var of = new UserId(row.Of);
            if (await turn.NumberedAsync(row.Number, ct) is not { } incident || await byKind[row.Kind].NowAsync(incident, row.Subject, of, turn, ct) is not { } reminder)
                continue;
            if (row.Of == row.UserId)
                lines.Add(reminder.Line);
            else if (await Covers.InForceAsync(incident, of, turn, ct) is { } cover && cover.CoveredBy == row.UserId)
                lines.Add(() => CoverWords.LineInPlaceOf(of, reminder.Line()));
            else if (await turn.HearerOrWaitAsync(incident, of, ct) is { } hearer)
                others.Add((incident, row, hearer, reminder));
            else
                return;
        }
        db.HeldNudges.RemoveRange(held);
        turn.RemindAt(0, Kind, due.Subject, null);
        foreach (var (incident, row, hearer, reminder) in others)
            await turn.RemindAsync(incident, row.Kind, row.Subject, hearer, reminder, ct);
        if (lines.Count > 0)
            turn.Owe(Unwritten.For(due.Subject, () => new DirectMessage(due.Subject, QuietReplies.Held([.. lines.Select(line => line())]))));
        turn.Noted("told what was held back");
    }
}

/// <summary>What is said after quiet hours.</summary>
internal static class QuietReplies
{
    private const int Most = 10;
    private const int LongestLine = 1_000;

    public static MessageContent Held(IReadOnlyList<string> lines)
    {
        string[] shown =
        [
            Speak("🌅 This was held back in your quiet hours:"),
            .. lines.Take(Most).Select(line => $"• {Mrkdwn.Truncate(line, LongestLine)}"),
            .. lines.Count > Most ? [Speak($"… and {lines.Count - Most} more.")] : Array.Empty<string>(),
        ];
        return new MessageContent(string.Join("\n", shown), [.. shown.Select(line => new SectionBlock { Text = new Markdown(line) })]);
    }
}
