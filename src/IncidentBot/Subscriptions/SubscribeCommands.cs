using System.Globalization;
using IncidentBot.Messaging;
using IncidentBot.Storage;
using IncidentBot.Wording;

namespace IncidentBot.Subscriptions;

/// <summary><c>/incident subscribe</c> — tells you directly what happens to this incident; <c>subscribe sev1</c> — to every one that bad.</summary>
internal sealed class Subscribe : ISubcommand
{
    public Usage Usage => new("subscribe", "[sev1|team x|service x|all]", Unspoken("Hear directly what happens to this incident, or to all of a kind"), Where.Anywhere, "follow")
    {
        More = Unspoken("You get a direct message when it is declared (rules), gets worse, is updated and is resolved. `subscribe sev2` means SEV-2 and worse; `subscribe team payments` and `subscribe service checkout` tell you when they are involved."),
    };

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (await Subscribing.RuleAsync(line, Usage, turn, ct) is not { } rule)
            return;
        var db = await turn.StoreAsync(ct);
        var all = await db.Subscriptions.OfAsync(turn.Team, turn.By.Value, ct);
        if (all.Exists(row => row.Rule == rule))
        {
            turn.Answer(SubscriptionReplies.Already(rule, turn.Options.Severities), "subscribed already");
            return;
        }
        if (all.Count >= SubscriptionRow.MostOfOne)
        {
            turn.Refuse(SubscriptionReplies.TooMany, "too many");
            return;
        }
        db.Subscriptions.Add(new SubscriptionRow { TeamId = turn.Team, UserId = turn.By.Value, Rule = rule });
        turn.Confirm(SubscriptionReplies.Subscribed(rule, turn.Options.Severities), "subscribed");
    }
}

/// <summary><c>/incident unsubscribe</c> — the other way.</summary>
internal sealed class Unsubscribe : ISubcommand
{
    public Usage Usage => new("unsubscribe", "[sev1|team x|service x|all]", Unspoken("Hear no more of this incident, or of all of a kind"), Where.Anywhere, "unfollow");

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (await Subscribing.RuleAsync(line, Usage, turn, ct) is not { } rule)
            return;
        var db = await turn.StoreAsync(ct);
        if (await db.Subscriptions.FindAsync([turn.Team, turn.By.Value, rule], ct) is not { } row)
        {
            turn.Refuse(SubscriptionReplies.NotSubscribed(rule, turn.Options.Severities), "not subscribed");
            return;
        }
        db.Subscriptions.Remove(row);
        turn.Confirm(SubscriptionReplies.Unsubscribed(rule, turn.Options.Severities), "unsubscribed");
    }
}

/// <summary><c>/incident subscriptions</c> — what you hear of, with the way to end each.</summary>
internal sealed class ListSubscriptions : ISubcommand
{
    public Usage Usage => new("subscriptions", "", Unspoken("Show what you hear of directly"), Where.Anywhere);

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        var rules = (await (await turn.StoreAsync(ct)).Subscriptions.OfAsync(turn.Team, turn.By.Value, ct)).Select(row => row.Rule).ToList();
        turn.Answer(SubscriptionReplies.All(rules, turn.Options.Severities), "listed");
    }
}

internal static class Subscribing
{
    /// <summary>The rule a line means; null after whoever asked was told what to say.</summary>
    public static async Task<string?> RuleAsync(CommandLine line, Usage usage, Turn turn, CancellationToken ct)
    {
        var said = line.Rest.Trim();
        if (said.Length == 0)
            return await turn.IncidentAsync(line, usage, ct) is { } here ? SubscriptionRow.OfIncident(here.Id.Number) : null;
        if (said[0] == '#' && int.TryParse(said.AsSpan(1), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return await turn.IncidentAsync(line with { Number = number }, usage, ct) is { } meant ? SubscriptionRow.OfIncident(meant.Id.Number) : null;
        if (SubscriptionRules.Read(said, turn.Options.Severities, turn.Options.Teams) is { } rule)
            return rule;
        turn.NotUnderstood(SubscriptionReplies.Which(turn.Options.Severities), usage);
        return null;
    }
}
