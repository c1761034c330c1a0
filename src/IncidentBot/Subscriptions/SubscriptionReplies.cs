using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Teams;
using IncidentBot.Domain.Updates;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Wording;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.Subscriptions;

/// <summary>What people are told about what they subscribed to.</summary>
internal static class SubscriptionReplies
{
    private const int ButtonsFor = 10;

    public static MessageContent TooMany => MessageContent.Plain(Speak("You have as many subscriptions as fit. `/incident subscriptions` shows them; end one first, or subscribe to `all`."));

    public static string Which(SeverityScale scale) =>
        Speak($"Say nothing for the incident of this channel, a number such as `#12`, a severity such as `{SeverityScale.Number(scale.Levels[0].Severity)}`, `team` or `service` and a name as `/incident teams` has it, or `all`.");

    public static MessageContent Subscribed(string rule, SeverityScale scale) => MessageContent.With(
        Speak($"You hear directly of {Name(rule, scale)}: when {(rule[0] == '#' ? Speak("it gets worse") : IsOfTeams(rule) ? Speak("one begins to be so, gets worse") : Speak("one is declared or gets worse"))}, is updated and is resolved."),
        Buttons.Run(Speak("Undo"), $"unsubscribe {SubscriptionRules.Typed(rule)}"));

    public static MessageContent Already(string rule, SeverityScale scale) => MessageContent.Plain(Speak($"You hear of {Name(rule, scale)} already."));

    public static MessageContent Unsubscribed(string rule, SeverityScale scale) => MessageContent.With(
        Speak($"You hear no more of {Name(rule, scale)}."), Buttons.Run(Speak("Undo"), $"subscribe {SubscriptionRules.Typed(rule)}"));

    public static MessageContent NotSubscribed(string rule, SeverityScale scale) =>
        MessageContent.Plain(Speak($"You did not subscribe to {Name(rule, scale)}. `/incident subscriptions` shows what you hear of."));

    public static MessageContent All(IReadOnlyList<string> rules, SeverityScale scale) => rules.Count == 0
        ? MessageContent.Plain(Speak("You subscribed to nothing. `/incident #12 subscribe` follows one incident, `/incident subscribe sev1` all that bad, `/incident subscribe team payments` what that team is involved in."))
        : MessageContent.With(
            Speak($"You hear directly of:\n{string.Join("\n", rules.Select(rule => $"• {Name(rule, scale)}"))}"),
            [.. rules.Take(ButtonsFor).Select(rule => Buttons.Run(Speak($"End {SubscriptionRules.Typed(rule)}"), $"unsubscribe {SubscriptionRules.Typed(rule)}"))]);

    private static string Name(string rule, SeverityScale scale) => rule switch
    {
        SubscriptionRow.Everything => Speak("all incidents"),
        ['#', ..] => Speak($"incident {Mrkdwn.Escape(rule)}"),
        _ when rule.StartsWith(SubscriptionRow.TeamPrefix, StringComparison.Ordinal) => Speak($"incidents that involve the team {Mrkdwn.Escape(rule[SubscriptionRow.TeamPrefix.Length..])}"),
        _ when rule.StartsWith(SubscriptionRow.ServicePrefix, StringComparison.Ordinal) => Speak($"incidents that affect the service {Mrkdwn.Escape(rule[SubscriptionRow.ServicePrefix.Length..])}"),
        _ => Speak($"incidents of {Severity(rule, scale)}"),
    };

    private static bool IsOfTeams(string rule) =>
        rule.StartsWith(SubscriptionRow.TeamPrefix, StringComparison.Ordinal) || rule.StartsWith(SubscriptionRow.ServicePrefix, StringComparison.Ordinal);

    private static string Severity(string rule, SeverityScale scale) =>
        scale.Levels.FirstOrDefault(level => SubscriptionRow.OfSeverity(level.Severity) == rule) is not { } found ? Mrkdwn.Escape(SubscriptionRules.Typed(rule))
        : found == scale.Levels[0] ? IncidentWords.Name(found.Severity) : Speak($"{IncidentWords.Name(found.Severity)} and worse");
}

/// <summary>What a subscriber reads.</summary>
internal static class SubscriptionNotice
{
    /// <summary>What happened, for those who are not there; null where they need not hear of it.</summary>
    public static MessageContent? Of(IncidentEvent happened, Incident after) => happened switch
    {
        SeverityChanged e when e.To.IsRaiseFrom(e.From) || (e.From.IsUnset && !e.To.IsUnset) =>
            Told(after, $"{(e.From.IsUnset ? Speak("is") : Speak("is worse:"))} {Signed(e.To)} ({Person(e.By)}){(e.Reason.Length > 0 ? $"\n{Quote(e.Reason)}" : "")}"),
        UpdateCorrected e => Told(after, Speak($"has its last update corrected by {Person(e.By)}. It says now:\n{Quote(e.Text)}")),
        UpdatePosted e => Told(after, Speak($"was updated by {Person(e.By)}:\n{Quote(e.Text)}")),
        AnotherMergedIn e => Told(after, Speak($"is also what was incident #{e.Merged.Number} ({Mrkdwn.Truncate(Mrkdwn.Escape(e.Title), 150)}): who subscribed to that one hears of this one now.")),
        TeamInvolved e => Told(after, Speak($"involves {TeamWords.Name(e.Team)} now ({Person(e.By)} said so).")),
        ServiceAffected e => Told(after, Speak($"affects {TeamWords.Name(e.Service)} ({Person(e.By)} said so).")),
        IncidentResolved e when SinceDeclared(after, e.At) is { } length => Told(after, Speak($"is resolved ({Person(e.By)}), {Duration(length)} after it was declared.")),
        IncidentResolved e => Told(after, Speak($"is resolved ({Person(e.By)}).")),
        _ => null,
    };

    public static MessageContent Declared(Incident incident) =>
        Told(incident, incident.IsRetroactive ? Speak($"was declared afterwards by {Person(incident.Reporter)}, for the record.") : Speak($"was declared by {Person(incident.Reporter)}{(incident.Severity.IsUnset ? "" : $": {Signed(incident.Severity)}")}."));

    private static MessageContent Told(Incident incident, string what)
    {
        var text = $"🔔 {Mrkdwn.Truncate(Place(incident), 600)} {what}";
        return new MessageContent(
            Mrkdwn.Truncate(text, 3_900),
            [
                new SectionBlock { Text = new Markdown(Mrkdwn.Truncate(text, BlockLimits.TextMax)) },
                new ActionsBlock { Elements = [Buttons.Run(incident, Speak("Catch me up"), "catchup"), Buttons.Run(Speak("My subscriptions"), "subscriptions")] },
                new ContextBlock { Elements = [new Markdown(Speak("You get this because you subscribed; `/incident subscriptions` shows that and ends it."))] },
            ]);
    }
}
