using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Slack.Requests;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Messaging;

/// <summary>Makes a timeline entry of a message: its own time, its author, its link, and beside them who put it there.</summary>
internal static class Captured
{
    public static TimelineEntry Entry(IncidentId incident, EntryKind kind, MessageRef source, string? threadTs, Writer writer, string text, UserId by, Turn turn) =>
        new(incident, kind, text, HappenedAt.Exactly(SlackTs.ToTime(source.Ts)), turn.Now, by)
        {
            Author = writer.User is null ? null : new UserId(writer.User),
            AuthorName = writer.Name,
            Source = source,
            Permalink = turn.Workspace.Url.Length == 0 ? "" : Permalink.For(turn.Workspace.Url, source.Channel.Value, source.Ts, threadTs),
            Capturers = Capturers.Of(by),
        };

    /// <summary>A user, or the name of the program that posted without being one.</summary>
    public static Writer WriterOf(Message message) => message.User is { } user
        ? new Writer(user, "")
        : new Writer(null, message.Username ?? message.BotProfile?.Name ?? Speak("a program"));

    /// <summary>Its files, none of them copied yet.</summary>
    public static EntryFiles FilesOf(Message message) =>
        EntryFiles.Of(message.Files.Select(file => new EntryFile(file.Id, file.Title ?? file.Name ?? file.Id, file.Size, FileFate.Awaited)));

    /// <summary>When its words were last changed, by Slack's clock; null when never.</summary>
    public static DateTimeOffset? EditedAt(Message message) =>
        message.Edited is { Ts: var ts } && SlackTs.IsValid(ts) ? SlackTs.ToTime(ts) : null;
}

/// <summary>Who wrote a message: a user by id, or a program by name (Slack docs: bot_message).</summary>
internal sealed record Writer(string? User, string Name);
