using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Tasks;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Wording;

namespace IncidentBot.Delivery;

/// <summary>
/// Reminds a person, by the clocks of their own zone: in their quiet hours nothing comes but what is as grave as it gets,
/// and what was held back comes in one message after them.
/// </summary>
internal static class PersonNudge
{
    /// <summary>Tells them now, or keeps it for later. While Slack has not said in which zone they are the turn waits, and nothing is done.</summary>
    /// <param name="turn">The turn that reminds.</param>
    /// <param name="incident">What it is about.</param>
    /// <param name="kind">The reminder's kind.</param>
    /// <param name="person">Who is reminded.</param>
    /// <param name="message">What they are told.</param>
    /// <param name="line">The same as a line among others.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task NudgeAsync(this Turn turn, Incident incident, string kind, UserId person, Func<DirectMessage> message, Func<string> line, CancellationToken ct)
    {
        var cover = await CoverAsync(turn, incident, person, ct);
        var reader = cover?.CoveredBy ?? person.Value;
        if (incident.Severity.Rank != 1 && turn.Options.QuietHours is { } quiet)
        {
            if (await turn.PersonOrWaitAsync(new UserId(reader), PersonLookup.ZoneIsGoodFor, ct) is not { } known)
                return;
            var zone = known.TimeZone is { } id && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var theirs) ? theirs : TimeZoneInfo.Utc;
            if (quiet.Include(turn.Now, zone))
            {
                await HoldAsync(turn, incident, kind, reader, Said(turn, known, line), quiet.OverFrom(turn.Now, zone), ct);
                return;
            }
        }
        turn.Owe(Unwritten.For(reader, () => cover is null ? message() : InPlace(message(), cover)));
    }

    /// <summary>Whoever covers them hears instead; not of what they may not know of.</summary>
    private static async Task<CoverRow?> CoverAsync(Turn turn, Incident incident, UserId person, CancellationToken ct) =>
        await (await turn.StoreAsync(ct)).Covers.FindAsync([turn.Team, person.Value], ct) is { } cover
        && cover.Until > turn.Now
        && await (await turn.StoreAsync(ct)).MayKnowOfAsync(incident, new UserId(cover.CoveredBy), ct)
            ? cover
            : null;

    private static string Said(Turn turn, PersonRow reader, Func<string> line)
    {
        using var spoken = turn.Options.Language.Of(reader.Locale).Speak();
        return line();
    }

    private static DirectMessage InPlace(DirectMessage message, CoverRow cover) =>
        message with { User = cover.CoveredBy, Content = CoverWords.InPlaceOf(new UserId(message.User), cover.Until, message.Content) };

    private static async Task HoldAsync(Turn turn, Incident incident, string kind, string person, string line, DateTimeOffset until, CancellationToken ct)
    {
        var held = (await turn.StoreAsync(ct)).HeldNudges;
        var row = await held.FindAsync([turn.Team, person, incident.Id.Number, kind], ct);
        if (row is null)
            held.Add(row = new HeldNudgeRow { TeamId = turn.Team, UserId = person, Number = incident.Id.Number, Kind = kind });
        (row.Line, row.HeldAt, row.Until) = (line, turn.Now, until);
        turn.RemindAt(0, ReminderKinds.Held, person, until);
    }
}

/// <summary>Quiet hours are over for somebody: what was held back comes in one message, but for what is settled since.</summary>
internal sealed class AfterQuietHours : IReminder
{
    public string Kind => ReminderKinds.Held;

    public async Task RemindAsync(ReminderDue due, Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        var lines = new List<string>();
        foreach (var row in await db.HeldNudges.ForAsync(turn.Team, due.Subject, ct))
        {
            if (await turn.NumberedAsync(row.Number, ct) is { } incident && await IsOpenAsync(row, incident, db, ct))
                lines.Add(row.Line);
            db.HeldNudges.Remove(row);
        }
        turn.RemindAt(0, Kind, due.Subject, null);
        if (lines.Count > 0)
            turn.Owe(Unwritten.For(due.Subject, () => new DirectMessage(due.Subject, QuietReplies.Held(lines))));
        turn.Noted("told what was held back");
    }

    private static async Task<bool> IsOpenAsync(HeldNudgeRow row, Incident incident, BotDbContext db, CancellationToken ct) => row.Kind.Split(':') switch
    {
        [ReminderKinds.Review] => incident.Review is { IsOwed: true },
        [ReminderKinds.Task, var number] => await db.Tasks.NumberedAsync(incident.Id, int.Parse(number, CultureInfo.InvariantCulture), ct) is { State: TaskState.Open },
        _ => !incident.IsOver,
    };
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
