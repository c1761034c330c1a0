namespace IncidentBot.Slack.WebApi;

/// <summary>The <c>usergroups.*</c> methods.</summary>
public interface IUserGroupsApi
{
    /// <summary>The ids of the people in a user group. Slack docs: usergroups.users.list.</summary>
    /// <param name="userGroup">The group's id (<c>S…</c>).</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<IReadOnlyList<string>> ListUsers(string userGroup, CancellationToken cancellationToken = default);
}
