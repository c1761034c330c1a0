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
    public static async Task<string> KnownAsync(string text, Turn turn, CancellationToken ct)
    {
        var names = await PeopleAsync(ReadableText.PeopleIn(text), turn, ct);
        return ReadableText.Of(text, Joined(names, await ChannelsAsync(ReadableText.ChannelsIn(text), turn, ct)));
    }

    /// <summary>With every name Slack has; null after having arranged that the request is handled again when they are known.</summary>
    public static async Task<string?> OrWaitAsync(string text, Turn turn, CancellationToken ct) =>
        await NamesOrWaitAsync(text, turn, ct) is { } names ? ReadableText.Of(text, names) : null;

    /// <summary>The same, and the request is kept with these names too: what is redacted of the words is then found in it.</summary>
    public static async Task<string?> KeptOrWaitAsync(string text, Turn turn, CancellationToken ct)
    {
        if (await NamesOrWaitAsync(text, turn, ct) is not { } names)
            return null;
        turn.KeepRequestAs(said => ReadableText.Of(said, names));
        return ReadableText.Of(text, names);
    }

    private static async Task<Dictionary<string, string>?> NamesOrWaitAsync(string text, Turn turn, CancellationToken ct)
    {
        var (people, channels) = (ReadableText.PeopleIn(text), ReadableText.ChannelsIn(text));
        var names = await PeopleAsync(people, turn, ct);
        foreach (var unknown in people.Take(MostAskedFor).Where(person => !names.ContainsKey(person)))
            await turn.PersonOrWaitAsync(new UserId(unknown), TimeSpan.MaxValue, ct);
        var called = await ChannelsAsync(channels, turn, ct);
        foreach (var unknown in channels.Take(MostAskedFor).Where(channel => !called.ContainsKey(channel)))
            turn.WaitFor(ChannelLookup.Waiting(unknown), new LookUpChannel(unknown));
        return turn.WaitsFor is null ? Joined(names, called) : null;
    }

    private static Dictionary<string, string> Joined(Dictionary<string, string> names, Dictionary<string, string> channels) =>
        new(names.Concat(channels.Where(channel => channel.Value.Length > 0)));

    private static async Task<Dictionary<string, string>> PeopleAsync(IReadOnlyList<string> people, Turn turn, CancellationToken ct)
    {
        if (people.Count == 0)
            return [];
        var db = await turn.StoreAsync(ct);
        return await db.People.AsNoTracking().Where(row => row.TeamId == turn.Team && people.Contains(row.UserId)).ToDictionaryAsync(row => row.UserId, row => row.Name, ct);
    }

    /// <summary>As they were called when Slack was last asked; what was long ago is asked for again, and nobody waits for that.</summary>
    private static async Task<Dictionary<string, string>> ChannelsAsync(IReadOnlyList<string> channels, Turn turn, CancellationToken ct)
    {
        if (channels.Count == 0)
            return [];
        var db = await turn.StoreAsync(ct);
        var rows = await db.Channels.AsNoTracking().Where(row => row.TeamId == turn.Team && channels.Contains(row.ChannelId)).ToListAsync(ct);
        foreach (var old in rows.Where(row => turn.Now - row.LookedUpAt > ChannelLookup.IsGoodFor))
            turn.Owe(new LookUpChannel(old.ChannelId));
        return rows.ToDictionary(row => row.ChannelId, row => row.Name);
    }
}
