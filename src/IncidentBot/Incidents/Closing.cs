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

    protected override Parsed<Going> Read(string words, Lifecycle lifecycle) => With(words, lifecycle.Of(IncidentPhase.Closed));

    public static Going With(string words, IncidentStatus to)
    {
        var (what, said) = CommandLine.SplitFirst(words);
        return new Going(to, PeoplesWords.Harmless(said)) { OpenTasksBecome = what == "followups" ? TaskSort.FollowUp : TaskSort.Task };
    }
}

/// <summary><c>closingassaid followups 42</c>, typed by those buttons where the last update did not fit: it is the one request 42 closed the incident with.</summary>
internal sealed class ClosingAsSaid : AsSaid
{
    public const string Word = "closingassaid";

    public override Usage Usage => new(Word, "followups|anyway <request>", Unspoken("Close it, with what becomes of open tasks"), Where.InIncident) { Hidden = true, Decides = Matter.Status };

    protected override bool IsIt(string verb) => verb is "close" or "closed";

    protected override Parsed<Going> Read(string words, Lifecycle lifecycle) => Closing.With(words, lifecycle.Of(IncidentPhase.Closed));
}

/// <summary><c>declining followups only a test</c>, typed by those buttons where the incident is none.</summary>
internal sealed class Declining : Move
{
    public const string Word = "declining";

    public override Usage Usage => new(Word, "followups|anyway <why>", Unspoken("Decline it, with what becomes of open tasks"), Where.InIncident) { Hidden = true, Decides = Matter.Status };

    protected override Parsed<Going> Read(string words, Lifecycle lifecycle) => Closing.With(words, lifecycle.Of(IncidentPhase.Declined));
}

/// <summary><c>decliningassaid followups 42</c>, typed by those buttons where the reason did not fit.</summary>
internal sealed class DecliningAsSaid : AsSaid
{
    public const string Word = "decliningassaid";

    public override Usage Usage => new(Word, "followups|anyway <request>", Unspoken("Decline it, with what becomes of open tasks"), Where.InIncident) { Hidden = true, Decides = Matter.Status };

    protected override bool IsIt(string verb) => verb is "decline" or "declined";

    protected override Parsed<Going> Read(string words, Lifecycle lifecycle) => Closing.With(words, lifecycle.Of(IncidentPhase.Declined));
}

/// <summary>Ends the incident with the words of the request that asked for it first; they were too long for a button.</summary>
internal abstract class AsSaid : Move
{
    /// <summary>Whether that request did ask for it.</summary>
    protected abstract bool IsIt(string verb);

    protected override async Task<string?> WordsAsync(Incident incident, CommandLine line, Turn turn, CancellationToken ct)
    {
        var (what, number) = CommandLine.SplitFirst(line.Rest);
        if (long.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var request)
            && await turn.RequestAsync(request, ct) is var (asked, row)
            && row.Number == incident.Id.Number
            && (Mentioned.LineOf(asked) ?? QuestionForm.LineOf(asked)) is { } said
            && IsIt(said.Verb))
            return $"{what} {said.Rest}";
        turn.Refuse(CloseReplies.WordsGone, "gone");
        return null;
    }
}
