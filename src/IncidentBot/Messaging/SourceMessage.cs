using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Slack.Requests;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Messaging;

/// <summary>
/// A message on which a shortcut was used. It came with the shortcut's own request, so it is exactly that message, even
/// where the bot is no member; a form remembers the stored request's number to find it again. Only the person who used
/// the shortcut gets at it: nobody else may have been able to read the message.
/// </summary>
internal sealed record SourceMessage(string Channel, Message Message)
{
    private const string Prefix = "source:";

    public static string Remember(long inboxId) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{inboxId}");

    public static async Task<SourceMessage?> FindAsync(string remembered, BotDbContext db, string team, string asker, CancellationToken ct)
    {
        if (!remembered.StartsWith(Prefix, StringComparison.Ordinal)
            || !long.TryParse(remembered.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return null;
        var row = await db.Inbox.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.TeamId == team, ct);
        return row is not null && SlackRequestReader.Read(row.Kind, row.Body) is SlackReading.Understood { Request: MessageShortcut { ChannelId: { } channel } shortcut }
            && shortcut.UserId == asker
            ? new SourceMessage(channel, shortcut.Message)
            : null;
    }

    /// <summary>The message as an entry, with its words made readable.</summary>
    public TimelineEntry AsEntry(IncidentId incident, EntryKind kind, string text, Turn turn) =>
        Captured.Entry(incident, kind, new MessageRef(new ChannelId(Channel), Message.Ts), Message.ThreadTs, Captured.WriterOf(Message), text, turn.By, turn) with
        {
            SourceEditedAt = Captured.EditedAt(Message),
            Files = Captured.FilesOf(Message),
        };
}
