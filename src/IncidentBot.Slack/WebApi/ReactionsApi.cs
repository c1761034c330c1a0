using IncidentBot.Slack.Requests;

namespace IncidentBot.Slack.WebApi;

internal sealed class ReactionsApi(WebApiCaller slack) : IReactionsApi
{
    private static readonly WebMethod AddMethod = WebMethod.Write("reactions.add");
    private static readonly WebMethod RemoveMethod = WebMethod.Write("reactions.remove");
    private static readonly WebMethod GetMethod = WebMethod.FormRead("reactions.get");

    public Task AddToMessage(string name, string channelId, string ts, CancellationToken cancellationToken) =>
        slack.Call(AddMethod, On(name, channelId, ts), cancellationToken);

    public Task RemoveFromMessage(string name, string channelId, string ts, CancellationToken cancellationToken) =>
        slack.Call(RemoveMethod, On(name, channelId, ts), cancellationToken);

    public async Task<IReadOnlyList<Reaction>> OfMessage(string channelId, string ts, CancellationToken cancellationToken) =>
        (await slack.Call<ReactionsAnswer>(GetMethod, new Args().Add("channel", channelId).Add("timestamp", ts).Add("full", true), cancellationToken)).Message.Reactions;

    private static Args On(string name, string channelId, string ts) =>
        new Args().Add("name", name).Add("channel", channelId).Add("timestamp", ts);

    private sealed record ReactionsAnswer
    {
        public required Message Message { get; init; }
    }
}
