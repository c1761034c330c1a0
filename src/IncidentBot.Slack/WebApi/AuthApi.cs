namespace IncidentBot.Slack.WebApi;

internal sealed class AuthApi(WebApiCaller slack) : IAuthApi
{
    private static readonly WebMethod TestMethod = WebMethod.JsonRead("auth.test");

    public Task<AuthTestResponse> Test(CancellationToken cancellationToken) =>
        slack.Call<AuthTestResponse>(TestMethod, new Args(), cancellationToken);
}
