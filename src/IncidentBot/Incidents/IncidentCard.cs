using IncidentBot.Configuration;
using IncidentBot.Domain.Impacts;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Reviews;
using IncidentBot.Domain.Roles;
using IncidentBot.Domain.Timeline;
using IncidentBot.Domain.Times;
using IncidentBot.Domain.Updates;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Wording;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.Incidents;

/// <summary>The living card, pinned in the incident's channel: how it stands, and what can be done about it.</summary>
internal static class IncidentCard
{
    public static MessageContent Of(Incident incident, AtHand atHand, BotOptions options) => new(PlainText(incident, atHand, options), [.. Blocks(incident, atHand, options)]);

    private static IEnumerable<Block> Blocks(Incident incident, AtHand atHand, BotOptions options)
    {
        yield return new HeaderBlock { Text = Mrkdwn.Truncate($"{Number(incident)} {Named(incident, incident.Title)}", 150) };
        if (GoesOn(incident, atHand) is { Length: > 0 } goesOn)
            yield return new SectionBlock { Text = new Markdown(goesOn) };
        yield return new SectionBlock { Fields = [.. Facts(incident, options).Select(fact => new Markdown($"*{fact.Label}*\n{fact.Value}"))] };
        if (RoleWords.Line(incident) is { Length: > 0 } roles)
            yield return new SectionBlock { Text = new Markdown(Mrkdwn.Truncate(Speak($"*Roles* {roles}"), BlockLimits.TextMax)) };
        if (TeamWords.Line(incident) is { Length: > 0 } affected)
            yield return new SectionBlock { Text = new Markdown(Speak($"*What and whose* {affected}")) };
        if (incident.Summary.Length > 0)
            yield return new SectionBlock { Text = new Markdown(Mrkdwn.Truncate(Mrkdwn.Escape(incident.Summary), LongestQuote)) };
        if (incident.LastUpdate is { } update)
            yield return new SectionBlock { Text = new Markdown(Speak($"*Last update*, {Person(update.By)}{(update.CorrectedBy is { } corrected ? Speak($" (corrected by {Person(corrected)})") : "")}, {Moment(update.At)}\n{Quote(update.Text)}")) };
        if (incident.Review is { } review)
            yield return new SectionBlock { Text = new Markdown(Review(review)) };
        if (Impact(incident, options) is { Length: > 0 } impact)
            yield return new SectionBlock { Text = new Markdown(Speak($"*Impact* {impact}")) };
        if (RoleWords.StillMissing(incident) is { Length: > 0 } missing)
            yield return new ContextBlock { Elements = [new Markdown(missing)] };
        if (incident.CouldNotDo.Count > 0)
            yield return new SectionBlock { Text = new Markdown(ExtraWords.CouldNotDo(incident)), Accessory = Buttons.Run(incident, Speak("Try again"), "retry") };
        if (Besides(incident, atHand) is { Count: > 0 } besides)
            yield return new SectionBlock { Text = new Markdown(Mrkdwn.Truncate(string.Join("\n", besides.Select(line => $"*{line.Label}* {line.Value}")), BlockLimits.TextMax)) };
        yield return new ActionsBlock { BlockId = "actions", Elements = [.. Actions(incident, atHand, options)] };
        yield return new ContextBlock { Elements = [new Markdown(Hint(incident, atHand, options))] };
    }

