using IncidentBot.Delivery;
using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;
using IncidentBot.Storage;
using IncidentBot.Wording;

namespace IncidentBot.Timeline;

/// <summary>Says in the incident's channel how far its timeline has come, so that nobody can rewrite it unseen, not even who runs the bot.</summary>
internal sealed class PostCheckpoint : IReminder
{
    public string Kind => ReminderKinds.Checkpoint;

    public async Task RemindAsync(ReminderDue due, Turn turn, CancellationToken ct)
    {
        if (await turn.NumberedAsync(due.Number, ct) is not { } incident)
        {
            turn.Ignore("no such incident");
        }
        else if (incident is { Channel: { } channel, Standing.IsOpen: true })
        {
            turn.Owe(new PostMessage(channel.Value, null, CheckpointWords.Of(await turn.CheckpointAsync(incident, ct))));
            turn.Noted("checkpoint");
        }
        else
        {
            await turn.PostponeCheckpointAsync(incident, ct);
            turn.Noted("later: its channel cannot be written to");
        }
    }
}

internal static class CheckpointWords
{
    public static MessageContent Of(Checkpoint checkpoint) => MessageContent.Plain(Speak($"🔏 Timeline checkpoint: {checkpoint.Entries} entries, {checkpoint.Versions} versions, {IncidentWords.Moment(checkpoint.At)}\n`{checkpoint.Head}`\nWhoever has an export checks it against this: `incidentbot verify timeline.jsonl --checkpoint {checkpoint.Head[..16]}`"));
}
