using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;

namespace IncidentBot.Timeline;

/// <summary>Acts on what the domain said of a correction, and tells everybody; not what a hidden entry says now.</summary>
internal static class Correcting
{
    public static async Task ConcludeAsync(Incident incident, TimelineEntry before, EntryDecision decision, Turn turn, CancellationToken ct, string remark = "")
    {
        switch (decision)
        {
            case EntryDecision.Refused refused:
                turn.Refuse(refused.Why);
                break;
            case EntryDecision.Accepted { Revision: var revision }:
                await turn.ReviseAsync(revision, ct);
                if (revision.Change == EntryChange.Hidden || !revision.After.State.HasFlag(EntryState.Hidden))
                    CardThread.Tell(incident, () => EntryReplies.InThread(revision), turn);
                turn.Confirm(EntryReplies.Done(incident, before, revision, remark), revision.Change.ToString());
                break;
        }
    }
}
