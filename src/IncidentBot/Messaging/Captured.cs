using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Requests;
using IncidentBot.Slack.WebApi;
using IncidentBot.Wording;

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
        };

    /// <summary>A user, or the name of the program that posted without being one.</summary>
    public static Writer WriterOf(Message message) => message.User is { } user
        ? new Writer(user, "")
        : new Writer(null, message.Username ?? message.BotProfile?.Name ?? "a program");

    /// <summary>A message of files alone is named by them, a monitor's post by what its attachment says. Nobody is rung for again.</summary>
    public static string TextOf(Message message)
    {
        if (message.Text.Length > 0)
            return PeoplesWords.Harmless(message.Text);
        if (message.Files.Count > 0)
            return string.Join(", ", message.Files.Select(file => $"📎 {Mrkdwn.Escape(file.Title ?? file.Name ?? file.Id)}"));
        return message.Attachments.Select(PlainWords).FirstOrDefault(words => words.Length > 0) ?? "(a message without text)";
    }

    private static string PlainWords(MessageAttachment attachment) =>
        PeoplesWords.Harmless(new[] { attachment.Fallback, attachment.Title, attachment.Text }.FirstOrDefault(words => !string.IsNullOrEmpty(words)) ?? "");
}

/// <summary>Who wrote a message: a user by id, or a program by name (Slack docs: bot_message).</summary>
internal sealed record Writer(string? User, string Name);
