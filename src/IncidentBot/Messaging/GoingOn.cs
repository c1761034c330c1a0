using IncidentBot.Configuration;
using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Requests;
using IncidentBot.Storage;
using IncidentBot.Wording;

namespace IncidentBot.Messaging;

/// <summary>An incident that was merged away goes on as another one: what is marked or decided there belongs where it goes on, notes stay, and whoever is there hears where that is.</summary>
internal static class GoingOn
{
    /// <summary>Words of these groups say how an incident stands, and so nothing of one that goes on as another.</summary>
    private static readonly HashSet<string> Deciding = ["commanding", "assessing", "moving", "updating", "working"];

    /// <summary>The incident it goes on as, the last where one was merged into the other; null where it was merged into none.</summary>
    public static async Task<Incident?> GoesOnAsAsync(this Turn turn, Incident incident, CancellationToken ct) =>
        incident.MergedInto is null ? null : await (await turn.StoreAsync(ct)).GoesOnAsAsync(incident, ct);

    /// <summary>The incident it goes on as where whoever fills in a form may know of that one; else the incident itself, which names the other one by number.</summary>
    public static async Task<Incident> WhereItGoesOnAsync(this FormReading reading, Incident incident, CancellationToken ct) =>
        await reading.Db.GoesOnAsAsync(incident, ct) is not { } there ? incident
        : await reading.Db.MayKnowOfAsync(there, new UserId(reading.Asker), ct) ? there
        : incident with { MergedInto = there.Id };

    /// <summary>Whether a line was refused because it decides something that is to be decided where the incident goes on; whoever asks was told where that is.</summary>
    public static Task<bool> RefusedForElsewhereAsync(this Turn turn, Incident incident, CommandLine line, Usage usage, CancellationToken ct)
    {
        var needed = NeededWords.Of(usage, line.Rest, incident, turn.Options);
        // Whoever answers an offer of command needs no permission; but the offer ended with the merge.
        var answersAnOffer = usage.Word == "handover" && needed.Count == 0;
        return turn.RefusedForElsewhereAsync(
            incident,
            answersAnOffer ? [usage.Word] : [.. needed],
            usage.Hidden || line.Rest.Length == 0 || answersAnOffer ? "" : line.Rest,
            !answersAnOffer && MayBeSaidThere(line, usage) ? there => new WayThere(Speak($"Do it in {IncidentWords.Number(there)}"), There(line with { Number = null }, turn)) : null,
            ct);
    }

    /// <summary>The same for a form that was sent: what was written is given back, and the form opens there with it.</summary>
    /// <param name="turn">The turn in which it was sent.</param>
    /// <param name="incident">The incident it was sent for.</param>
    /// <param name="view">The form.</param>
    /// <param name="word">What it does, as a word of <c>/incident</c>.</param>
    /// <param name="remembered">What the form remembers there; null where what was sent means nothing there.</param>
    /// <param name="ct">Gives up.</param>
    public static Task<bool> RefusedForElsewhereAsync(this Turn turn, Incident incident, ViewInfo view, string word, Func<Incident, string>? remembered, CancellationToken ct) => turn.RefusedForElsewhereAsync(
        incident,
        [word],
        ViewWords.Typed(view.State),
        remembered is null ? null : there => new WayThere(Speak($"Open the form in {IncidentWords.Number(there)}"), FormAgain.Line(turn.InboxId, remembered(there))),
        ct);

    /// <summary>The same for words that came with nothing that was typed.</summary>
    public static async Task<bool> RefusedForElsewhereAsync(this Turn turn, Incident incident, string[] words, string typed, Func<Incident, WayThere>? way, CancellationToken ct)
    {
        if (incident.MergedInto is null
            || !words.Any(word => word != "reopen" && WordGroup.Of(word) is { Key: var key } && Deciding.Contains(key))
            || await turn.GoesOnAsAsync(incident, ct) is not { } there)
            return false;
        var mayKnow = await turn.MayKnowAsync(there, turn.By, ct);
        turn.RefuseBeside(GoesOnWords.DoItThere(incident, there, mayKnow, typed, mayKnow ? way?.Invoke(there) : null), "it goes on as another");
        return true;
    }

    /// <summary>Whoever marks a message there is told once where the incident goes on.</summary>
    public static async Task TellWhereItGoesOnAsync(this Turn turn, Incident incident, UserId user, string channel, CancellationToken ct)
    {
        if (incident.MergedInto is null || incident.ToldOfMerge.Contains(user) || await turn.GoesOnAsAsync(incident, ct) is not { } there)
            return;
        var mayKnow = await turn.MayKnowAsync(there, user, ct);
        turn.Keep(Merging.Told(incident, user));
        turn.Tell(new ReplyTo(user.Value, channel, null, turn.Now, InPlace: false), () => GoesOnWords.KeptThere(incident, there, mayKnow));
    }

    /// <summary>Where it goes on, for an answer about something that was kept in the incident; nowhere else where it was merged into none.</summary>
    public static async Task<GoesOn> WhereItGoesOnAsync(this Turn turn, Incident incident, CancellationToken ct)
    {
        if (incident.MergedInto is null || await turn.GoesOnAsAsync(incident, ct) is not { } there)
            return GoesOn.Here;
        var mayKnow = await turn.MayKnowAsync(there, turn.By, ct);
        return new GoesOn(GoesOnWords.Line(incident, there, mayKnow), mayKnow ? there : null);
    }

    private static async Task<bool> MayKnowAsync(this Turn turn, Incident there, UserId user, CancellationToken ct) =>
        await (await turn.StoreAsync(ct)).MayKnowOfAsync(there, user, ct);

    /// <summary>Times in the words count from when they were written, however late the button is pressed.</summary>
    private static string There(CommandLine line, Turn turn) => line.Rest.Length == 0 ? line.ToString() : AsOf.Line(turn.SaidAt, line.ToString());

    /// <summary>A task's number means another task there, and a title or a merge was meant for this very one.</summary>
    private static bool MayBeSaidThere(CommandLine line, Usage usage) =>
        !usage.Hidden && usage.Word is not ("title" or "merge") && !(usage.Word is "task" or "followup" && line.Rest.TrimStart('#') is [>= '0' and <= '9', ..]);
}

/// <summary>Where an incident goes on that was merged away.</summary>
/// <param name="Line">That in words; empty where it goes on by itself.</param>
/// <param name="There">The one it goes on as, where whoever reads may know of it.</param>
internal sealed record GoesOn(string Line, Incident? There)
{
    /// <summary>It goes on by itself.</summary>
    public static readonly GoesOn Here = new("", null);
}
