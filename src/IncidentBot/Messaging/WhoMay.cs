using IncidentBot.Configuration;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Storage;

namespace IncidentBot.Messaging;

/// <summary>The one place that says who may do what: commands go through it in the router, forms, emoji, pins and menus by the word they stand for.</summary>
internal static class WhoMay
{
    /// <summary>Declaring does not wait for a group that was known this long ago: somebody needs help.</summary>
    private static readonly TimeSpan DeclaringTakes = TimeSpan.FromHours(12);

    /// <summary>Whether whoever asks may; where not, they were told who can, with what they wrote.</summary>
    /// <param name="turn">The turn.</param>
    /// <param name="words">All that it takes.</param>
    /// <param name="incident">What it is about; null where it is about none yet.</param>
    /// <param name="typed">What they wrote, given back to them where they may not.</param>
    /// <param name="ct">Gives up.</param>
    /// <param name="entry">The entry it is about, where it is about one.</param>
    public static async Task<bool> MayAsync(this Turn turn, IReadOnlyList<string> words, Incident? incident, string typed, CancellationToken ct, TimelineEntry? entry = null)
    {
        if (words.FirstOrDefault(word => IsForTheWorkspace(word, turn)) is { } closed && !await turn.IsOfTheWorkspaceAsync(closed, ct))
            return false;
        foreach (var word in words)
        {
            var verdict = await turn.JudgeAsync(word, turn.By, turn.Here, incident, entry, ct);
            if (verdict is Verdict.No no)
                turn.RefuseBeside(PermissionReplies.Refused(no, incident, entry, typed), "not permitted");
            if (verdict is not Verdict.Granted)
                return false;
        }
        return true;
    }

    /// <summary>Slack is asked about whom it was never asked about; where it does not say, the answer is no.</summary>
    private static async Task<bool> IsOfTheWorkspaceAsync(this Turn turn, string word, CancellationToken ct)
    {
        if (turn.By.Value == turn.Workspace.BotUserId)
            return true;
        var known = await (await turn.StoreAsync(ct)).People.FindAsync([turn.Team, turn.By.Value], ct);
        if (await turn.PersonOrWaitAsync(turn.By, known is { IsUnsaid: true } ? PersonLookup.PresenceIsGoodFor : TimeSpan.MaxValue, ct) is not { } person)
            return false;
        if (person.IsExternal)
            turn.Refuse(PermissionReplies.NotForExternal(word), "external");
        else if (person.IsUnsaid)
            turn.Refuse(PermissionReplies.NotSaid(word), "Slack does not say who it is");
        return person is { IsExternal: false, IsUnsaid: false };
    }

    /// <summary>What external people are never given: lists over incidents, the whole timeline as a file, and command where that is not permitted.</summary>
    private static bool IsForTheWorkspace(string word, Turn turn) =>
        word is "list" or "digest" or "subscribe" or "export" || (word == "take" && !turn.Options.Command.MayBeExternal);

    /// <summary>Whether that person may; a group Slack has not told of lately is asked for.</summary>
    public static async Task<Verdict> JudgeAsync(this Turn turn, string word, UserId by, ChannelId? here, Incident? incident, TimelineEntry? entry, CancellationToken ct)
    {
        if (await turn.IsOneOfAsync(turn.Options.Permissions.For(word), word, by, here, incident, entry, ct))
            return Verdict.Yes;
        return await turn.JudgeByGroupAsync(word, by, ct);
    }

    /// <summary>The same as far as it hangs on groups alone, whatever the incident.</summary>
    public static async Task<Verdict> JudgeByGroupAsync(this Turn turn, string word, UserId by, CancellationToken ct)
    {
        var who = turn.Options.Permissions.For(word);
        string? unknown = null;
        foreach (var group in who.OfType<Permitted.Group>())
        {
            var isDeclaring = WordGroup.Of(word)?.Key == WordGroup.Declaring;
            switch (await turn.IsInAsync(group.Id, by, isDeclaring ? DeclaringTakes : GroupLookup.IsGoodFor, ct))
            {
                case true:
                    return Verdict.Yes;
                case null when turn.WaitsFor is not null:
                    return Verdict.Later;
                case null when isDeclaring:
                    return Verdict.Yes;
                case null:
                    unknown ??= group.Id;
                    break;
            }
        }
        return new Verdict.No(word, who, unknown);
    }

