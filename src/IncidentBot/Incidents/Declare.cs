using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Roles;
using IncidentBot.Messaging;
using IncidentBot.Wording;

namespace IncidentBot.Incidents;

/// <summary><c>/incident declare Checkout is failing</c> — no form in the way; without a title the short form opens.</summary>
internal sealed class Declare : ISubcommand
{
    public Usage Usage => new("declare", "[title]", "Declare an incident; without a title a short form opens", Where.Anywhere, "new");

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (line.Rest.Length == 0)
            turn.OpenForm(DeclareForm.Callback, "");
        else if (await MessageWords.OrWaitAsync(line.Rest, turn, ct) is { } words)
            Declaring.Do(new Declaration(PeoplesWords.Plain(words), "", Severity.Unset, IsPrivate: false, turn.By), turn);
    }
}

/// <summary>What declaring sets going, from wherever it was asked for.</summary>
internal static class Declaring
{
    /// <summary>Records the incident and asks for its channel; the answer to the person follows when the channel is there.</summary>
    public static Incident? Do(Declaration declaration, Turn turn)
    {
        if (declaration.Objection() is { } why)
        {
            turn.Refuse(why is TitleTooLong tooLong ? DeclareReplies.TitleTooLong(tooLong.Length, declaration.Title) : Refusals.Say(why), why.GetType().Name);
            return null;
        }
        var decision = declaration.Declare(turn.NextIncidentId(), turn.Now, turn.Options.Lifecycle.First);
        if (turn.Options.Commander.IsDeclarer)
            decision = decision.Then(declared => Command.Assign(declared, turn.By, new UserId(turn.Workspace.BotUserId), turn.Now));
        if (decision is not Decision.Accepted accepted)
            throw new InvalidOperationException("A declaration without objection was refused.");
        turn.Accept(accepted);
        var incident = accepted.After;
        turn.Owe(new CreateChannel(incident.Id.Number, ChannelName.For(incident.Id.Number, incident.Title), 1, incident.IsPrivate, turn.ReplyTo));
        turn.Noted("declared");
        return incident;
    }
}
