using IncidentBot.Domain.Timeline;
using IncidentBot.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Evidence;

/// <summary>Writes an incident's whole timeline, every version with its proof, line by line.</summary>
internal static class BundleWriter
{
    /// <summary>Writes the bundle as the store shows it at one moment.</summary>
    /// <param name="db">The store.</param>
    /// <param name="number">The incident's number.</param>
    /// <param name="now">When.</param>
    /// <param name="to">Takes the lines.</param>
    /// <param name="ct">Gives up.</param>
    /// <param name="copies">Takes the hashes of the copies of files, where they are wanted too.</param>
    /// <param name="most">How many bytes at most; what would be longer is left off in the middle.</param>
    /// <returns>Whether it was written whole: there is such an incident, and its timeline is not longer than that.</returns>
    public static async Task<bool> WriteAsync(BotDbContext db, int number, DateTimeOffset now, Stream to, CancellationToken ct, ISet<string>? copies = null, long most = long.MaxValue)
    {
        await db.Database.OpenConnectionAsync(ct);
        // Deferred, so that it only reads: the bot goes on writing meanwhile.
        await using var moment = ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true);
        await db.Database.UseTransactionAsync(moment, ct);
        try
        {
            return await WriteAtThatMomentAsync(db, number, now, to, copies, most, ct);
        }
        finally
        {
            // Whoever asked goes on with the same context.
            await db.Database.UseTransactionAsync(null, CancellationToken.None);
        }
    }

    private static async Task<bool> WriteAtThatMomentAsync(BotDbContext db, int number, DateTimeOffset now, Stream to, ISet<string>? copies, long most, CancellationToken ct)
    {
        if (await db.Incidents.AsNoTracking().Where(row => row.Number == number).OrderBy(row => row.TeamId).FirstOrDefaultAsync(ct) is not { } incident)
            return false;
        await to.WriteAsync(BundleJson.Line(Header(incident, now, await db.NamesOnAsync(incident.TeamId, number, ct))), ct);
        var versions =
            from version in db.TimelineVersions.AsNoTracking()
            where version.TeamId == incident.TeamId && version.Number == number
            join entry in db.Timeline.AsNoTracking()
                on new { version.TeamId, version.Number, version.Entry } equals new { entry.TeamId, entry.Number, entry.Entry }
            orderby version.Sequence
            select new { version, entry };
        var written = 0L;
        await foreach (var row in versions.AsAsyncEnumerable().WithCancellation(ct))
        {
            var chained = row.version.ToChained(EntryOrigin.Of(row.entry.ToDomain()));
            var line = BundleJson.Line(BundleVersion.Of(chained));
            if ((written += line.Length) > most)
                return false;
            await to.WriteAsync(line, ct);
            copies?.UnionWith(chained.Version.Files.All.Where(file => file.Hash.Length > 0).Select(file => file.Hash));
        }
        return true;
    }

    private static BundleHeader Header(IncidentRow incident, DateTimeOffset now, IDictionary<string, string> people) => new()
    {
        Format = BundleHeader.Name,
        FormatVersion = BundleHeader.Current,
        Team = incident.TeamId,
        Incident = incident.Number,
        Versions = incident.LastSequence,
        Head = Convert.ToHexStringLower(incident.ChainHead),
        ExportedAt = now,
        People = new SortedDictionary<string, string>(people, StringComparer.Ordinal),
        About = new BundleIncident(incident.Title, incident.SeverityKey, incident.StatusKey, incident.DeclaredAt, incident.ResolvedAt, incident.ClosedAt),
    };
}
