using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Roles;

/// <summary>One person in one role. The role's name is kept beside its key, so that an old incident reads the same under another configuration.</summary>
/// <param name="Key">The role's key.</param>
/// <param name="Name">What the role was called when it was given.</param>
/// <param name="User">Who holds it.</param>
public sealed record RoleHolder(string Key, string Name, UserId User);

/// <summary>Who holds which role, command apart, in the order it was given. Equal when the same people hold the same in the same order.</summary>
public sealed record RoleHolders
{
    private readonly ValueList<RoleHolder> holders;

    private RoleHolders(ValueList<RoleHolder> holders) => this.holders = holders;

    /// <summary>Nobody holds anything.</summary>
    public static RoleHolders Nobody { get; } = new([]);

    /// <summary>All of them.</summary>
    public IReadOnlyList<RoleHolder> All => holders;

    /// <summary>These.</summary>
    /// <param name="holders">In the order they were given.</param>
    public static RoleHolders Of(params IEnumerable<RoleHolder> holders) => new([.. holders]);

    /// <summary>Who holds that role.</summary>
    /// <param name="key">The role's key.</param>
    public IReadOnlyList<UserId> Of(string key) => [.. holders.Where(holder => holder.Key == key).Select(holder => holder.User)];

    /// <summary>With one more.</summary>
    /// <param name="role">The role.</param>
    /// <param name="user">Who holds it now; whoever held a role for one no longer does.</param>
    public RoleHolders With(Role role, UserId user) =>
        new([.. holders.Where(holder => role.IsForSeveral || holder.Key != role.Key), new RoleHolder(role.Key, role.Name, user)]);

    /// <summary>Without that person in that role.</summary>
    /// <param name="role">The role.</param>
    /// <param name="user">Who leaves it.</param>
    public RoleHolders Without(Role role, UserId user) => new([.. holders.Where(holder => holder.Key != role.Key || holder.User != user)]);

    /// <summary>Who holds what, by key and id.</summary>
    public override string ToString() => string.Join(' ', holders.Select(holder => $"{holder.Key}:{holder.User}"));
}
