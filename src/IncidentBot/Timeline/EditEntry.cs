using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;
using IncidentBot.Wording;

namespace IncidentBot.Timeline;

/// <summary>
/// <c>/incident edit 12 text …</c>, <c>time …</c>, <c>kind …</c>, <c>hide</c>, <c>show</c> — corrects an entry; every
/// version stays in the history. Without more, the entry is shown with everything that can be done to it.
/// </summary>
internal sealed class EditEntry : ISubcommand
{
    private const string WhyLine = "why:";

    public Usage Usage => new("edit", "<entry> text|time|kind|hide|show […]", Unspoken("Correct, hide or show a timeline entry"), Where.InIncident);

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        var (number, rest) = CommandLine.SplitFirst(line.Rest);
        if (await turn.EntryAsync(line, number, Usage, ct) is var (incident, entry))
            await ActAsync(incident, entry, rest, line, turn, ct);
    }

    private async Task ActAsync(Incident incident, TimelineEntry entry, string rest, CommandLine line, Turn turn, CancellationToken ct)
    {
        var (word, after) = CommandLine.SplitFirst(rest);
        var here = line with { Number = incident.Id.Number };
        switch (word.ToLowerInvariant())
        {
            case "":
                turn.Answer(EntryCard.Of(incident, entry), "shown");
                break;
            case "text" when entry.Number == incident.LastUpdate?.Entry:
                turn.Refuse(EntryReplies.IsTheUpdate(incident, TextAndWhy(after).Text), "it is the update");
                break;
            case "text" when after.Length == 0:
                turn.Ask(new Question(Speak($"Entry {entry.Number}"), Speak("What should it say?"), Speak("The words it has now stay in the history."), Multiline: true) { WordsOf = entry.Number }, here);
                break;
            case "text":
                var (text, why) = TextAndWhy(after);
                await Correcting.ConcludeAsync(incident, entry, Correct(turn, why).Reword(entry, text), turn, ct);
                break;
            case "time" when after.Length == 0:
                turn.Ask(new Question(Speak($"Entry {entry.Number}"), Speak("When did it happen?"), Speak("Such as 14:05, 25m ago, yesterday 21:30 or sometime; behind it, if you like, why."), Multiline: false), here);
                break;
            case "time":
                await RetimeAsync(incident, entry, after, turn, ct);
                break;
            case "kind":
                await RekindAsync(incident, entry, after, turn, ct);
                break;
            case "hide":
                await Correcting.ConcludeAsync(incident, entry, Correct(turn, after).Hide(entry), turn, ct);
                break;
            case "show":
                await Correcting.ConcludeAsync(incident, entry, Correct(turn, after).Show(entry), turn, ct);
                break;
            default:
                turn.NotUnderstood(Speak("Say what to change: `text`, `time`, `kind`, `hide` or `show`. Nothing was changed."), Usage);
                break;
        }
    }

    private async Task RetimeAsync(Incident incident, TimelineEntry entry, string words, Turn turn, CancellationToken ct)
    {
        switch (await NotedTime.ReadAsync(words, turn, ct))
        {
            case null:
                break;
            case TimeReading.Timed timed:
                await Correcting.ConcludeAsync(incident, entry, Correct(turn, timed.Rest).Retime(entry, timed.Happened), turn, ct, NoteReplies.Taken(timed));
                break;
            case TimeReading.Doubtful doubtful:
                turn.NotUnderstood(Speak($"{NoteReplies.Doubt(doubtful)} Nothing was changed."), Usage);
                break;
            default:
                turn.NotUnderstood(Speak("Say when it happened, such as `14:05`, `25m ago`, `yesterday 21:30` or `sometime`. Nothing was changed."), Usage);
                break;
        }
    }

    private async Task RekindAsync(Incident incident, TimelineEntry entry, string words, Turn turn, CancellationToken ct)
    {
        var (first, rest) = CommandLine.SplitFirst(words);
        var (second, afterSecond) = CommandLine.SplitFirst(rest);
        if (second.Length > 0 && KindWords.Read($"{first} {second}") is { } joined)
            await Correcting.ConcludeAsync(incident, entry, Correct(turn, afterSecond).Rekind(entry, joined), turn, ct);
        else if (KindWords.Read(first) is { } kind)
            await Correcting.ConcludeAsync(incident, entry, Correct(turn, rest).Rekind(entry, kind), turn, ct);
        else
            turn.NotUnderstood(Speak($"Say what it is about: {string.Join(", ", KindWords.ForPeople.Select(KindWords.Word))}. Nothing was changed."), Usage);
    }

    private static Correction Correct(Turn turn, string why) => new(turn.By, PeoplesWords.Harmless(why), turn.Now);

    /// <summary>A last line that begins with <c>why:</c> is the reason and not part of the words.</summary>
    private static (string Text, string Why) TextAndWhy(string words)
    {
        var line = words.LastIndexOf('\n') + 1;
        return line > 0 && words[line..].StartsWith(WhyLine, StringComparison.OrdinalIgnoreCase)
            ? (PeoplesWords.Harmless(words[..line]), words[(line + WhyLine.Length)..].Trim())
            : (PeoplesWords.Harmless(words), "");
    }
}
