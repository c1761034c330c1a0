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
        if (Wait(line.Rest.Trim(), turn.Options.Nudges.Snooze) is { } wait)
            turn.Conclude(incident, Domain.Updates.Updates.Snooze(incident, turn.Options.Severities, turn.By, turn.Now, wait));
        else
            turn.NotUnderstood(UpdateReplies.SayHowLong, Usage);
    }

    private static TimeSpan? Wait(string words, TimeSpan otherwise)
    {
        try
        {
            return words.Length == 0 ? otherwise : SettingWords.Duration(words);
        }
        catch (BadSettingException)
        {
            return null;
        }
    }
}
