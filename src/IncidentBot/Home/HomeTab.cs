using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Requests;
using IncidentBot.Wording;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.Home;

/// <summary>Shows a person their Home tab as things stand now.</summary>
[StoredAs("publish-home")]
internal sealed record PublishHome(string User) : Effect
{
    public override string Stream => $"home:{User}";

    public override IReadOnlyList<SlackCall> Calls(bool inDoubt, DateTimeOffset now) => [new("views.publish")];

    public override string? CoalesceKey => $"home:{User}";
}

internal sealed class OpenedHome : SlackEventHandler<AppHomeOpened>
{
    protected override Task HandleAsync(AppHomeOpened slackEvent, Turn turn, CancellationToken ct)
    {
        if (slackEvent.Tab is null or "home")
        {
            turn.Owe(new PublishHome(slackEvent.User));
            turn.Shown("Home");
        }
        else
        {
            turn.Ignore("another tab");
        }
        return Task.CompletedTask;
    }
}

/// <summary>The Home tab: declare, what is open, what you owe.</summary>
internal static class HomeView
{
    public static HomeViewDefinition Of(IReadOnlyList<Incident> open, IReadOnlyList<Incident> owed, DateTimeOffset now) => new() { Blocks = [.. Blocks(open, owed, now)] };

    private static IEnumerable<Block> Blocks(IReadOnlyList<Incident> open, IReadOnlyList<Incident> owed, DateTimeOffset now)
    {
        yield return new HeaderBlock { Text = "Incidents" };
        yield return new ActionsBlock { BlockId = "declare", Elements = [Buttons.Run("Declare an incident", "declare", ButtonStyle.Danger)] };
        yield return new SectionBlock { Text = new Markdown(open.Count == 0 ? "No open incidents." : "*Open now*") };
        foreach (var incident in open)
            yield return new SectionBlock { Text = new Markdown(OpenLine(incident)) };
        if (owed.Count > 0)
        {
            yield return new DividerBlock();
            yield return new SectionBlock { Text = new Markdown("*Reviews you owe*") };
            foreach (var incident in owed)
            {
                yield return new SectionBlock { Text = new Markdown($"{Mrkdwn.Truncate(Place(incident), 500)}, {(incident.Review!.DueAt < now ? "*overdue* since" : "due")} {Moment(incident.Review.DueAt)}") };
                yield return new ActionsBlock { Elements = [Buttons.Run(incident, "It is done", "review done"), Buttons.Run(incident, "Waive it", "review waive")] };
            }
        }
        yield return new ContextBlock { Elements = [new Markdown("Anywhere: `/incident declare what is wrong`, `/incident list`, `/incident help`.")] };
    }

    private static string OpenLine(Incident incident) =>
        $"{Sign(incident.Severity)} *{Mrkdwn.Truncate(Title(incident), 500)}*\n{Name(incident.Severity)} · {Name(incident.Status)} · "
        + (incident.Commander is { } commander ? $"commander {Person(commander)}" : "no commander")
        + (incident.Channel is { } channel ? $" · {Mrkdwn.Channel(channel.Value)}" : "");
}
