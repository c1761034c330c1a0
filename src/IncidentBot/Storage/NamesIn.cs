using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Storage;

/// <summary>Who and which channels are named in texts.</summary>
internal static class NamesIn
{
    /// <summary>More than these are named in no texts of one entry.</summary>
    private const int Most = 100;

    /// <summary>Those of a workspace whose names stand in them, by id. It goes through all that are known, once, where a redaction goes through more.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> NamesInAsync(this BotDbContext db, string team, IEnumerable<string> texts, CancellationToken ct)
    {
        var text = string.Join('\n', texts);
        var names = new Dictionary<string, string>();
        if (text.Contains('@', StringComparison.Ordinal))
        {
            foreach (var person in await db.People.Where(row => row.TeamId == team && row.Name != "" && text.Contains("@" + row.Name)).Select(row => new { row.UserId, row.Name }).Take(Most).ToListAsync(ct))
                names[person.UserId] = person.Name;
        }
        if (text.Contains('#', StringComparison.Ordinal))
        {
            foreach (var channel in await db.Channels.Where(row => row.TeamId == team && row.Name != "" && text.Contains("#" + row.Name)).Select(row => new { row.ChannelId, row.Name }).Take(Most).ToListAsync(ct))
                names[channel.ChannelId] = channel.Name;
        }
        return names;
    }
}
