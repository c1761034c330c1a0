using System.Globalization;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Messaging;

/// <summary>
/// Where redacted words stand outside their timeline: in the requests they came with and the effects that said them. What is
/// settled loses all it said, because it is kept only to be recognised; what is still owed loses the words and goes out.
/// Every row is looked at: a redaction is rare, and both tables hold days, not years.
/// </summary>
/// <param name="words">The words, in every version.</param>
/// <param name="ts">The message they were captured from, if they were: whatever names it may quote it.</param>
internal sealed class WordTraces(IReadOnlyList<string> words, string? ts)
{
    /// <summary>What is left of an effect that is done with.</summary>
    private const string Nothing = "{}";

    /// <returns>What takes back what was posted with them.</returns>
    public async Task<IReadOnlyList<BlackenPost>> RemoveAsync(BotDbContext db, string team, CancellationToken ct)
    {
        var posts = new List<BlackenPost>();
        foreach (var form in words.SelectMany(WrittenForms.Of).Concat(ts is null ? [] : [ts]).Distinct())
        {
            await db.Database.ExecuteSqlAsync(
                $"""UPDATE inbox SET "Body" = x'' WHERE "TeamId" = {team} AND "State" IN ({(int)InboxState.Handled}, {(int)InboxState.Dead}) AND instr("Body", CAST({form} AS BLOB)) > 0""", ct);
        }
        foreach (var form in words.SelectMany(WrittenForms.Of).Distinct())
        {
            var carrying = db.Outbox.AsNoTracking().Where(row => row.TeamId == team && row.Payload.Contains(form));
            await foreach (var said in carrying.Where(row => row.State == OutboxState.Done).AsAsyncEnumerable().WithCancellation(ct))
            {
                if (Blackening.InJson(said.Payload, words) != said.Payload && BlackenPost.Of(said) is { } post)
                    posts.Add(post);
            }
            await carrying.Where(row => row.State == OutboxState.Done).ExecuteUpdateAsync(row => row.SetProperty(r => r.Payload, Nothing), ct);
            foreach (var left in await carrying.Where(row => row.State != OutboxState.Done).Select(row => new { row.Id, row.Payload }).ToListAsync(ct))
            {
                var blackened = Blackening.InJson(left.Payload, words);
                await db.Outbox.Where(row => row.Id == left.Id).ExecuteUpdateAsync(row => row.SetProperty(r => r.Payload, blackened), ct);
            }
        }
        return posts;
    }
}

/// <summary>
/// The forms in which a text may stand in a stored request or effect: as it is, in JSON, in a form, in JSON in a form. Its two
/// longest words are enough to find it by: what is found by mistake loses only what nobody needs any more.
/// </summary>
internal static class WrittenForms
{
    /// <summary>Long texts are cut where they are shown; their beginning always stands.</summary>
    private const int Beginning = 80;
    private const int WordsLookedFor = 2;

    public static IEnumerable<string> Of(string text) =>
        Words(text[..Math.Min(text.Length, Beginning)]).OrderByDescending(word => word.Length).Take(WordsLookedFor).SelectMany(Forms);

    private static IEnumerable<string> Forms(string word)
    {
        if (word.All(char.IsAscii))
            return [word];
        var (lower, upper) = (Escaped(word, "x4"), Escaped(word, "X4"));
        return [word, lower, upper, Uri.EscapeDataString(word), Uri.EscapeDataString(lower), Uri.EscapeDataString(upper)];
    }

    private static string Escaped(string word, string digits) =>
        string.Concat(word.Select(letter => char.IsAscii(letter) ? letter.ToString() : @"\u" + ((int)letter).ToString(digits, CultureInfo.InvariantCulture)));

    private static IEnumerable<string> Words(string text)
    {
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i < text.Length && (char.IsLetterOrDigit(text[i]) || char.IsSurrogate(text[i])))
                continue;
            if (i > start)
                yield return text[start..i];
            start = i + 1;
        }
    }
}
