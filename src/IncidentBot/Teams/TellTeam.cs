using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Teams;
using IncidentBot.Messaging;
using IncidentBot.Wording;

namespace IncidentBot.Teams;

/// <summary>Tells a team of an incident, in one place; what stands there counts as told.</summary>
[StoredAs("tell-team")]
internal sealed record TellTeam(int Number, string Team, string Channel, MessageContent Content, string By) : Effect, IPost
{
    string? IPost.ThreadTs => null;

    public override string Stream => $"post:{Channel}";

    public override IReadOnlyList<SlackCall> Calls(bool inDoubt, DateTimeOffset now) => [SlackCall.Post(Channel), .. SlackCall.Look(inDoubt, "conversations.history")];

    public override string? Into => Channel;

    public override Fact? WhenGivenUp(string error) => new TeamNotReached(Number, Team, Channel, error);
}

/// <summary>The message stands there.</summary>
[StoredAs("team-reached")]
internal sealed record TeamReached(int Number, string Team, string Channel, string By) : Fact;

/// <summary>Slack did not take it there.</summary>
[StoredAs("team-not-reached")]
internal sealed record TeamNotReached(int Number, string Team, string Channel, string Error) : Fact;

/// <summary>Where the incident became private meanwhile, they are not told, and not called told.</summary>
internal sealed class TellTeamHandler(Elsewhere elsewhere) : IEffectHandler<TellTeam>
{
    public async Task<IReadOnlyList<Fact>> CarryOutAsync(TellTeam effect, Attempt attempt, CancellationToken ct) =>
        await elsewhere.PostAsync(effect.Number, effect.Channel, effect.Content, attempt, ct) is { } ts
            ? [new PostedElsewhere(effect.Number, effect.Channel, ts), new TeamReached(effect.Number, effect.Team, effect.Channel, effect.By)]
            : [];
}

/// <summary>That a team was told is noted when the message stands, not when it was promised; where it does not, people are asked to tell it themselves.</summary>
internal sealed class TeamsTold : IFactHandler<TeamReached>, IFactHandler<TeamNotReached>
{
    public async Task HearAsync(TeamReached fact, Turn turn, CancellationToken ct)
    {
        if (await turn.NumberedAsync(fact.Number, ct) is not { } incident)
        {
            turn.Ignore("no such incident");
            return;
        }
        if (Involvement.Told(incident, fact.Team, new ChannelId(fact.Channel), new UserId(fact.By), turn.Now) is { } told)
        {
            turn.Accept(told);
            turn.Noted("team told");
            return;
        }
        // It was a false alarm before they were told, and nobody could take back then what did not stand yet.
        if (!incident.IsPrivate && incident.Channel?.Value != fact.Channel)
            turn.Owe(new PostElsewhere(fact.Number, fact.Channel, TellingWords.NotTheirs(incident)));
        turn.Noted("the team is not involved any more, or not told by that");
    }

    public async Task HearAsync(TeamNotReached fact, Turn turn, CancellationToken ct)
    {
        turn.Fail($"team not told: {fact.Error}");
        if (await turn.NumberedAsync(fact.Number, ct) is not { } incident || incident.Teams.FirstOrDefault(team => team.Team.Key == fact.Team) is not { } involved)
            return;
        if (incident is { Channel: { } channel, Standing.IsOpen: true } && channel.Value != fact.Channel)
            turn.Owe(new PostMessage(channel.Value, null, TellingWords.NotReached(involved.Team, fact.Channel, fact.Error)));
        else
            await turn.TellWhoAskedAsync(() => TellingWords.NotReached(involved.Team, fact.Channel, fact.Error), ct);
    }
}

/// <summary>Whoever answers for what is affected hears of it, and hears of it when that was a mistake.</summary>
internal sealed class TeamReactions : IReaction
{
    public IEnumerable<Effect> React(IncidentEvent happened, Incident after)
    {
        if (happened is TeamInvolved involved)
        {
            foreach (var place in TellingTeams.Places(after, involved.Team))
            {
                var content = place == after.Channel ? TellingWords.InIncident(involved.Team, involved.Through, after) : TellingWords.AtTeams(involved, after);
                yield return new TellTeam(after.Id.Number, involved.Team.Key, place.Value, content, happened.By.Value);
            }
        }
        if (happened is TeamNotInvolved { Team: { IsTold: true, Team.Channel: { } theirs } } && !after.IsPrivate && theirs != after.Channel)
            yield return new PostElsewhere(after.Id.Number, theirs.Value, TellingWords.NotTheirs(after));
    }
}

/// <summary>Who was named before there was a channel is told in it once it is there.</summary>
internal static class TeamsToTell
{
    public static IEnumerable<Effect> Of(Incident incident, UserId teller) =>
        from involved in incident.Teams
        let place = TellingTeams.InIncident(incident, involved.Team)
        where place is not null
        let through = incident.Services.FirstOrDefault(service => service.Key == involved.Through)
        select new TellTeam(incident.Id.Number, involved.Team.Key, place.Value.Value, TellingWords.InIncident(involved.Team, through, incident), teller.Value);
}

/// <summary>What a team is told.</summary>
internal static class TellingWords
{
    /// <summary>In the team's own channel.</summary>
    public static MessageContent AtTeams(TeamInvolved involved, Incident incident)
    {
        var ring = TeamWords.Ring(involved.Team) is { Length: > 0 } who ? $"{who} " : "";
        var join = incident.Channel is { } channel ? Speak($" Join in {Slack.Blocks.Mrkdwn.Channel(channel.Value)}.") : "";
        var facts = Speak($"{IncidentWords.Signed(incident.Severity)} · {IncidentWords.Name(incident.Status)} · commander {IncidentWords.PersonOrNobody(incident.Commander)}");
        return MessageContent.With(
            Speak($"📣 {ring}{IncidentWords.Title(incident)}\n{WhyThem(involved.Team, involved.Through)} ({IncidentWords.Person(involved.By)} said so). {facts}.{join}"),
            Buttons.Run(incident, Speak("Catch me up"), "catchup"));
    }

    /// <summary>In the incident's channel, so that their people are rung for where they are needed.</summary>
    public static MessageContent InIncident(Team team, Service? through, Incident incident)
    {
        var drill = incident.IsDrill ? Speak("🎯 Drill: ") : "";
        var ring = TeamWords.Ring(team) is { Length: > 0 } who ? $"{who} " : "";
        return MessageContent.Plain(Speak($"📣 {drill}{ring}{WhyThem(team, through)}. `/incident catchup` says how it stands."));
    }

    public static MessageContent NotTheirs(Incident incident) =>
        MessageContent.Plain(Speak($"{IncidentWords.Title(incident)} is not yours after all. Nothing more is asked of you; sorry for the noise."));

    public static MessageContent NotReached(Team team, string channel, string error) => MessageContent.Plain(
        Speak($"⚠️ I could not tell {TeamWords.Name(team)} in {Slack.Blocks.Mrkdwn.Channel(channel)} (`{Slack.Blocks.Mrkdwn.Escape(error)}`). Please tell them yourself; `/invite` me there, and it works next time."));

    private static string WhyThem(Team team, Service? through) => through is { } service
        ? Speak($"This affects {TeamWords.Name(service)}, which {TeamWords.Name(team)} answers for")
        : Speak($"{TeamWords.Name(team)} is needed here");
}
