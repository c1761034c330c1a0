namespace IncidentBot.Slack.WebApi;

internal sealed class UserGroupsApi(WebApiCaller slack) : IUserGroupsApi
{
    private static readonly WebMethod ListUsersMethod = WebMethod.FormRead("usergroups.users.list");

    public async Task<IReadOnlyList<string>> ListUsers(string userGroup, CancellationToken cancellationToken) =>
        (await slack.Call<UsersAnswer>(ListUsersMethod, new Args().Add("usergroup", userGroup), cancellationToken)).Users;

    private sealed record UsersAnswer
    {
        public required IReadOnlyList<string> Users { get; init; }
    }
}
