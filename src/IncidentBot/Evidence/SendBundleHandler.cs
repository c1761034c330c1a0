using System.Globalization;
using IncidentBot.Configuration;
using IncidentBot.Messaging;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Evidence;

/// <summary>
/// Uploads the bundle into the direct conversation (Slack docs: Working with files). Sharing has no idempotency key: the effect's
/// id stands in the file's name, and when an earlier try is in doubt the conversation is searched for it first.
/// </summary>
internal sealed class SendBundleHandler(ISlackApiClient slack, IDbContextFactory<BotDbContext> contexts, TimeProvider clock, CurrentOptions options) : IEffectHandler<SendBundle>
{
    /// <summary>More belongs into no memory and no message.</summary>
    private const int MostBytes = 20_000_000;
    private const int LookedAt = 100;
    private static readonly TimeSpan ClocksDiffer = TimeSpan.FromMinutes(5);

    public async Task<IReadOnlyList<Fact>> CarryOutAsync(SendBundle effect, Attempt attempt, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var row = await db.Incidents.AsNoTracking().SingleAsync(incident => incident.TeamId == attempt.Team && incident.Number == effect.Number, ct);
        if (await BundleAsync(db, effect.Number, ct) is not { } bundle)
            return [new BundleNotSent(effect.Number, effect.User, BundleNotSent.TooLong)];
        var conversation = await slack.Conversations.Open([effect.User], ct);
        var name = string.Create(CultureInfo.InvariantCulture, $"incident-{effect.Number}-out-{attempt.EffectId}.jsonl");
        using var spoken = (await Readers.LanguageOfAsync(db, attempt.Team, effect.User, options.Value.Language, ct)).Speak();
        if (!attempt.InDoubt || !await IsThereAsync(conversation, name, attempt, ct))
            await SendAsync(conversation, name, bundle, ExportReplies.Above(row.ToDomain(), name).Text, ct);
        return [];
    }

    private async Task SendAsync(string conversation, string name, byte[] bundle, string above, CancellationToken ct)
    {
        var ticket = await slack.Files.GetUploadUrlExternal(name, bundle.Length, ct);
        await slack.Upload(ticket.UploadUrl, bundle, ct);
        await slack.Files.CompleteUploadExternal(ticket.FileId, name, conversation, above, ct);
    }

    /// <summary>Null where it is too long.</summary>
    private async Task<byte[]?> BundleAsync(BotDbContext db, int number, CancellationToken ct)
    {
        using var bundle = new MemoryStream();
        return await BundleWriter.WriteAsync(db, number, clock.GetUtcNow(), bundle, ct, most: MostBytes) ? bundle.ToArray() : null;
    }

    private async Task<bool> IsThereAsync(string conversation, string name, Attempt attempt, CancellationToken ct)
    {
        var newest = await slack.Conversations.History(conversation, oldestTs: SlackTs.FromTime(attempt.FirstAttemptAt - ClocksDiffer), limit: LookedAt, cancellationToken: ct);
        return newest.Messages.Any(message => message.Files.Any(file => file.Name == name));
    }
}
