using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Tasks;
using IncidentBot.Messaging;
using IncidentBot.Wording;

namespace IncidentBot.Incidents;

/// <summary><c>closing followups</c>, typed by the buttons that ask what becomes of open tasks; <c>closing anyway</c> leaves them open.</summary>
internal sealed class Closing : Move
{
    public const string Word = "closing";

    public override Usage Usage => new(Word, "followups|anyway [last update]", Unspoken("Close it, with what becomes of open tasks"), Where.InIncident) { Hidden = true, Decides = Matter.Status };

    protected override Parsed<Going> Read(string words, Lifecycle lifecycle) => With(words, lifecycle);

    public static Going With(string words, Lifecycle lifecycle)
    {
        var (what, update) = CommandLine.SplitFirst(words);
        return new Going(lifecycle.Of(IncidentPhase.Closed), PeoplesWords.Harmless(update)) { OpenTasksBecome = what == "followups" ? TaskSort.FollowUp : TaskSort.Task };
    }
}

/// <summary><c>closingassaid followups 42</c>, typed by those buttons where the last update did not fit: it is the one request 42 closed the incident with.</summary>
internal sealed class ClosingAsSaid : Move
{
    public const string Word = "closingassaid";

    public override Usage Usage => new(Word, "followups|anyway <request>", Unspoken("Close it, with what becomes of open tasks"), Where.InIncident) { Hidden = true, Decides = Matter.Status };

    protected override async Task<string?> WordsAsync(Incident incident, CommandLine line, Turn turn, CancellationToken ct)
    {
        var (what, number) = CommandLine.SplitFirst(line.Rest);
        if (long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var request)
            && await turn.RequestAsync(request, ct) is var (asked, row)
            && row.Number == incident.Id.Number
            && Mentioned.LineOf(asked) is { Verb: "close" or "closed", Rest: var update })
            return $"{what} {update}";
        turn.Refuse(CloseReplies.WordsGone, "gone");
        return null;
    }

    protected override Parsed<Going> Read(string words, Lifecycle lifecycle) => Closing.With(words, lifecycle);
}
