using System.Diagnostics.CodeAnalysis;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Teams;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage;

/// <summary>What a person wants to hear of directly.</summary>
internal sealed class SubscriptionRow
{
    /// <summary>Every incident.</summary>
    public const string Everything = "all";

    public const string TeamPrefix = "team:";
    public const string ServicePrefix = "service:";

    /// <summary>More than these of one person are not kept.</summary>
    public const int MostOfOne = 50;

    public required string TeamId { get; init; }

    public required string UserId { get; init; }

    /// <summary>Which incidents, as <see cref="OfIncident"/>, <see cref="OfSeverity"/> or <see cref="Everything"/> spell it.</summary>
    public required string Rule { get; init; }

    public static string OfIncident(int number) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"#{number}");

    /// <summary>Incidents at least as bad as that.</summary>
    public static string OfSeverity(Severity severity) => $"sev:{severity.Key}";

    /// <summary>Incidents that team is involved in.</summary>
    public static string OfTeam(Team team) => $"{TeamPrefix}{team.Key}";

    /// <summary>Incidents that affect that service.</summary>
    public static string OfService(Service service) => $"{ServicePrefix}{service.Key}";
}

internal sealed class SubscriptionTable : IEntityTypeConfiguration<SubscriptionRow>
{
    public void Configure(EntityTypeBuilder<SubscriptionRow> builder)
    {
        builder.ToTable("subscriptions");
        builder.HasKey(row => new { row.TeamId, row.UserId, row.Rule });
        builder.HasIndex(row => new { row.TeamId, row.Rule, row.UserId });
    }
}

internal static class SubscriptionQueries
{
    /// <summary>More people than these subscribed to no single incident.</summary>
    private const int MostMoved = 5_000;

    /// <summary>What that person wants to hear of.</summary>
    public static Task<List<SubscriptionRow>> OfAsync(this DbSet<SubscriptionRow> subscriptions, string team, string user, CancellationToken ct) =>
        subscriptions.Where(row => row.TeamId == team && row.UserId == user).OrderBy(row => row.Rule).Take(SubscriptionRow.MostOfOne).ToListAsync(ct);

    /// <summary>Whoever subscribed to an incident that turned out to be another subscribed to that one.</summary>
    public static async Task GoOnAsync(this DbSet<SubscriptionRow> subscriptions, string team, int from, int to, CancellationToken ct)
    {
        var (before, after) = (SubscriptionRow.OfIncident(from), SubscriptionRow.OfIncident(to));
        var both = await subscriptions.Where(row => row.TeamId == team && (row.Rule == before || row.Rule == after)).Take(MostMoved).ToListAsync(ct);
        foreach (var row in both.Where(row => row.Rule == before))
        {
            subscriptions.Remove(row);
            if (!both.Exists(other => other.Rule == after && other.UserId == row.UserId))
                subscriptions.Add(new SubscriptionRow { TeamId = team, UserId = row.UserId, Rule = after });
        }
    }

    /// <summary>Some of those any of these rules reaches, each once, in the order of their ids, after that one.</summary>
    [SuppressMessage("Globalization", "CA1309", Justification = "The database compares, byte by byte.")]
    public static Task<List<string>> ReachedAsync(this DbSet<SubscriptionRow> subscriptions, string team, string[] rules, string after, int most, CancellationToken ct) =>
        subscriptions.Where(row => row.TeamId == team && EF.Parameter(rules).Contains(row.Rule) && string.Compare(row.UserId, after) > 0)
            .Select(row => row.UserId).Distinct().OrderBy(user => user).Take(most).ToListAsync(ct);
}
