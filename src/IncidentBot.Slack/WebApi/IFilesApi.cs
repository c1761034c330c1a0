using IncidentBot.Slack.Requests;

namespace IncidentBot.Slack.WebApi;

/// <summary>The <c>files.*</c> methods.</summary>
public interface IFilesApi
{
    /// <summary>What a file is, and where it can be downloaded now. Slack docs: files.info.</summary>
    /// <param name="fileId">The file (F…).</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<SlackFile> Info(string fileId, CancellationToken cancellationToken = default);

    /// <summary>Begins an upload: the bytes go to the ticket's address, then it is completed. Slack docs: files.getUploadURLExternal.</summary>
    /// <param name="fileName">Its name.</param>
    /// <param name="length">Its size in bytes; more than 0.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<UploadTicket> GetUploadUrlExternal(string fileName, int length, CancellationToken cancellationToken = default);

    /// <summary>Shares an uploaded file, once, in one conversation the bot is in. Slack docs: files.completeUploadExternal.</summary>
    /// <param name="fileId">The file of the ticket.</param>
    /// <param name="title">The title people see.</param>
    /// <param name="channelId">The conversation.</param>
    /// <param name="initialComment">The message it comes with, as mrkdwn.</param>
    /// <param name="cancellationToken">Gives up waiting; it may be shared all the same.</param>
    Task CompleteUploadExternal(string fileId, string title, string channelId, string initialComment, CancellationToken cancellationToken = default);
}

/// <summary>Where the bytes of an upload go, and which file they become.</summary>
public sealed record UploadTicket
{
    /// <summary>The address; it is its own permission.</summary>
    public required string UploadUrl { get; init; }

    /// <summary>The file's id (F…).</summary>
    public required string FileId { get; init; }

    /// <inheritdoc/>
    public override string ToString() => $"upload of {FileId}";
}
