using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Roles;
using IncidentBot.Domain.Tasks;
using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;
using IncidentBot.Storage;
using IncidentBot.Wording;

namespace IncidentBot.Roles;

/// <summary><c>/incident handover @x</c> — offers command with all they need to know; <c>accept</c> and <c>pass</c> answer it.</summary>
internal sealed class HandoverCommand : ISubcommand
{
    public Usage Usage => new("handover", "@person|accept|pass", Unspoken("Offer command, with all that is to know; or answer such an offer"), Where.InIncident)
    {
        Decides = Matter.Command,
        More = Unspoken("Whoever commands goes on until the other person accepts. `pass` says no; from whoever made the offer it takes it back."),
    };

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (await turn.IncidentAsync(line, Usage, ct) is not { } incident)
            return;
        switch (line.Rest.Trim().ToLowerInvariant())
        {
            case "":
                turn.Ask(HandoverReplies.ToWhom(incident, turn.By), line with { Number = incident.Id.Number });
                break;
            case "accept" or "yes":
                var whyNot = await turn.WhyNotTakeCommandAsync(ct);
                if (turn.WaitsFor is null)
                    turn.Conclude(incident, whyNot is null ? Handover.Accept(incident, turn.By, turn.Now) : Decision.Refuse(whyNot));
                break;
            case "pass" or "no":
                turn.Conclude(incident, Handover.Pass(incident, turn.By, turn.Now));
                break;
            default:
                await OfferAsync(incident, line.Rest, turn, ct);
                break;
        }
    }

    private async Task OfferAsync(Incident incident, string words, Turn turn, CancellationToken ct)
    {
        if (PeoplesWords.Mentioned(words) is not { } person)
        {
            turn.NotUnderstood(HandoverReplies.SayToWhom, Usage);
            return;
        }
        var to = new UserId(person);
        var whyNot = await turn.WhyNoCommandAsync(to, incident, ct);
        if (turn.WaitsFor is not null)
            return;
        var decision = whyNot is null ? Handover.Offer(incident, to, turn.Options.Command.OfferFor, turn.By, turn.Now) : Decision.Refuse(whyNot);
        turn.Conclude(incident, decision);
        if (decision is Decision.Accepted { After: { Offer: { } offer, Channel: { } channel } after })
        {
            using var spoken = turn.Options.Language.Workspace.Speak();
            turn.Owe(new PostMessage(channel.Value, null, await Brief.OfAsync(after, offer, turn, ct)) { IsOffer = true });
        }
    }
}

/// <summary>Gathers what whoever takes over has to know.</summary>
internal static class Brief
{
    public static async Task<MessageContent> OfAsync(Incident incident, CommandOffer offer, Turn turn, CancellationToken ct)
    {
        var timeline = (await turn.StoreAsync(ct)).Timeline;
        var hypotheses = await timeline.NewestOfKindAsync(incident.Id, EntryKind.Hypothesis, HandoverBrief.MostEntries + 1, ct);
        var deadEnds = await timeline.NewestOfKindAsync(incident.Id, EntryKind.DeadEnd, HandoverBrief.MostEntries + 1, ct);
        var tasks = await (await turn.StoreAsync(ct)).Tasks.OfIncidentAsync(incident.Id, TaskSort.Task, onlyOpen: true, HandoverBrief.MostEntries + 1, ct);
        return HandoverBrief.Of(incident, offer, hypotheses, deadEnds, tasks, turn.Options, turn.Now);
    }
}
