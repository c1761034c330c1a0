using IncidentBot.Configuration;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Teams;
using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;

namespace IncidentBot.Teams;

/// <summary>Somebody wrote of changing services whose owners may not know; the entry stands, whatever comes of this.</summary>
/// <param name="Number">The incident.</param>
/// <param name="Services">Their keys.</param>
/// <param name="User">Who wrote it.</param>
/// <param name="Else">Who is asked where that is a program.</param>
[StoredAs("ask-owner-first")]
internal sealed record AskOwnerFirst(int Number, IReadOnlyList<string> Services, string User, string Else) : Effect
{
    public override string Stream => $"owner-first:{Number}";

    public override bool IsMissed => false;
}

/// <summary>It is time to ask them.</summary>
[StoredAs("owner-first-to-ask")]
internal sealed record OwnerFirstToAsk(int Number, IReadOnlyList<string> Services, string User, string Else) : Fact
{
    public override bool TellsWhoAsked => false;
}

/// <summary>Nothing is asked of Slack for it: whether somebody is asked is decided in a turn of its own, after the entry is on the disk.</summary>
internal sealed class AskOwnerFirstHandler : IEffectHandler<AskOwnerFirst>
{
    public Task<IReadOnlyList<Fact>> CarryOutAsync(AskOwnerFirst effect, Attempt attempt, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Fact>>([new OwnerFirstToAsk(effect.Number, effect.Services, effect.User, effect.Else)]);
}

/// <summary>Looks at what people write: notes, messages they keep, tasks, updates. What the incident itself says of teams is none of it, nor what a merge brings: its writers may know nothing of this incident.</summary>
internal sealed class OwnerFirstReaction : IEntryReaction
{
    public bool Concerns(EntryKind? before, TimelineEntry after, BotOptions options) =>
        before is null
        && after.CopiedFrom is null
        && options is { Guard.OwnerFirst: true, Teams.All.Count: > 0 }
        && (!after.IsFact || after.Kind is EntryKind.Task or EntryKind.Communication)
        && OwnerFirst.Speaks(after.Text, options.Guard.Words);

    public Effect? React(Incident incident, TimelineEntry after, BotOptions options)
    {
        var pending = OwnerFirst.Pending(incident, after.Text, options.Guard.Words, options.Teams);
        if (pending.Count == 0)
            return null;
        // Whoever wrote elsewhere may know nothing of the incident.
        var writer = after.Author is { } author && after.Source?.Channel == incident.Channel ? author : after.RecordedBy;
        return new AskOwnerFirst(incident.Id.Number, [.. pending.Select(question => question.Service.Key)], writer.Value, after.RecordedBy.Value);
    }
}

/// <summary>Asks, once for each incident and service, whoever wrote it and only them.</summary>
internal sealed class AskingOwnerFirst : IFactHandler<OwnerFirstToAsk>
{
    public async Task HearAsync(OwnerFirstToAsk fact, Turn turn, CancellationToken ct)
    {
        if (await turn.NumberedAsync(fact.Number, ct) is not { IsOver: false } incident
            || await turn.PersonOrWaitAsync(new UserId(fact.User), TimeSpan.MaxValue, ct) is not { } writer)
            return;
        var asked = incident;
        foreach (var key in fact.Services)
        {
            if (turn.Options.Teams.Service(key) is { } service && OwnerFirst.Question(asked, service, turn.Options.Teams) is { } question)
            {
                asked = OwnerFirst.Asked(asked, question);
                var to = new ReplyTo(writer.IsBot ? fact.Else : fact.User, incident.Channel?.Value, null, turn.Now, InPlace: false);
                turn.Tell(to, () => OwnerFirstWords.Ask(incident, question));
            }
        }
        if (asked == incident)
        {
            turn.Ignore("they were told, or somebody was asked");
            return;
        }
        turn.Keep(asked);
        turn.Noted("asked whether the owner knows");
    }
}
