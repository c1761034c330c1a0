using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Slack.Blocks;
using IncidentBot.Wording;

namespace IncidentBot.Timeline;

/// <summary>One entry as it stands, with everything that can be done to it.</summary>
internal static class EntryCard
{
    public static MessageContent Of(Incident incident, TimelineEntry entry)
    {
        var text = $"{TimelineWords.Line(entry)}{State(entry)}";
        return MessageContent.With(text, [.. Controls(incident, entry)]);
    }

    /// <summary>The entry's kinds, words, time and place; what the incident itself wrote can only be hidden.</summary>
    private static IEnumerable<BlockElement> Controls(Incident incident, TimelineEntry entry)
    {
        var edit = string.Create(CultureInfo.InvariantCulture, $"edit {entry.Number}");
        if (!entry.IsFact)
        {
            yield return Buttons.Choose(
                incident, $"kind-of-{entry.Number.ToString(CultureInfo.InvariantCulture)}", Speak("What is it about?"),
                KindWords.ForPeople.Select(kind => (KindWords.Name(kind), $"{edit} kind {KindWords.Word(kind)}")));
            if (!entry.State.HasFlag(EntryState.Redacted))
                yield return Buttons.Run(incident, Speak("Change its words"), $"{edit} text");
            yield return Buttons.Run(incident, Speak("Change its time"), $"{edit} time");
        }
        if (entry is { IsFact: true, Kind: EntryKind.Ticket })
            yield return Buttons.Run(incident, Speak("Correct the title"), "title");
        if (entry.Number == incident.LastUpdate?.Entry)
            yield return Buttons.Run(incident, Speak("Correct the update"), "update");
        yield return entry.State.HasFlag(EntryState.Hidden)
            ? Buttons.Run(incident, Speak("Show it again"), $"{edit} show")
            : Buttons.Run(incident, Speak("Hide it"), $"{edit} hide");
        yield return Buttons.Run(incident, Speak("History"), string.Create(CultureInfo.InvariantCulture, $"history {entry.Number}"));
    }

    private static string State(TimelineEntry entry) => (entry.State.HasFlag(EntryState.Hidden), entry.State.HasFlag(EntryState.Withdrawn)) switch
    {
        (true, true) => Speak("\nIt is hidden, and was withdrawn with its emoji or pin."),
        (true, _) => Speak("\nIt is hidden."),
        (_, true) => Speak("\nIt was withdrawn with its emoji or pin."),
        _ => "",
    };
}