    /// <summary>Whether that person may, as far as is known without asking Slack; what is not known counts as yes.</summary>
    public static async Task<bool> MayPerhapsAsync(this Turn turn, string word, Incident? incident, CancellationToken ct)
    {
        if (IsForTheWorkspace(word, turn) && await turn.IsExternalAsync(ct))
            return false;
        var who = turn.Options.Permissions.For(word);
        if (await turn.IsOneOfAsync(who, word, turn.By, turn.Here, incident, null, ct) || who.Contains(Permitted.Author))
            return true;
        var db = await turn.StoreAsync(ct);
        foreach (var group in who.OfType<Permitted.Group>())
        {
            if (await db.Groups.FindAsync([turn.Team, group.Id], ct) is not { KnownAt: not null } row || row.Has(turn.By.Value))
                return true;
        }
        return false;
    }

    /// <summary>Whether whoever asks may use one of these words for one of these incidents, groups left aside: what needs no query is judged first, then one query asks for all.</summary>
    public static async Task<bool> MayForOneAsync(this Turn turn, IReadOnlyList<string> words, ChannelId? here, IReadOnlyList<Incident> incidents, CancellationToken ct)
    {
        foreach (var word in words)
        {
            var who = turn.Options.Permissions.For(word);
            if (incidents.Any(incident => turn.IsPlainlyOneOf(who, word, turn.By, here, incident, null)))
                return true;
        }
        return words.Any(word => turn.Options.Permissions.For(word).Contains(Permitted.Responders))
            && await (await turn.StoreAsync(ct)).Tasks.HasAnyAsync(turn.Team, [.. incidents.Select(incident => incident.Id.Number)], turn.By.Value, ct);
    }

    private static async Task<bool> IsOneOfAsync(
        this Turn turn, IReadOnlyList<Permitted> who, string word, UserId by, ChannelId? here, Incident? incident, TimelineEntry? entry, CancellationToken ct) =>
        turn.IsPlainlyOneOf(who, word, by, here, incident, entry)
        || (incident is not null && who.Contains(Permitted.Responders) && await (await turn.StoreAsync(ct)).Tasks.HasAnyAsync(turn.Team, [incident.Id.Number], by.Value, ct));

    /// <summary>As far as the incident itself says it; a task of it makes a responder too.</summary>
    private static bool IsPlainlyOneOf(this Turn turn, IReadOnlyList<Permitted> who, string word, UserId by, ChannelId? here, Incident? incident, TimelineEntry? entry)
    {
        if (who.Contains(Permitted.Anyone) || by.Value == turn.Workspace.BotUserId)
            return true;
        if (entry is not null && who.Contains(Permitted.Author) && (entry.Author == by || entry.RecordedBy == by))
            return true;
        if (incident is null)
            return false;
        if (incident.Commander == by && Permissions.IsTheCommandersToo(word, who))
            return true;
        var isHere = here is not null && here == incident.Channel;
        if (who.Contains(Permitted.Commander) && (incident.Commander == by || incident.Review?.Owner == by || (incident.Commander is null && isHere && word != "redact")))
            return true;
        return who.Contains(Permitted.Responders) && (isHere || incident.IsAnsweredForBy(by));
    }

    /// <summary>Whether Slack has that person in the group; null where it does not say, or while the turn waits for it.</summary>
    private static async Task<bool?> IsInAsync(this Turn turn, string group, UserId by, TimeSpan isGoodFor, CancellationToken ct)
    {
        var row = await (await turn.StoreAsync(ct)).Groups.FindAsync([turn.Team, group], ct);
        if (row?.KnownAt is { } known && turn.Now - known <= isGoodFor)
            return row.Has(by.Value);
        if (row is { Trouble.Length: > 0 } && row.AskedAt >= turn.CameAt)
            return null;
        turn.WaitFor(GroupLookup.Waiting(group), new LookUpGroup(group));
        return null;
    }
}
