using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Roles;

/// <summary>From when on somebody, or nobody, commands.</summary>
/// <param name="Holder">Who; null for nobody.</param>
/// <param name="From">Since when.</param>
/// <param name="Until">When the incident was over, where it was reopened since; else it lasts until the next one.</param>
public sealed record CustodyLink(UserId? Holder, DateTimeOffset From, DateTimeOffset? Until = null);

/// <summary>A time in which one person, or nobody, commanded a live incident.</summary>
/// <param name="Holder">Who; null for nobody.</param>
/// <param name="From">Since when.</param>
/// <param name="Until">Until when; the present where it still lasts.</param>
public sealed record CustodyStretch(UserId? Holder, DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>How long that is.</summary>
    public TimeSpan Length => Until - From;
}

/// <summary>The chain of command: who had it from when on. Equal when the links are.</summary>
public sealed record Custody
{
    private readonly ValueList<CustodyLink> links;

    private Custody(ValueList<CustodyLink> links) => this.links = links;

    /// <summary>Nobody has ever commanded.</summary>
    public static Custody None { get; } = new([]);

    /// <summary>Its links, the first first; before the first nobody commanded.</summary>
    public IReadOnlyList<CustodyLink> Links => links;

    /// <summary>These links.</summary>
    /// <param name="links">The first first.</param>
    public static Custody Of(params IEnumerable<CustodyLink> links) => new([.. links]);

    /// <summary>With one link more; one that comes late begins where the last one does.</summary>
    /// <param name="holder">Who commands from then on; null for nobody.</param>
    /// <param name="from">Since when.</param>
    public Custody With(UserId? holder, DateTimeOffset from) =>
        new([.. links, new CustodyLink(holder, links is [.., var last] && last.From > from ? last.From : from)]);

    /// <summary>Goes on where an incident that was over is live again: the time between is nobody's.</summary>
    /// <param name="incident">The incident as it was, over.</param>
    /// <param name="now">When it is live again.</param>
    public static Custody Resumed(Incident incident, DateTimeOffset now)
    {
        ValueList<CustodyLink> links = incident.Custody.links.Count == 0 ? [new CustodyLink(null, incident.DeclaredAt)] : incident.Custody.links;
        return new([.. links.SkipLast(1), links[^1] with { Until = incident.EndedAt ?? now }, new CustodyLink(incident.Commander, now)]);
    }

    /// <summary>When it was last made live again; null where it never was over.</summary>
    /// <param name="incident">The incident.</param>
    public static DateTimeOffset? ResumedAt(Incident incident)
    {
        var links = incident.Custody.links;
        for (var i = links.Count - 1; i > 0; i--)
        {
            if (links[i - 1].Until is not null)
                return links[i].From;
        }
        return null;
    }

    /// <summary>Who commanded when, from declaring on, while the incident was live.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="now">The present.</param>
    public static IReadOnlyList<CustodyStretch> Stretches(Incident incident, DateTimeOffset now)
    {
        var links = incident.Custody.links;
        if (links is not [var first, ..] || first.From > incident.DeclaredAt)
            links = [new CustodyLink(null, incident.DeclaredAt), .. links];
        return [.. links.Select((link, i) => new CustodyStretch(link.Holder, link.From, link.Until ?? (i + 1 < links.Count ? links[i + 1].From : incident.EndedAt ?? now)))];
    }

    /// <summary>How long nobody commanded while it was live.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="now">The present.</param>
    public static TimeSpan Gap(Incident incident, DateTimeOffset now) =>
        Stretches(incident, now).Where(stretch => stretch.Holder is null).Aggregate(TimeSpan.Zero, (sum, stretch) => sum + stretch.Length);

    /// <summary>Since when nobody commands; null while somebody does.</summary>
    /// <param name="incident">The incident.</param>
    public static DateTimeOffset? FreeSince(Incident incident) =>
        incident.Commander is not null ? null : incident.Custody.links is [.., var last] ? last.From : incident.DeclaredAt;

    /// <summary>Who had it from when on.</summary>
    public override string ToString() => string.Join(" → ", links.Select(link => $"{link.Holder?.ToString() ?? "nobody"} {link.From:O}"));
}
