using IncidentBot.Configuration;
using IncidentBot.Slack.Requests;
using IncidentBot.Storage;
using IncidentBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Messaging;

/// <summary>Reads a stored arrival, finds who handles it, and runs the turn. A turn that fails is put back, and in the end put aside.</summary>
internal sealed class TurnRunner(
    SlackRouter slack,
    FactRouter facts,
    CommandRouter commands,
    IEnumerable<IReaction> reactions,
    IEnumerable<IEntryReaction> entryReactions,
    IEnumerable<IIncidentReminder> reminders,
    WorkspaceIdentity identity,
    CurrentOptions options,
    TimeProvider clock,
    ILogger<TurnRunner> log)
{
    private const int MostAttempts = 5;
    private readonly IReaction[] reactions = [.. reactions];
    private readonly IEntryReaction[] entryReactions = [.. entryReactions];
    private readonly IIncidentReminder[] reminders = [.. reminders];

    public async Task<TurnBatch> RunAsync(BotDbContext db, IReadOnlyList<InboxRow> rows, DateTimeOffset now, CancellationToken ct)
    {
        var batch = await BatchAsync(db, now, ct);
        var requests = rows.Select(row => row.Source == InboxSource.Slack ? WaysBack.Read(row) : null).ToList();
        await batch.LookAheadAsync(
            [.. requests.Select(request => request?.ChannelId).OfType<string>().Distinct()],
            [.. requests.Select(ReaderOf).OfType<string>().Distinct()],
            ct);
        foreach (var (row, request) in rows.Zip(requests))
            await RunOneAsync(batch, row, request, ct);
        await batch.SaveAsync(ct);
        await db.SettleAsync(rows, ct);
        await batch.ForgetAsync(ct);
        return batch;
    }

    /// <summary>Notes that a turn failed; after a few times it is put aside and the person is told, with a reference.</summary>
    public async Task<int> PutBackAsync(BotDbContext db, long id, Exception failure, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var row = await db.Inbox.SingleAsync(row => row.Id == id, ct);
        row.Attempts++;
        (row.Outcome, row.OutcomeWords) = (Outcome.Failed, failure.GetType().Name);
        row.NextTryAt = now + TimeSpan.FromSeconds(Math.Pow(3, row.Attempts));
        if (row.Source == InboxSource.Slack && WaysBack.Read(row)?.ChannelId is { } channel)
            row.Number ??= (await db.Incidents.InChannelAsync(row.TeamId, channel, ct))?.Number;
        log.LogError(failure, "Turn {Reference} failed, attempt {Attempt}", row.Reference, row.Attempts);
        if (row.Attempts >= MostAttempts)
        {
            var batch = await BatchAsync(db, now, ct);
            await PutAsideAsync(batch, row, failure.GetType().Name, ct);
            await batch.SaveAsync(ct);
        }
        return await db.SaveChangesAsync(ct);
    }

    private async Task PutAsideAsync(TurnBatch batch, InboxRow row, string why, CancellationToken ct)
    {
        row.State = InboxState.Dead;
        row.HandledAt = batch.Now;
        (row.Outcome, row.OutcomeWords) = (Outcome.Failed, why);
        if (row.Source == InboxSource.Slack)
        {
            if (WaysBack.Read(row) is { } request && WaysBack.To(request, row) is { } replyTo)
                await batch.OweAsync(Unwritten.For(replyTo.User, () => new Answer(replyTo, Replies.Failed(row.Reference), row.Id)), row.Number, row.Id, ct);
        }
        else if (row.Source == InboxSource.Reminder)
        {
            await PutOffAsync(batch, StoredShapes.Read<ReminderDue>(row.Kind, row.Body), ct);
        }
    }

    /// <summary>A reminder that could not be given is followed by the next one all the same.</summary>
    private static async Task PutOffAsync(TurnBatch batch, ReminderDue due, CancellationToken ct)
    {
        var incident = await batch.NumberedAsync(due.Number, ct);
        if (due.Kind != ReminderKinds.Checkpoint)
            await batch.Reminders.PutOffAsync(due, incident, ct);
        else if (incident is not null)
            await batch.PostponeCheckpointAsync(due.Number, ct);
    }

    private async Task<TurnBatch> BatchAsync(BotDbContext db, DateTimeOffset now, CancellationToken ct)
    {
        var workspace = await db.Workspaces.FindAsync([identity.TeamId], ct)
            ?? throw new InvalidOperationException("The workspace was never introduced.");
        return new TurnBatch(db, workspace, reactions, entryReactions, reminders, options.Value, now);
    }

    private async Task RunOneAsync(TurnBatch batch, InboxRow row, SlackRequest? request, CancellationToken ct)
    {
        Turn turn;
        if (row.Source == InboxSource.Slack)
        {
            if (request is null)
            {
                log.LogError("Request {Reference} was acknowledged but cannot be read any more", row.Reference);
                await PutAsideAsync(batch, row, "unreadable", ct);
                return;
            }
            turn = new Turn(batch, row, commands, request.UserId ?? "", request.ChannelId, WaysBack.To(request, row), TriggerOf(request))
            {
                IsPressed = request is BlockActionRequest,
            };
            if (IsAnotherWorkspaces(request, batch.Workspace))
                turn.Ignore("another workspace's");
            else
                await HandleAsync(batch, request, turn, ct);
        }
        else
        {
            var fact = StoredShapes.Read<Fact>(row.Kind, row.Body);
            turn = new Turn(batch, row, commands, batch.Workspace.BotUserId, null, null, null);
            using var spoken = batch.Options.Language.Workspace.Speak();
            await facts.HandleAsync(fact, turn, ct);
        }
        using (batch.Options.Language.Workspace.Speak())
            await turn.FinishAsync(ct);
        if (row.Outcome == Outcome.Failed)
            log.LogWarning("{Reference} ({Kind}), which follows from {Request}, failed: {Why}", row.Reference, row.Kind, turn.RequestReference, row.OutcomeWords);
    }

    /// <summary>What is said meanwhile is said to the person who asked; what others read is written afterwards (<see cref="Unwritten"/>).</summary>
    private async Task HandleAsync(TurnBatch batch, SlackRequest request, Turn turn, CancellationToken ct)
    {
        var reader = ReaderOf(request);
        using var spoken = (reader is null ? batch.Options.Language.Workspace : await batch.Readers.LanguageOfAsync(reader, ct)).Speak();
        await slack.HandleAsync(request, turn, ct);
        if (reader is not null && !turn.IsIgnored && batch.Readers.AreUnknown(reader, batch.Now))
            turn.Owe(new LookUpPerson(reader));
    }

    /// <summary>Who reads what is answered; nobody is answered for what people write in channels.</summary>
    private static string? ReaderOf(SlackRequest? request) => request is null or EventCallback { Event: MessageEvent } ? null : request.UserId is { Length: > 0 } user ? user : null;

    /// <summary>
    /// Where our app is installed elsewhere too, its events come with the same secret, but our token is no good there. Events
    /// and commands name the install they are for; a click in a shared channel may name the clicker's own workspace.
    /// </summary>
    private static bool IsAnotherWorkspaces(SlackRequest request, WorkspaceRow ours) =>
        request is EventCallback or SlashCommand && request.TeamId != ours.TeamId;

    private static string? TriggerOf(SlackRequest request) => request switch
    {
        SlashCommand command => command.TriggerId,
        BlockActionRequest action => action.TriggerId,
        GlobalShortcut shortcut => shortcut.TriggerId,
        MessageShortcut shortcut => shortcut.TriggerId,
        _ => null,
    };
}
