using IncidentBot.Domain.Incidents;
using IncidentBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Messaging;

/// <summary>A message's words made readable with the names we know, or with those Slack is asked for.</summary>
internal static class MessageWords
{
    /// <summary>More names than this are not asked for; the rest stays as it is.</summary>
    private const int MostAskedFor = 20;

    /// <summary>At once, with the names we know.</summary>
    public static async Task<string> KnownAsync(string text, Turn turn, CancellationToken ct) =>
        ReadableText.Of(text, await NamesAsync(ReadableText.PeopleIn(text), turn, ct));

    /// <summary>With every name Slack has; null after having arranged that the request is handled again when they are known.</summary>
    public static async Task<string?> OrWaitAsync(string text, Turn turn, CancellationToken ct)
    {
        var people = ReadableText.PeopleIn(text);
        var names = await NamesAsync(people, turn, ct);
        foreach (var unknown in people.Take(MostAskedFor).Where(person => !names.ContainsKey(person)))
            await turn.PersonOrWaitAsync(new UserId(unknown), TimeSpan.MaxValue, ct);
        return turn.WaitsFor is null ? ReadableText.Of(text, names) : null;
    }

    private static async Task<Dictionary<string, string>> NamesAsync(IReadOnlyList<string> people, Turn turn, CancellationToken ct)
    {
        if (people.Count == 0)
            return [];
        var db = await turn.StoreAsync(ct);
        return await db.People.AsNoTracking().Where(row => row.TeamId == turn.Team && people.Contains(row.UserId)).ToDictionaryAsync(row => row.UserId, row => row.Name, ct);
    }
}
