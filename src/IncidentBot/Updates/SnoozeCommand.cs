using IncidentBot.Configuration;
using IncidentBot.Messaging;
using IncidentBot.Wording;

namespace IncidentBot.Updates;

/// <summary><c>/incident snooze 30m</c> — puts the reminder of the next update off, once.</summary>
internal sealed class SnoozeCommand : ISubcommand
{
    public Usage Usage => new("snooze", "[30m]", Unspoken("Put the reminder of the next update off, once"), Where.InIncident);

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (await turn.IncidentAsync(line, Usage, ct) is not { } incident)
            return;
        var words = line.Rest.Trim();
        if ((words.Length == 0 ? turn.Options.Nudges.Snooze : SettingWords.DurationOrNull(words)) is not { } wait)
            turn.NotUnderstood(UpdateReplies.SayHowLong, Usage);
        else if (wait - (turn.Now - turn.SaidAt) is var left && left > TimeSpan.Zero)
            turn.Conclude(incident, Domain.Updates.Updates.Snooze(incident, turn.Options.Severities, turn.By, turn.Now, left));
        else
            turn.Refuse(UpdateReplies.PutOffIsOver(turn.SaidAt + wait), "over");
    }
}
