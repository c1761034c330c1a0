using IncidentBot.Domain.Incidents;

namespace IncidentBot.Messaging;

/// <summary>What has to be known of people before something is done. Where Slack has not said yet, the turn waits (<see cref="Turn.WaitsFor"/>) and is run again.</summary>
internal static class WhoAsks
{
    /// <summary>Slack's own program, which it does not call a bot (Slack docs: users.info).</summary>
    private const string Slackbot = "USLACKBOT";

    /// <summary>Why that user cannot be put in command, or null when they can, and while the turn waits.</summary>
    public static async Task<Refusal?> WhyNoCommandAsync(this Turn turn, UserId user, Incident? incident, CancellationToken ct) =>
        await turn.WhyNoDutyAsync(user, incident, ct)
        ?? (!turn.Options.Command.MayBeExternal && turn.WaitsFor is null && await turn.PersonOrWaitAsync(user, PersonLookup.PresenceIsGoodFor, ct) is { IsExternal: true } ? new ExternalsDoNotCommand(user) : null);

    /// <summary>Why whoever asks cannot take command, or null when they can, and while the turn waits. They are there: Slack is asked only who they are, and only once.</summary>
    public static async Task<Refusal?> WhyNotTakeCommandAsync(this Turn turn, CancellationToken ct) =>
        !turn.Options.Command.MayBeExternal && await turn.PersonOrWaitAsync(turn.By, TimeSpan.MaxValue, ct) is { IsExternal: true } ? new ExternalsDoNotCommand(turn.By) : null;

    /// <summary>Why that user can hold no duty of the incident, or null when they can, and while the turn waits. Whoever asks for it themselves is let in already.</summary>
    public static async Task<Refusal?> WhyNoDutyAsync(this Turn turn, UserId user, Incident? incident, CancellationToken ct) =>
        await turn.PersonOrWaitAsync(user, PersonLookup.PresenceIsGoodFor, ct) switch
        {
            { IsBot: true } or { UserId: Slackbot } => new ProgramsHoldNoDuty(user),
            { IsActive: false } => new NobodyByThatName(user),
            { IsExternal: true } when incident is { IsPrivate: true } && user != turn.By => new ExternalsAreNotLetIn(user),
            _ => null,
        };

    /// <summary>Does it unless the asker is a program: programs react and pin too, and a slip of theirs must change nothing.</summary>
    public static async Task IfByAPersonAsync(this Turn turn, Func<Task> act, CancellationToken ct)
    {
        if (await turn.PersonOrWaitAsync(turn.By, TimeSpan.MaxValue, ct) is not { } person)
            return;
        if (person.IsBot)
            turn.Ignore("a program's doing");
        else
            await act();
    }

    /// <summary>The asker's zone, UTC where Slack has none; null while the turn waits.</summary>
    public static async Task<TimeZoneInfo?> ZoneOrWaitAsync(this Turn turn, CancellationToken ct) =>
        await turn.PersonOrWaitAsync(turn.By, PersonLookup.ZoneIsGoodFor, ct) is { } person ? Zone(person.TimeZone) : null;

    /// <summary>The zone Slack says a person lives in, UTC where it says none or one nobody knows.</summary>
    public static TimeZoneInfo Zone(string? said) => said is not null && TimeZoneInfo.TryFindSystemTimeZoneById(said, out var zone) ? zone : TimeZoneInfo.Utc;
}
