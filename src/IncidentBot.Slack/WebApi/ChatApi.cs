namespace IncidentBot.Slack.WebApi;

internal sealed class ChatApi(WebApiCaller slack) : IChatApi
{
    private static readonly WebMethod PostMessageMethod = WebMethod.Write("chat.postMessage");
    private static readonly WebMethod UpdateMethod = WebMethod.Write("chat.update");
    private static readonly WebMethod PostEphemeralMethod = WebMethod.Write("chat.postEphemeral");
    private static readonly WebMethod DeleteMethod = WebMethod.Write("chat.delete");
    private static readonly WebMethod GetPermalinkMethod = WebMethod.FormRead("chat.getPermalink");

    public Task<PostMessageResponse> PostMessage(OutgoingMessage message, CancellationToken cancellationToken)
    {
        var args = Content(message).Add("unfurl_links", message.UnfurlLinks).Add("unfurl_media", message.UnfurlMedia)
            .AddObject("metadata", message.Metadata);
        if (message.ReplyBroadcast) args.Add("reply_broadcast", true);
        return slack.Call<PostMessageResponse>(PostMessageMethod, args, cancellationToken);
    }

    public Task<MessageUpdateResponse> Update(MessageUpdate messageUpdate, CancellationToken cancellationToken) =>
        slack.Call<MessageUpdateResponse>(
            UpdateMethod,
            new Args().Add("channel", messageUpdate.ChannelId).Add("ts", messageUpdate.Ts).Add("text", messageUpdate.Text)
                .AddObject("blocks", messageUpdate.Blocks).AddObject("metadata", messageUpdate.Metadata),
            cancellationToken);

    public Task<PostEphemeralResponse> PostEphemeral(string userId, OutgoingMessage message, CancellationToken cancellationToken) =>
        slack.Call<PostEphemeralResponse>(PostEphemeralMethod, Content(message).Add("user", userId), cancellationToken);

    public Task Delete(string ts, string channelId, CancellationToken cancellationToken) =>
        slack.Call(DeleteMethod, new Args().Add("channel", channelId).Add("ts", ts), cancellationToken);

    public Task<PermalinkResponse> GetPermalink(string channelId, string messageTs, CancellationToken cancellationToken) =>
        slack.Call<PermalinkResponse>(
            GetPermalinkMethod, new Args().Add("channel", channelId).Add("message_ts", messageTs), cancellationToken);

    private static Args Content(OutgoingMessage message) =>
        new Args().Add("channel", message.Channel).Add("text", message.Text).AddObject("blocks", message.Blocks)
            .Add("thread_ts", message.ThreadTs);
}