    private static IEnumerable<(string Label, string Value)> Facts(Incident incident, BotOptions options)
    {
        yield return (Speak("Severity"), Signed(incident.Severity));
        yield return (Speak("Status"), $"{Name(incident.Status)}{(incident.MergedInto is { } into ? Speak($", goes on as #{into.Number}") : "")}");
        yield return (Speak("Commander"), incident.Commander is { } commander ? Person(commander) : incident.IsOver ? Speak("nobody") : Speak("⚠️ *no commander*"));
        yield return (Speak("Reporter"), Person(incident.Reporter));
        var declared = Moment(IncidentTiming.Declared(incident));
        yield return (Speak("Declared"), incident.IsRetroactive ? Speak($"⏪ retroactive, {declared}") : declared);
        if (Acknowledged(incident, options) is { Length: > 0 } acknowledged)
            yield return (Speak("Acknowledged"), acknowledged);
        if (UpdateCadence.DueAt(incident, options.Severities) is { } due)
            yield return (Speak("Next update due"), Moment(due));
        if (incident.ResolvedAt is not null && IncidentTiming.At(incident, NamedTime.Resolved) is { } resolved)
            yield return (Speak("Resolved"), $"{Moment(resolved)}{AfterDeclaring(incident, resolved)}");
        if (incident.ClosedAt is not null && IncidentTiming.At(incident, NamedTime.Closed) is { } closed)
            yield return (Speak("Closed"), Moment(closed));
    }

    /// <summary>Who has seen it and how soon, as far as either is known; empty where nobody has.</summary>
    private static string Acknowledged(Incident incident, BotOptions options)
    {
        var seen = IncidentTiming.At(incident, NamedTime.Acknowledged);
        if (incident.AcknowledgedBy is not { } by)
            return seen is { } at ? Moment(at) : "";
        var late = AcknowledgeTarget.Late(incident, options.Severities) is { } promised ? Speak($", promised within {Duration(promised)}") : "";
        return $"{Person(by)}{(seen is { } then ? AfterDeclaring(incident, then) : "")}{late}";
    }

    private static string GoesOn(Incident incident, AtHand atHand) => atHand.GoesOnAs is { } there ? GoesOnWords.OnTheCard(incident, there) : "";

    private static IEnumerable<BlockElement> Actions(Incident incident, AtHand atHand, BotOptions options)
    {
        if (atHand.GoesOnAs is { } there)
        {
            yield return GoesOnWords.Open(there);
            yield return Buttons.Run(incident, Speak("Timeline"), "timeline");
            yield return Buttons.Run(incident, Speak("Times"), "times");
            yield return Buttons.Run(incident, Speak("Reopen"), "reopen");
            yield break;
        }
        if (incident.IsOver)
        {
            if (incident.Status.Phase == IncidentPhase.Resolved)
                yield return Buttons.Run(incident, Speak("Close"), "close");
            yield return Buttons.Run(incident, Speak("Reopen"), "reopen");
            if (incident.Review is { IsOwed: true })
            {
                yield return Buttons.Run(incident, Speak("Review is done"), "review done", ButtonStyle.Primary);
                yield return Buttons.Run(incident, Speak("Waive review"), "review waive");
            }
            yield return Buttons.Run(incident, Speak("Impact"), "impact");
            yield return Buttons.Run(incident, Speak("Times"), "times");
            yield break;
        }
        if (incident.Commander is null)
            yield return Buttons.Run(incident, Speak("Take command"), "take", ButtonStyle.Primary);
        else
            yield return Buttons.Run(incident, Speak("Hand over"), "handover");
        if (incident.AcknowledgedBy is null)
            yield return Buttons.Run(incident, Speak("Acknowledge"), "ack");
        yield return Buttons.Choose(incident, "severity", Speak("Severity"), options.Severities.Levels.Select(level => (Signed(level.Severity), $"sev {Typed(level.Severity)}")));
        yield return Buttons.Choose(incident, "status", Speak("Status"), options.Lifecycle.Live.Select(status => (Name(status), $"status {Typed(status)}")));
        if (IncidentImpact.Suggested(incident, options.ImpactThresholds) is { } suggested)
            yield return Buttons.Run(incident, Speak($"Set {Mrkdwn.Truncate(Signed(suggested), 60)}"), SetSeverityAs.Suggested(suggested));
        yield return Buttons.Run(incident, Speak("Post update"), "update");
        yield return Buttons.Run(incident, Speak("Add task"), "task");
        yield return Buttons.Run(incident, Speak("Catch me up"), "catchup");
        yield return Buttons.Run(incident, Speak("Roles"), "role edit");
        yield return Buttons.Run(incident, Speak("Impact"), "impact");
        if (options.Teams.All.Count > 0)
            yield return Buttons.Run(incident, Speak("Teams"), "teams");
        yield return Buttons.Run(incident, Speak("Times"), "times");
        yield return Buttons.Run(incident, Speak("Resolve"), "resolve", ButtonStyle.Danger, Sure(incident));
    }

    private static ConfirmationDialog Sure(Incident incident) => new()
    {
        Title = Speak("Resolve?"),
        Text = new PlainText(incident.IsDrill ? Speak("Say that the drill is over?") : Speak("Say that it no longer hurts anybody? A post-incident review will be due.")),
        Confirm = Speak("Resolve"),
        Deny = Speak("Not yet"),
    };

    /// <summary>One line: the share with both numbers, and the severity it speaks for.</summary>
    private static string Impact(Incident incident, BotOptions options)
    {
        if (incident.Impacts.Last is not { } estimate)
            return "";
        return IncidentImpact.Suggested(incident, options.ImpactThresholds) is { } suggested ? Speak($"{ImpactWords.Line(estimate)} · suggests {Signed(suggested)}") : ImpactWords.Holding(estimate);
    }

    private static string Review(Review review) => review.End switch
    {
        ReviewEnd.Done done => Speak($"*Review* done: {Mrkdwn.Link(done.Link, Speak("document"))}"),
        ReviewEnd.Waived waived => Speak($"*Review* waived: {Mrkdwn.Truncate(waived.Reason, 500)}"),
        _ => Speak($"*Review* owed by {Person(review.Owner)}, due {Moment(review.DueAt)}"),
    };

    private static string Hint(Incident incident, AtHand atHand, BotOptions options)
    {
        if (atHand.GoesOnAs is not null)
            return Speak("`/incident timeline` shows what happened here · `/incident reopen` if the two are not the same after all");
        var keep = options.TimelineEmoji.FirstOrDefault(pair => pair.Value == EntryKind.Note).Key is { } emoji ? Speak($":{emoji}: on a message, or a pin,") : Speak("A pin");
        return incident.IsOver
            ? Speak($"`/incident timeline` shows what happened · {keep} still adds to it")
            : Mrkdwn.Truncate(Speak($"React here: {string.Join(" · ", options.CardEmoji.Select(pair => $":{pair.Key}: {pair.Value}"))}. {keep} puts it on the timeline. `/incident help`"), 1_900);
    }

    private static IReadOnlyList<(string Label, string Value)> Besides(Incident incident, AtHand atHand) =>
    [
        .. AtHandWords.ToDo(incident, atHand) is { Length: > 0 } toDo ? [(Speak("To do"), toDo)] : Array.Empty<(string, string)>(),
        .. DeadEndWords.Line(atHand.DeadEnds) is { Length: > 0 } deadEnds ? [(Speak("Ruled out"), deadEnds)] : Array.Empty<(string, string)>(),
    ];

    private static string PlainText(Incident incident, AtHand atHand, BotOptions options)
    {
        var lines = new List<string> { Speak($"Incident {Title(incident)}") };
        if (GoesOn(incident, atHand) is { Length: > 0 } goesOn)
            lines.Add(goesOn.Replace("*", "", StringComparison.Ordinal));
        lines.AddRange(Facts(incident, options).Select(fact => $"{fact.Label}: {fact.Value.Replace("*", "", StringComparison.Ordinal)}"));
        if (incident.Summary.Length > 0)
            lines.Add(Mrkdwn.Truncate(Mrkdwn.Escape(incident.Summary), 500));
        if (RoleWords.StillMissing(incident) is { Length: > 0 } missing)
            lines.Add(missing);
        if (RoleWords.Line(incident) is { Length: > 0 } roles)
            lines.Add(Speak($"Roles: {Mrkdwn.Truncate(roles, 500)}"));
        if (TeamWords.Line(incident) is { Length: > 0 } affected)
            lines.Add(Speak($"What and whose: {affected}"));
        if (Impact(incident, options) is { Length: > 0 } impact)
            lines.Add(Speak($"Impact: {impact}"));
        if (incident.LastUpdate is { } update)
            lines.Add(Speak($"Last update: {Mrkdwn.Truncate(update.Text, 500)}"));
        if (incident.Review is { } review)
            lines.Add(Review(review).Replace("*", "", StringComparison.Ordinal));
        if (incident.CouldNotDo.Count > 0)
            lines.Add(ExtraWords.CouldNotDo(incident).Replace("*", "", StringComparison.Ordinal));
        lines.AddRange(Besides(incident, atHand).Select(line => $"{line.Label}: {line.Value}"));
        return Mrkdwn.Truncate(string.Join("\n", lines), 3_500);
    }
}
