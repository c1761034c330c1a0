using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Roles;
using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Wording;

namespace IncidentBot.Incidents;

/// <summary><c>/incident declare Checkout is failing</c> — no form in the way; without a title the short form opens.</summary>
internal sealed class Declare : ISubcommand
{
    public Usage Usage => new("declare", "[title]", Unspoken("Declare an incident; without a title a short form opens"), Where.Anywhere, "new");

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (line.Rest.Length == 0)
            turn.OpenForm(DeclareForm.Callback, "");
        else if (line.Rest.Trim().ToLowerInvariant() is Retro.Word or Retro.Also)
            await turn.RunAsync(new CommandLine(null, Retro.Word, ""), ct);
        else
            await DeclareAsync(line, isSure: false, turn, ct);
    }

    public static async Task DeclareAsync(CommandLine line, bool isSure, Turn turn, CancellationToken ct)
    {
        if (await ReadAsync(line, turn, ct) is { } declaration)
            await Declaring.DoAsync(declaration, isSure, turn, ct);
    }

    /// <summary>What a line declares; null while the turn waits for the names in it.</summary>
    public static async Task<Declaration?> ReadAsync(CommandLine line, Turn turn, CancellationToken ct) => await MessageWords.OrWaitAsync(line.Rest, turn, ct) is { } words
        ? new Declaration(PeoplesWords.Plain(words), "", Severity.Unset, IsPrivate: false, turn.By) { IsDrill = Drill.Is(line), Said = PeoplesWords.Harmless(words) }
        : null;
}

/// <summary><c>/incident drill Checkout is failing</c> — practises: all is as in an incident, and everywhere it says that it is none.</summary>
internal sealed class Drill : ISubcommand
{
    private const string Word = "drill";
    private const string Also = "test";

    public Usage Usage => new(Word, "[title]", Unspoken("Practise: declare a drill, marked as one and counted nowhere"), Where.Anywhere, Also);

    public static bool Is(CommandLine line) => line.Verb is Word or Also;

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (line.Rest.Length == 0)
            turn.OpenForm(DeclareForm.Callback, DeclareForm.Practising);
        else
            await Declare.DeclareAsync(line, isSure: true, turn, ct);
    }
}

/// <summary>What declaring sets going, from wherever it was asked for.</summary>
internal static class Declaring
{
    /// <summary>More than these are not looked at, nor named.</summary>
    private const int MostCompared = 50;
    private const int MostNamed = 3;

    /// <summary>Records the incident and asks for its channel; the answer to the person follows when the channel is there.</summary>
    /// <param name="declaration">What they said.</param>
    /// <param name="isSure">Whether they know of open incidents that sound alike, and mean another one.</param>
    /// <param name="turn">The turn.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>The incident, or null where there is none yet; the person was told why.</returns>
    public static async Task<Incident?> DoAsync(Declaration declaration, bool isSure, Turn turn, CancellationToken ct)
    {
        if (declaration.Objection() is { } why)
        {
            turn.Refuse(why);
            return null;
        }
        if (!isSure && !declaration.IsDrill && turn.Options.OfferSimilar && await AlikeAsync(declaration, turn, ct) is { Count: > 0 } alike)
        {
            turn.Await("asked whether it is one that is open");
            turn.Say(AlikeReplies.Offer(alike, declaration, turn.InboxId));
            return null;
        }
        return await RecordAsync(declaration, turn, ct);
    }

    private static async Task<IReadOnlyList<Incident>> AlikeAsync(Declaration declaration, Turn turn, CancellationToken ct)
    {
        if (await turn.IsExternalAsync(ct))
            return [];
        var db = await turn.StoreAsync(ct);
        var open = await (await db.NewestOpenAsync(turn.Team, turn.By.Value, MostCompared, ct)).ShownToAsync(db, turn.Options, turn.Team, turn.By.Value, ct);
        return [.. open.Where(incident => !incident.IsDrill && Alike.Are(incident.Title, declaration.Title)).Take(MostNamed)];
    }

    private static async Task<Incident> RecordAsync(Declaration declaration, Turn turn, CancellationToken ct)
    {
        var accepted = await AcceptedAsync(declaration, turn.Now, turn, ct);
        turn.Accept(accepted);
        var incident = accepted.After;
        NoteWhole(declaration, incident, turn);
        turn.Owe(MakeChannel.For(incident, turn.Options, turn.ReplyTo));
        turn.Noted("declared");
        return incident;
    }

    /// <summary>What does not fit a title is not lost: all of it is the first note.</summary>
    public static void NoteWhole(Declaration declaration, Incident incident, Turn turn)
    {
        if (incident.IsTitleCut)
            turn.RecordFirst(new TimelineEntry(incident.Id, EntryKind.Note, declaration.Said.Length > 0 ? declaration.Said : Mrkdwn.Escape(declaration.Title.Trim()), HappenedAt.Exactly(incident.DeclaredAt), turn.Now, declaration.By) { Author = declaration.By });
    }

    /// <summary>What declaring it decides, with the commander the configuration gives it; whoever may not command only declares.</summary>
    public static async Task<Decision.Accepted> AcceptedAsync(Declaration declaration, DateTimeOffset now, Turn turn, CancellationToken ct)
    {
        var decision = declaration.Declare(turn.NextIncidentId(), now, turn.Options.Lifecycle.First);
        if (turn.Options.Commander.IsDeclarer
            && (turn.Options.Command.MayBeExternal || !await (await turn.StoreAsync(ct)).People.IsExternalAsync(turn.Team, declaration.By.Value, ct)))
            decision = decision.Then(declared => Command.Assign(declared, declaration.By, new UserId(turn.Workspace.BotUserId), now));
        return decision as Decision.Accepted ?? throw new InvalidOperationException("A declaration without objection was refused.");
    }
}
