using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;
using IncidentBot.Wording;

namespace IncidentBot.Timeline;

/// <summary>An entry's number as people write it, and the entry it means.</summary>
internal static class EntryNumber
{
    public static bool TryRead(string word, out int number) =>
        int.TryParse(word.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out number) && number > 0;

    /// <summary>The incident and the entry a line means; null after whoever asked was told what is missing.</summary>
    public static async Task<MeantEntry?> EntryAsync(this Turn turn, CommandLine line, string number, Usage usage, CancellationToken ct)
    {
        if (await turn.IncidentAsync(line, usage, ct) is not { } incident)
            return null;
        if (!TryRead(number, out var wanted))
            turn.Refuse(Replies.NotUnderstood(Speak("Say which entry by its number; `/incident timeline` shows them."), usage), "not understood");
        else if (await turn.EntryAsync(incident.Id, wanted, ct) is { } entry)
            return new MeantEntry(incident, entry);
        else
            turn.Refuse(EntryReplies.NoSuchEntry(incident, wanted), "no such entry");
        return null;
    }
}

/// <summary>An entry, and the incident on whose timeline it stands.</summary>
internal sealed record MeantEntry(Incident Incident, TimelineEntry Entry);
