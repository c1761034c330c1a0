using IncidentBot.Configuration;
using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Roles;
using IncidentBot.Messaging;
using IncidentBot.Reminding;
using IncidentBot.Storage;
using IncidentBot.Wording;

namespace IncidentBot.Roles;

/// <summary><c>/incident cover @x 2h</c> — somebody else is reminded in your place for a while; <c>cover off</c> ends it.</summary>
internal sealed class CoverCommand : ISubcommand
{
    public Usage Usage => new("cover", "[@person 2h|off]", Unspoken("Let somebody else be reminded in your place for a while"), Where.Anywhere)
    {
        More = Unspoken("It is about reminders of reviews, updates and tasks in all incidents; who commands stays who commands. It ends by itself, or by `cover off`."),
    };

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        var current = await db.Covers.FindAsync([turn.Team, turn.By.Value], ct);
        var (first, rest) = CommandLine.SplitFirst(line.Rest);
        if (first.Length == 0)
            turn.Answer(CoverReplies.Standing(current), "shown");
        else if (first.Equals("off", StringComparison.OrdinalIgnoreCase))
            await EndAsync(current, turn, ct);
        else if (PeoplesWords.Mentioned(first) is { } person && SettingWords.DurationOrNull(rest.Trim()) is { } wait)
            await BeginAsync(new UserId(person), wait, current, turn, ct);
        else
            turn.NotUnderstood(CoverReplies.SayWhoAndHowLong, Usage);
    }

    private static async Task BeginAsync(UserId with, TimeSpan wait, CoverRow? current, Turn turn, CancellationToken ct)
    {
        var whyNot = with == turn.By ? new CoversOneself() : await turn.WhyNoDutyAsync(with, null, ct);
        if (turn.WaitsFor is not null)
            return;
        if (whyNot is not null)
        {
            turn.Refuse(whyNot);
            return;
        }
        var until = turn.Now + (wait < Cover.Longest ? wait : Cover.Longest);
        if (current is not null && current.CoveredBy != with.Value)
        {
            await Covers.EndAsync(current, turn, ct);
            current = null;
        }
        if (current is null)
            (await turn.StoreAsync(ct)).Covers.Add(current = new CoverRow { TeamId = turn.Team, UserId = turn.By.Value });
        (current.CoveredBy, current.Until) = (with.Value, until);
        turn.RemindAt(0, ReminderKinds.Cover, turn.By.Value, until);
        turn.Owe(Unwritten.For(with.Value, () => new DirectMessage(with.Value, CoverReplies.Asked(turn.By, until))));
        await Covers.LogAsync(turn.By, incident => Cover.Begin(incident, turn.By, with, until, turn.By, turn.Now), turn, ct);
        turn.Confirm(CoverReplies.Begun(with, until), "covered");
    }

    private static async Task EndAsync(CoverRow? current, Turn turn, CancellationToken ct)
    {
        if (current is null)
        {
            turn.Refuse(new NobodyCovers(turn.By));
            return;
        }
        turn.RemindAt(0, ReminderKinds.Cover, turn.By.Value, null);
        await Covers.EndAsync(current, turn, ct);
        turn.Confirm(CoverWords.Yours, "cover ended");
    }
}

/// <summary>The time of a cover is over.</summary>
internal sealed class CoverExpiry : IReminder
{
    public string Kind => ReminderKinds.Cover;

    public async Task RemindAsync(ReminderDue due, Turn turn, CancellationToken ct)
    {
        turn.RemindAt(0, Kind, due.Subject, null);
        if (await (await turn.StoreAsync(ct)).Covers.FindAsync([turn.Team, due.Subject], ct) is not { } cover)
        {
            turn.Ignore("nobody is covered");
            return;
        }
        turn.Owe(Unwritten.For(due.Subject, () => new DirectMessage(due.Subject, CoverWords.Yours)));
        await Covers.EndAsync(cover, turn, ct);
        turn.Noted("cover ended");
    }
}
