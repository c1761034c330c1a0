using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Roles;
using IncidentBot.Domain.Tasks;
using IncidentBot.Slack.Blocks;
using IncidentBot.Wording;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.Incidents;

/// <summary>What whoever merges is told.</summary>
internal static class MergeReplies
{
    /// <summary>Of more tasks that go along only the number is said.</summary>
    private const int MostNamed = 5;

    public static string SayWhich => Speak("Say which incident this one is, by its number.");

    public static MessageContent CannotNow => MessageContent.Plain(Speak("One of the two changed since, so nothing was merged. `/incident merge #12` looks again."));

    /// <summary>Asks before anything is done.</summary>
    /// <param name="duplicate">What is to be merged.</param>
    /// <param name="into">Where it goes on.</param>
    /// <param name="letIn">Who is let into a private one by it.</param>
    public static MessageContent Confirm(Incident duplicate, Incident into, IReadOnlyList<UserId> letIn) => MessageContent.With(
        Speak($"{Title(duplicate)} is {Place(into)}, and goes on there? Its notes, messages and open tasks are added there. This one is over and owes no review; its own timeline stays as it is.")
            + Private(duplicate, into)
            + LetIn(letIn)
            + Graver(duplicate, into),
        Buttons.Run(duplicate, Speak($"Merge into {Number(into)}"), string.Create(CultureInfo.InvariantCulture, $"mergeinto {into.Id.Number}"), ButtonStyle.Danger));

    private static string LetIn(IReadOnlyList<UserId> people)
    {
        if (people.Count == 0)
            return "";
        var more = people.Count > MostNamed ? Speak($" and {people.Count - MostNamed} more") : "";
        return Speak($" Let into its channel, because they led or reported this one or have tasks here, and able to read all of it then: {string.Join(", ", people.Take(MostNamed).Select(Person))}{more}.");
    }

    public static MessageContent Done(Incident duplicate, Incident into, int entries, int staying)
    {
        var stay = staying == 0 ? "" : Speak($" {staying} more tasks and follow-ups were too many to go along and stay here, open: {Command(duplicate, "tasks")}");
        var text = Speak($"Merged: go on in {Place(into)}. {(entries == 1 ? Speak("One entry was") : Speak($"{entries} entries were"))} added there, with their own times and writers. {Command(duplicate, "reopen")} separates them again.") + stay;
        return IsGraver(duplicate, into)
            ? MessageContent.With($"{text}{Graver(duplicate, into)}", Buttons.Run(into, Speak($"Set {Mrkdwn.Truncate(Signed(duplicate.Severity), 40)} there"), SetSeverityAs.Merged(duplicate)))
            : MessageContent.Plain(text);
    }

    /// <summary>Whoever has something to do hears once under which number it goes on.</summary>
    public static MessageContent TasksGoOn(Incident duplicate, Incident into, IReadOnlyList<(IncidentTask Task, int There)> moved)
    {
        var lines = moved.Take(MostNamed).Select(each => Speak($"{TaskWords.Name(each.Task)} is number {each.There.ToString(CultureInfo.InvariantCulture)} there: {TaskWords.Short(each.Task)}"));
        var more = moved.Count > MostNamed ? Speak($"\n… and {moved.Count - MostNamed} more.") : "";
        return MessageContent.With(
            $"{Speak($"☑️ {Number(duplicate)} was merged into {Mrkdwn.Truncate(Place(into), 400)}; what you have to do goes on there. Buttons you have still work.")}\n{string.Join("\n", lines)}{more}",
            Buttons.Run(into, Speak("Show all of mine"), "tasks mine"));
    }

    /// <summary>Said to whoever is of another workspace: of the other incident only the number, and whom to ask.</summary>
    public static MessageContent TasksGoOnUnseen(Incident duplicate, Incident into, int tasks, UserId by) => MessageContent.Plain(
        $"{Speak($"☑️ {Number(duplicate)} was merged into {Number(into)}, which you cannot see.")} {(tasks == 1 ? Speak("What you had to do goes on there.") : Speak($"The {tasks} things you had to do go on there."))} {Speak($"Please ask {Person(by)}, who merged it.")}");

    /// <summary>Said to whoever was offered command, and to whoever offered it; of the other incident only the number, for they may not know it.</summary>
    public static MessageContent OfferIsVoid(Incident duplicate, Incident into, CommandOffer offer) =>
        MessageContent.Plain(Speak($"🤝 {Number(duplicate)} was merged into {Number(into)}, so the offer of its command to {Person(offer.To)} is void."));

    /// <summary>Two private channels have two sets of people.</summary>
    private static string Private(Incident duplicate, Incident into) => duplicate.IsPrivate
        ? Speak($" Both are private: whoever is in {(into.Channel is { } channel ? Mrkdwn.Channel(channel.Value) : Number(into))} can read of this one from then on.")
        : "";

    /// <summary>Only a person says how bad it is, so merging raises nothing.</summary>
    private static string Graver(Incident duplicate, Incident into) => IsGraver(duplicate, into)
        ? Speak($" {Number(into)} is {Signed(into.Severity)}, this one {Signed(duplicate.Severity)}: that, its impact, its last update and who commands do not go along.")
        : "";

    private static bool IsGraver(Incident duplicate, Incident into) =>
        !duplicate.Severity.IsUnset && (into.Severity.IsUnset || duplicate.Severity.Rank < into.Severity.Rank);
}
