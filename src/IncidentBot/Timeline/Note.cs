using IncidentBot.Delivery;
using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;
using IncidentBot.Wording;

namespace IncidentBot.Timeline;

/// <summary><c>/incident note 14:05 fix: cache restarted</c> — puts a line on the timeline, at a time of the writer's own zone where one is given.</summary>
internal sealed class Note : ISubcommand
{
    public Usage Usage => new("note", "[14:05|sometime] [kind:] <text>", "Put a line on the timeline", Where.InIncident);

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (await turn.FindIncidentAsync(line.Number, ct) is not { } incident)
        {
            turn.Answer(Replies.NoIncidentHere(Usage, line.Number), "no incident here");
            return;
        }
        if (line.Rest.Length == 0)
        {
            turn.Ask(new Question("Note", "What happened?", "Begin with a time such as 14:05 if it was earlier.", Multiline: true), line with { Number = incident.Id.Number });
            return;
        }
        var (first, rest) = NoteTime.SplitTime(line.Rest);
        var zone = TimeZoneInfo.Utc;
        if (NoteTime.NeedsZone(first))
        {
            if (await turn.ZoneOrWaitAsync(ct) is not { } writers)
                return;
            zone = writers;
        }
        var happened = NoteTime.Read(first, turn.Now, zone);
        if (happened is null && NoteTime.LooksLikeTime(first))
        {
            turn.Answer(Replies.NotUnderstood($"`{Slack.Blocks.Mrkdwn.Escape(first)}` looks like a time I cannot read. Write 14:05, 2:05pm or sometime. Nothing was noted.", Usage), "not understood");
            return;
        }
        var (kind, text) = KindAndText(happened is null ? line.Rest : rest);
        if (text.Length == 0)
        {
            turn.Answer(Replies.NotUnderstood("Say what happened.", Usage), "not understood");
            return;
        }
        var entry = new TimelineEntry(incident.Id, kind, text, happened ?? HappenedAt.Exactly(turn.Now), turn.Now, turn.By) { Author = turn.By };
        turn.Record(entry);
        if (incident is { Channel: { } channel, Card: { } card })
            turn.Owe(new PostMessage(channel.Value, card.Ts, NoteReplies.InThread(entry)));
        turn.Answer(NoteReplies.Noted(entry), "recorded");
    }

    /// <summary><c>fix: cache restarted</c> is a fix; without such a word it is a note.</summary>
    private static (EntryKind Kind, string Text) KindAndText(string words)
    {
        var colon = words.IndexOf(':', StringComparison.Ordinal);
        return colon is > 0 and < 20 && KindWords.Read(words[..colon]) is { } kind
            ? (kind, PeoplesWords.Harmless(words[(colon + 1)..]))
            : (EntryKind.Note, PeoplesWords.Harmless(words));
    }
}

internal static class NoteReplies
{
    public static MessageContent Noted(TimelineEntry entry) =>
        MessageContent.Plain($"On the timeline: {TimelineWords.When(entry)} {KindWords.Emoji(entry.Kind)} {KindWords.Word(entry.Kind)}: {Slack.Blocks.Mrkdwn.Truncate(entry.Text, IncidentWords.LongestQuote)}{AsGiven(entry)}");

    /// <summary>Everybody sees what was added, without a new post in the channel.</summary>
    public static MessageContent InThread(TimelineEntry entry) =>
        MessageContent.Plain($"{KindWords.Emoji(entry.Kind)} {TimelineWords.When(entry)} {Slack.Blocks.Mrkdwn.Truncate(entry.Text, IncidentWords.LongestQuote)} (noted by {IncidentWords.Person(entry.RecordedBy)})");

    private static string AsGiven(TimelineEntry entry) => entry.Happened switch
    {
        { Precision: TimePrecision.Minute, AsGiven: var given } => $"\n{given}",
        { Precision: TimePrecision.Unknown } => "\nIts time is unknown; it stands where it was added.",
        _ => "",
    };
}
