using System.Text.RegularExpressions;
using IncidentBot.Domain.Impacts;
using IncidentBot.Messaging;
using IncidentBot.Wording;

namespace IncidentBot.Impacts;

/// <summary><c>/incident impact 4200 of 60000</c> — how many of the day's users it hurts; without numbers a form asks, with their sources.</summary>
internal sealed partial class ImpactCommand : ISubcommand
{
    /// <summary>Typed by <i>Undo</i>.</summary>
    private const string Back = "back";

    public static Usage Called => new("impact", "[affected of daily|unknown|history]", Unspoken("Say how many it hurts; without numbers a form opens"), Where.InIncident)
    {
        More = Unspoken("(affected users / daily active users) × 100. Each number may be a range such as `200-300`, or `unknown`. `4200 distinct of 60000` says that nobody is counted twice, `4200 occurrences of 60000` that somebody may be; unless nobody is, the share is an upper end. `history` shows what was worked out before."),
    };

    public Usage Usage => Called;

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (await turn.IncidentAsync(line, Usage, ct) is not { } incident)
            return;
        if (line.Rest.Length == 0)
            turn.OpenForm(ImpactForm.Callback, OpenedOn.Remember(incident, turn.Here));
        else if (line.Rest.Trim().Equals("history", StringComparison.OrdinalIgnoreCase))
            turn.Answer(ImpactReplies.History(incident), "shown");
        else if (line.Rest.Trim().ToLowerInvariant() is "unknown" or "unbekannt")
            turn.Conclude(incident, IncidentImpact.Estimate(incident, new AffectedUsers(null, null), new DailyActiveUsers(null), turn.By, turn.Now));
        else if (Numbers().Match(line.Rest) is { Success: true } numbers
            && TryRead(numbers.Groups["affected"].Value, out var affected) && TryRead(numbers.Groups["daily"].Value, out var daily))
            turn.Conclude(incident, IncidentImpact.Estimate(incident, new AffectedUsers(affected, AreDistinct(numbers)), new DailyActiveUsers(daily), turn.By, turn.Now));
        else if (turn.IsPressed && line.Rest == Back)
            turn.Conclude(incident, IncidentImpact.TakeBack(incident, turn.By, turn.Now));
        else
            turn.NotUnderstood(ImpactReplies.SayNumbers, Usage);
    }

    private static bool? AreDistinct(Match numbers) => numbers.Groups["distinct"].Success ? true : numbers.Groups["twice"].Success ? false : null;

    /// <summary>Reads a count; <c>unknown</c> is an answer too.</summary>
    public static bool TryRead(string text, out PeopleCount? count)
    {
        count = PeopleCount.Read(text);
        return count is not null || text.Trim().ToLowerInvariant() is "unknown" or "unbekannt" or "?" or "";
    }

    [GeneratedRegex(
        @"^(?<affected>.{1,60}?)(?:(?<distinct>\s+(?:distinct|unique|verschiedene[nr]?|einzelne[nr]?))|(?<twice>\s+(?:occurrences?|events?|errors?|vorkommnissen?|ereignissen?|fehlern?)))?(?:\s+(?:users?|nutzern?|nutzerinnen|benutzern?))?(?:\s+(?:of|out\s+of|von)\s+|\s*/\s*)(?<daily>[^/]{1,60}?)(?:\s+(?:daily\s+)?(?:users|nutzern?|nutzerinnen|benutzern?))?$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Numbers();
}

/// <summary>What is said about impact to one person.</summary>
internal static class ImpactReplies
{
    public static string SayNumbers => Speak("Say how many are affected of how many daily users, such as `4200 of 60000`, `200-300 of 60k` or `unknown of 60000`; or only `unknown`. Nothing was changed.");

    public static MessageContent History(Domain.Incidents.Incident incident) => MessageContent.Plain(incident.Impacts.All.Count == 0
        ? Speak("Nobody has worked out the impact yet: it is unknown. `/incident impact` asks for the numbers.")
        : Speak($"*Impact, the newest first*\n{string.Join("\n", incident.Impacts.All.Reverse().Select(estimate => Speak($"• {IncidentWords.Moment(estimate.At)} {ImpactWords.Line(estimate)}, by {IncidentWords.Person(estimate.By)}{(estimate.TakenBackBy is { } back ? Speak($" (taken back by {IncidentWords.Person(back)})") : "")}")))}"));
}
