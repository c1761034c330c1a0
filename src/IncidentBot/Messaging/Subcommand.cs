using IncidentBot.Domain.Incidents;
using IncidentBot.Wording;

namespace IncidentBot.Messaging;

/// <summary>One word of <c>/incident</c>. Found by scan.</summary>
internal interface ISubcommand
{
    Usage Usage { get; }

    Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct);
}

/// <summary>What came of reading a person's words.</summary>
internal abstract record Parsed<T>
{
    private Parsed()
    {
    }

    public static implicit operator Parsed<T>(T value) => new Good(value);

    public static Parsed<T> Bad(string sentence) => new Unread(sentence);

    /// <summary>Nothing was said where something is needed, and a form can ask for it.</summary>
    public static Parsed<T> Ask(Question question) => new Missing(question);

    internal sealed record Good(T Value) : Parsed<T>;

    internal sealed record Unread(string Sentence) : Parsed<T>;

    internal sealed record Missing(Question Question) : Parsed<T>;
}

/// <summary>A subcommand about one incident: read the words, ask the domain, answer.</summary>
internal abstract class IncidentSubcommand<T> : ISubcommand
{
    public abstract Usage Usage { get; }

    public abstract Parsed<T> Parse(string words);

    public abstract Decision Decide(Incident incident, T wanted, Turn turn);

    /// <summary>Who is given a duty by it, if anybody; Slack is asked whether they can hold one.</summary>
    protected virtual UserId? Appoints(T wanted, Turn turn) => null;

    /// <summary>Why it cannot be because of whom it is about, or null when it can, and while the turn waits for Slack to say who they are.</summary>
    protected virtual async Task<Refusal?> WhyNotAsync(T wanted, Incident incident, Turn turn, CancellationToken ct) => Appoints(wanted, turn) is not { } appointed
        ? null
        : await (Usage.Decides == Matter.Command ? turn.WhyNoCommandAsync(appointed, incident, ct) : turn.WhyNoDutyAsync(appointed, incident, ct));

    /// <summary>Asks Slack what deciding takes; while it has not said, <see cref="Turn.WaitsFor"/> is set and nothing is decided.</summary>
    protected virtual Task<T> CompleteAsync(Incident incident, T wanted, Turn turn, CancellationToken ct) => Task.FromResult(wanted);

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (await turn.IncidentAsync(line, Usage, ct) is not { } incident)
            return;
        switch (Parse(line.Rest))
        {
            case Parsed<T>.Unread(var sentence):
                turn.NotUnderstood(sentence, Usage);
                break;
            case Parsed<T>.Missing(var question):
                turn.Ask(question, line with { Number = incident.Id.Number });
                break;
            case Parsed<T>.Good(var wanted):
                await ConcludeAsync(incident, wanted, turn, ct);
                break;
        }
    }

    private async Task ConcludeAsync(Incident incident, T wanted, Turn turn, CancellationToken ct)
    {
        var whyNot = await WhyNotAsync(wanted, incident, turn, ct);
        if (turn.WaitsFor is null && whyNot is null)
            wanted = await CompleteAsync(incident, wanted, turn, ct);
        if (turn.WaitsFor is null)
            turn.Conclude(incident, whyNot is null ? Decide(incident, wanted, turn) : Decision.Refuse(whyNot));
    }
}
