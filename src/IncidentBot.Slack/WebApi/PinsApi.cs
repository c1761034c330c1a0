using IncidentBot.Slack.Requests;

namespace IncidentBot.Slack.WebApi;

internal sealed class PinsApi(WebApiCaller slack) : IPinsApi
{
    private static readonly WebMethod AddMethod = WebMethod.Write("pins.add");
    private static readonly WebMethod RemoveMethod = WebMethod.Write("pins.remove");
    private static readonly WebMethod ListMethod = WebMethod.FormRead("pins.list");

    public Task AddMessage(string channelId, string ts, CancellationToken cancellationToken) =>
        slack.Call(AddMethod, new Args().Add("channel", channelId).Add("timestamp", ts), cancellationToken);

    public Task RemoveMessage(string channelId, string ts, CancellationToken cancellationToken) =>
        slack.Call(RemoveMethod, new Args().Add("channel", channelId).Add("timestamp", ts), cancellationToken);

    public async Task<IReadOnlyList<PinnedItem>> List(string channelId, CancellationToken cancellationToken) =>
        (await slack.Call<PinsAnswer>(ListMethod, new Args().Add("channel", channelId), cancellationToken)).Items;

    private sealed record PinsAnswer
    {
        public required IReadOnlyList<PinnedItem> Items { get; init; }
    }
}
