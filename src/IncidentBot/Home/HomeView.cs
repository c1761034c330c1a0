using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Wording;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.Home;

/// <summary>What somebody's Home tab shows.</summary>
/// <param name="Mine">Open incidents they answer for.</param>
/// <param name="Others">The other open ones.</param>
/// <param name="Tasks">What they have to do.</param>
/// <param name="Owed">Incidents whose review they owe.</param>
/// <param name="Recent">What was over last.</param>
internal sealed record HomeSight(
    IReadOnlyList<Incident> Mine, IReadOnlyList<Incident> Others, IReadOnlyList<TaskOf> Tasks, IReadOnlyList<Incident> Owed, IReadOnlyList<Incident> Recent)
{
    /// <summary>Of each, so that all fits one view.</summary>
    public const int Most = 10;

    /// <summary>More open incidents than these are not looked at.</summary>
    private const int MostOpen = 50;

    public static async Task<HomeSight> OfAsync(BotDbContext db, string team, string user, bool mayList, CancellationToken ct)
    {
        var (who, open) = (new UserId(user), await db.WorstOpenAsync(team, user, MostOpen, ct));
        return new HomeSight(
            [.. open.Where(incident => incident.IsAnsweredForBy(who)).Take(Most)],
            [.. open.Where(incident => mayList && !incident.IsAnsweredForBy(who)).Take(Most)],
            await TaskOf.OfAsync(db, team, user, Most, ct),
            await db.Incidents.ReviewsOwedByAsync(team, user, Most, ct),
            [.. (await db.NewestOverAsync(team, user, Most / 2, ct)).Where(incident => mayList || incident.IsAnsweredForBy(who))]);
    }
}

/// <summary>The Home tab: declare, what is yours, what is open, what you have to do and owe, what was last.</summary>
internal static class HomeView
{
    /// <summary>What external people see: incidents are this workspace's.</summary>
    public static HomeViewDefinition ForExternal => new()
    {
        Blocks = [Text(Speak("What happens here is shown to people of this workspace only. In an incident's channel that you are in, I answer you like anybody."))],
    };

    public static HomeViewDefinition Of(HomeSight sight, DateTimeOffset now) => new() { Blocks = [.. Blocks(sight, now)] };

    private static IEnumerable<Block> Blocks(HomeSight sight, DateTimeOffset now)
    {
        yield return new HeaderBlock { Text = Speak("Incidents") };
        yield return new ActionsBlock { BlockId = "declare", Elements = [Buttons.Run(Speak("Declare an incident"), "declare", ButtonStyle.Danger), Buttons.Run(Speak("Declare a past one"), "retro")] };
        if (sight.Mine.Count + sight.Others.Count == 0)
            yield return Text(Speak("No open incidents."));
        foreach (var block in Incidents(Speak("*Yours*"), sight.Mine, OpenLine).Concat(Incidents(sight.Mine.Count > 0 ? Speak("*Open besides*") : Speak("*Open now*"), sight.Others, OpenLine)))
            yield return block;
        if (sight.Tasks.Count > 0)
        {
            yield return new DividerBlock();
            yield return Text(Speak("*Your tasks and follow-ups*"));
            foreach (var mine in sight.Tasks)
                yield return new SectionBlock { Text = new Markdown(Mrkdwn.Truncate($"{Number(mine.Incident)} {TaskWords.Line(mine.Task)}", BlockLimits.TextMax)), Accessory = Buttons.Run(mine.Incident, Speak("Done"), TaskWords.Typed(mine.Task, "done")) };
        }
        if (sight.Owed.Count > 0)
        {
            yield return new DividerBlock();
            yield return Text(Speak("*Reviews you owe*"));
            foreach (var incident in sight.Owed)
            {
                yield return Text($"{Mrkdwn.Truncate(Place(incident), 500)}, {(incident.Review!.DueAt < now ? Speak("*overdue* since") : Speak("due"))} {Moment(incident.Review.DueAt)}");
                yield return new ActionsBlock { Elements = [Buttons.Run(incident, Speak("It is done"), "review done"), Buttons.Run(incident, Speak("Waive it"), "review waive")] };
            }
        }
        foreach (var block in Incidents(Speak("*Over lately*"), sight.Recent, OverLine))
            yield return block;
        yield return new ContextBlock { Elements = [new Markdown(Speak("Anywhere: `/incident declare what is wrong`, `/incident list`, `/incident tasks mine`, `/incident help`."))] };
    }

    private static IEnumerable<Block> Incidents(string title, IReadOnlyList<Incident> incidents, Func<Incident, string> line) =>
        incidents.Count == 0 ? [] : [new DividerBlock(), Text(title), .. incidents.Select(incident => Text(line(incident)))];

    private static SectionBlock Text(string text) => new() { Text = new Markdown(text) };

    private static string OpenLine(Incident incident) =>
        $"{Sign(incident.Severity)} *{Mrkdwn.Truncate(Title(incident), 500)}*\n{Name(incident.Severity)} · {Name(incident.Status)} · "
        + (incident.Commander is { } commander ? Speak($"commander {Person(commander)}") : Speak("no commander"))
        + (incident.Channel is { } channel ? $" · {Mrkdwn.Channel(channel.Value)}" : "");

    private static string OverLine(Incident incident) =>
        $"{Mrkdwn.Truncate(Title(incident), 300)} · {Name(incident.Status)}{(OverSince(incident) is { } at ? $" {Moment(at)}" : "")}{(incident.Review is { } review ? $" · {ReviewWords.State(review)}" : "")}";
}
