using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Wording;

namespace IncidentBot.Incidents;

/// <summary><c>sevas #2 sev1</c> or <c>sevas impact sev1</c>, typed by a button that has a reason at hand; the reason is written when it is pressed, in everybody's language.</summary>
internal sealed class SetSeverityAs : ISubcommand
{
    private const string Word = "sevas";
    private const string ByImpact = "impact";

    public Usage Usage => new(Word, "<#12|impact> <severity>", Unspoken("Say how bad it is, for a reason that is known"), Where.InIncident) { Hidden = true };

    /// <summary>The line of a button that gives an incident the severity of one that was merged into it.</summary>
    public static string Merged(Incident duplicate) => string.Create(CultureInfo.InvariantCulture, $"{Word} #{duplicate.Id.Number} {IncidentWords.Typed(duplicate.Severity)}");

    /// <summary>The line of a button that gives an incident the severity its impact suggests.</summary>
    public static string Suggested(Severity severity) => $"{Word} {ByImpact} {IncidentWords.Typed(severity)}";

    public Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        var (why, severity) = CommandLine.SplitFirst(line.Rest);
        var reason = turn.ForAll(() => why == ByImpact ? Speak("the impact says so") : Speak($"as {why} was"));
        return turn.RunAsync(line with { Verb = "sev", Rest = $"{severity} {reason}" }, ct);
    }
}
