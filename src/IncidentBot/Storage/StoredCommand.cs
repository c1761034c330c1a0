using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Roles;

namespace IncidentBot.Storage;

/// <summary>Somebody in a role, as stored.</summary>
internal sealed record StoredHolder(string Key, string Name, string User)
{
    public static StoredHolder[]? Of(RoleHolders holders) =>
        holders.All.Count == 0 ? null : [.. holders.All.Select(holder => new StoredHolder(holder.Key, holder.Name, holder.User.Value))];

    public static RoleHolders Read(IEnumerable<StoredHolder>? stored) =>
        stored is null ? RoleHolders.Nobody : RoleHolders.Of(stored.Select(holder => new RoleHolder(holder.Key, holder.Name, new UserId(holder.User))));
}

/// <summary>A link of the chain of command, as stored; nobody where there is no holder.</summary>
internal sealed record StoredLink(string? Holder, DateTimeOffset From, DateTimeOffset? Until)
{
    public static StoredLink[]? Of(Custody custody) =>
        custody.Links.Count == 0 ? null : [.. custody.Links.Select(link => new StoredLink(link.Holder?.Value, link.From, link.Until))];

    public static Custody Read(IEnumerable<StoredLink>? stored) =>
        stored is null ? Custody.None : Custody.Of(stored.Select(link => new CustodyLink(link.Holder is { } holder ? new UserId(holder) : null, link.From, link.Until)));
}

/// <summary>An offer of command, as stored.</summary>
internal sealed record StoredOffer(string To, string By, DateTimeOffset At, DateTimeOffset Until)
{
    public static StoredOffer? Of(CommandOffer? offer) => offer is null ? null : new StoredOffer(offer.To.Value, offer.By.Value, offer.At, offer.Until);

    public CommandOffer Read() => new(new UserId(To), new UserId(By), At, Until);
}

/// <summary>A group being asked, as stored.</summary>
internal sealed record StoredSearch(string Group, DateTimeOffset Since, string[] Left, bool IsLooking, bool IsOver)
{
    public static StoredSearch? Of(CommandSearch? search) =>
        search is null ? null : new StoredSearch(search.Group, search.Since, [.. search.Left.People.Select(user => user.Value)], search.IsLooking, search.IsOver);

    public CommandSearch Read() => new(Group, Since) { Left = Roster.Of(Left.Select(user => new UserId(user))), IsLooking = IsLooking, IsOver = IsOver };
}
