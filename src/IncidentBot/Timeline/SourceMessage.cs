using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;
using IncidentBot.Slack.Requests;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Timeline;

/// <summary>
/// A message on which a shortcut was used. It came with the shortcut's own request, so it is exactly that message, even
/// where the bot is no member; a form remembers the stored request's number to find it again.
/// </summary>
internal sealed record SourceMessage(string Channel, Message Message)
{
    private const string Prefix = "source:";

    public static string Remember(long inboxId) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{inboxId}");

    public static async Task<SourceMessage?> FindAsync(string remembered, BotDbContext db, string team, CancellationToken ct)
    {
        if (!remembered.StartsWith(Prefix, StringComparison.Ordinal)
            || !long.TryParse(remembered.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return null;
        var row = await db.Inbox.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id && r.TeamId == team, ct);
        return row is not null && SlackRequestReader.Read(row.Kind, row.Body) is SlackReading.Understood { Request: MessageShortcut { ChannelId: { } channel } shortcut }
            ? new SourceMessage(channel, shortcut.Message)
            : null;
    }

    public TimelineEntry AsEntry(IncidentId incident, EntryKind kind, Turn turn) =>
        Captured.Entry(incident, kind, new MessageRef(new ChannelId(Channel), Message.Ts), Message.ThreadTs, Captured.AuthorOf(Message), Captured.TextOf(Message), turn.By, turn);
}

/// <summary>Makes a timeline entry of a message: its own time, its author, its link, and beside them who put it there.</summary>
internal static class Captured
{
    public static TimelineEntry Entry(IncidentId incident, EntryKind kind, MessageRef source, string? threadTs, string? author, string text, UserId by, Turn turn) =>
        new(incident, kind, text, HappenedAt.Exactly(SlackTs.ToTime(source.Ts)), turn.Now, by)
        {
            Author = author is null ? null : new UserId(author),
            Source = source,
            Permalink = turn.Workspace.Url.Length == 0 ? "" : Permalink.For(turn.Workspace.Url, source.Channel.Value, source.Ts, threadTs),
        };

    /// <summary>A person, or the bot that posted it.</summary>
    public static string? AuthorOf(Message message) => message.User ?? message.BotId;

    /// <summary>A message of files alone is named by them.</summary>
    public static string TextOf(Message message) => message.Text.Length > 0
        ? message.Text
        : string.Join(", ", message.Files.Select(file => $"📎 {file.Title ?? file.Name ?? file.Id}"));
}
