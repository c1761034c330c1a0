using IncidentBot.Configuration;
using IncidentBot.Storage;
using IncidentBot.Wording.Languages;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Messaging;

/// <summary>In which language people read, as far as Slack was asked for them; who is not known yet reads the workspace's.</summary>
internal sealed class Readers(BotDbContext db, string team, LanguageOptions options)
{
    private readonly Dictionary<string, PersonRow?> known = [];

    /// <summary>Learns of several people in one go.</summary>
    public async Task LookAheadAsync(IReadOnlyCollection<string> users, CancellationToken ct)
    {
        if (!options.IsPersons || users.Count == 0)
            return;
        foreach (var user in users)
            known[user] = null;
        foreach (var row in await db.People.Where(row => row.TeamId == team && users.Contains(row.UserId)).ToListAsync(ct))
            known[row.UserId] = row;
    }

    public async Task<Language> LanguageOfAsync(string user, CancellationToken ct)
    {
        if (!options.IsPersons)
            return options.Workspace;
        if (!known.ContainsKey(user))
            await LookAheadAsync([user], ct);
        return options.Of(known[user]?.Locale);
    }

    /// <summary>Whether Slack has to be asked how they read and who they are, because nobody did, or not lately.</summary>
    public bool AreUnknown(string user, DateTimeOffset now) =>
        options.IsPersons && known.TryGetValue(user, out var row) && (row is null || now - row.LookedUpAt > PersonLookup.ZoneIsGoodFor);

    /// <summary>The language somebody reads, asked outside a turn.</summary>
    public static Task<Language> LanguageOfAsync(BotDbContext db, string team, string user, LanguageOptions options, CancellationToken ct) =>
        new Readers(db, team, options).LanguageOfAsync(user, ct);
}
