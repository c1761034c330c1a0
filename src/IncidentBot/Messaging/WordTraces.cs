using IncidentBot.Storage;

namespace IncidentBot.Messaging;

/// <summary>
/// Where redacted words stand outside their timeline: in the requests they came with and the effects that said them. Both
/// tables are gone through once, a page at a time, and only what carries the words is changed: the words go, and the rest
/// stays, so that a form still knows its message, a dead letter can be replayed and whoever asked can be answered.
/// </summary>
internal sealed class WordTraces(RedactedWords words, long request)
{
    private const int PageSize = 100;

    /// <summary>What is left of an effect that is done with, where a program's part of it says the words.</summary>
    private const string Nothing = "{}";

    private readonly HashSet<long> own = [];

    /// <summary>The incident whose entry was redacted.</summary>
    public int Number => words.Number;

    /// <summary>Who redacted it asked for that with this.</summary>
    public long Request => request;

    /// <returns>What takes back what was posted with them, or may have been.</returns>
    public async Task<IReadOnlyList<BlackenPost>> RemoveAsync(BotDbContext db, CancellationToken ct)
    {
        await FromRequestsAsync(db, ct);
        return await FromEffectsAsync(db, ct);
    }

    private async Task FromRequestsAsync(BotDbContext db, CancellationToken ct)
    {
        List<InboxRow> page;
        for (var last = 0L; (page = await db.Inbox.CarryingAsync(words.Team, words.Probes, last, PageSize, ct)).Count > 0; last = page[^1].Id)
        {
            foreach (var row in page)
            {
                var isOwn = words.Made(row) || (row.RequestId is { } cause && own.Contains(cause));
                if (isOwn)
                    own.Add(row.RequestId ?? row.Id);
                var without = words.In(row, isOwn) ?? (row.State == InboxState.Handled ? [] : row.Body);
                if (!ReferenceEquals(without, row.Body))
                    await db.Inbox.SayAsync(row.Id, without, ct);
            }
        }
    }

    private async Task<IReadOnlyList<BlackenPost>> FromEffectsAsync(BotDbContext db, CancellationToken ct)
    {
        var posts = new List<BlackenPost>();
        List<OutboxRow> page;
        for (var last = 0L; (page = await db.Outbox.CarryingAsync(words.Team, words.Probes, last, PageSize, ct)).Count > 0; last = page[^1].Id)
        {
            foreach (var row in page)
            {
                var (post, edit) = (Read<IPost>(row), Read<IEdit>(row));
                var without = words.In(row, row.RequestId is { } cause && own.Contains(cause), isPost: post is not null || edit is not null);
                if (without != row.Payload && (post is not null ? BlackenPost.Of(row, post) : edit is not null ? BlackenPost.Of(row, edit) : null) is { } back)
                    posts.Add(back with { Instead = post?.StillNeeded is null || words.AreIn(without) ? null : StoredShapes.Read<IPost>(row.Kind, without).StillNeeded });
                if (row.State == OutboxState.Done && words.AreIn(without))
                    without = Nothing;
                if (without != row.Payload)
                    await db.Outbox.SayAsync(row.Id, without, ct);
            }
        }
        return posts;
    }

    private static T? Read<T>(OutboxRow row)
        where T : class =>
        StoredShapes.TypeOf(row.Kind) is { } type && type.IsAssignableTo(typeof(T)) ? StoredShapes.Read<T>(row.Kind, row.Payload) : null;
}
