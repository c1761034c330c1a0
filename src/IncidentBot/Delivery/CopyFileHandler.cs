using System.Globalization;
using IncidentBot.Messaging;
using IncidentBot.Slack.Requests;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;

namespace IncidentBot.Delivery;

/// <summary>
/// Copies a file with the bot's token. Slack is asked where it is now, because addresses change and files go; the copy is
/// named by what is in it, so that copying twice keeps it once. It is never made public.
/// </summary>
internal sealed class CopyFileHandler(ISlackApiClient slack, FileStore store) : IEffectHandler<CopyFile>
{
    private static readonly HashSet<string> Hosted = ["hosted", "snippet", "post", "email", "space", "quip"];

    public async Task<IReadOnlyList<Fact>> CarryOutAsync(CopyFile effect, Attempt attempt, CancellationToken ct)
    {
        var file = await slack.Files.Info(effect.FileId, ct);
        if (WhyNot(file) is { } reason)
            return [new FileNotCopied(effect.Number, effect.Entry, effect.FileId, reason)];
        long size = 0;
        var hash = await store.TakeInAsync(
            attempt.EffectId.ToString(CultureInfo.InvariantCulture),
            async to =>
            {
                size = await slack.Download(file.UrlPrivateDownload!, file.Mimetype ?? "", to, store.Largest, ct);
                if (file.Size > 0 && file.Size != size)
                    throw new SlackException("files.download", "size_differs");
            },
            ct);
        return [new FileCopied(effect.Number, effect.Entry, effect.FileId, hash, size)];
    }

    private string? WhyNot(SlackFile file) => file switch
    {
        { Mode: { } mode } when !Hosted.Contains(mode) => mode,
        { UrlPrivateDownload: null } => "no_download",
        _ when file.Size > store.Largest => "too_large",
        _ => null,
    };
}
