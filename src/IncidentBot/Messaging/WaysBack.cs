using IncidentBot.Slack.Requests;
using IncidentBot.Storage;

namespace IncidentBot.Messaging;

/// <summary>How whoever made a stored request is answered.</summary>
internal static class WaysBack
{
    private static readonly TimeSpan ResponseUrlLives = TimeSpan.FromMinutes(30);

    /// <summary>The request as it was stored; null where it cannot be read.</summary>
    public static SlackRequest? Read(InboxRow row) => (SlackRequestReader.Read(row.Kind, row.Body) as SlackReading.Understood)?.Request;

    public static ReplyTo? To(InboxRow row) => Read(row) is { } request ? To(request, row) : null;

    public static ReplyTo? To(SlackRequest request, InboxRow row)
    {
        if (request.UserId is not { } user)
            return null;
        var closes = row.ReceivedAt + ResponseUrlLives;
        return request switch
        {
            SlashCommand command => new ReplyTo(user, command.ChannelId, command.ResponseUrl, closes, InPlace: false),
            BlockActionRequest action => new ReplyTo(user, action.ChannelId, action.ResponseUrl, closes, action.Container.IsEphemeral),
            MessageShortcut shortcut => new ReplyTo(user, shortcut.ChannelId, shortcut.ResponseUrl, closes, InPlace: false),
            _ => new ReplyTo(user, request.ChannelId, null, closes, InPlace: false),
        };
    }
}
