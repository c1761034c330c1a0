using IncidentBot.Slack.Requests;

namespace IncidentBot.Slack.WebApi;

internal sealed class FilesApi(WebApiCaller slack) : IFilesApi
{
    private static readonly WebMethod InfoMethod = WebMethod.FormRead("files.info");
    private static readonly WebMethod TicketMethod = new("files.getUploadURLExternal", TakesJson: false, IsRead: false);
    private static readonly WebMethod CompleteMethod = WebMethod.Write("files.completeUploadExternal");

    public async Task<SlackFile> Info(string fileId, CancellationToken cancellationToken) =>
        (await slack.Call<FileAnswer>(InfoMethod, new Args().Add("file", fileId), cancellationToken)).File;

    public Task<UploadTicket> GetUploadUrlExternal(string fileName, int length, CancellationToken cancellationToken) =>
        slack.Call<UploadTicket>(TicketMethod, new Args().Add("filename", fileName).Add("length", length), cancellationToken);

    public Task CompleteUploadExternal(string fileId, string title, string channelId, string initialComment, CancellationToken cancellationToken) =>
        slack.Call(
            CompleteMethod,
            new Args().AddObject("files", new[] { new Uploaded(fileId, title) }).Add("channel_id", channelId).Add("initial_comment", initialComment),
            cancellationToken);

    private sealed record FileAnswer
    {
        public required SlackFile File { get; init; }
    }

    private sealed record Uploaded(string Id, string Title);
}
