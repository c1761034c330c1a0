using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Wording;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.Incidents;

/// <summary><c>/incident title Checkout refuses cards</c> — says what is wrong in other words.</summary>
internal sealed class TitleCommand : ISubcommand
{
    public Usage Usage => new("title", "<what is wrong>", Unspoken("Correct the title"), Where.InIncident)
    {
        More = Unspoken("The card, the topic, the announcement and all lists follow. What it was before stands on the timeline, where `redact` can remove it; the channel keeps its name until somebody renames it in Slack."),
    };

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (await turn.IncidentAsync(line, Usage, ct) is not { } incident)
            return;
        if (line.Rest.Length == 0)
            turn.Ask(TitleReplies.Which, line with { Number = incident.Id.Number });
        else if (await MessageWords.KeptOrWaitAsync(line.Rest, turn, ct) is { } words)
            Conclude(incident, IncidentTitle.Correct(incident, PeoplesWords.Plain(words), turn.By, turn.Now), turn);
    }

    private static void Conclude(Incident incident, Decision decision, Turn turn)
    {
        switch (decision)
        {
            case Decision.Accepted accepted:
                turn.Accept(accepted);
                turn.Confirm(TitleReplies.Done(accepted.After), nameof(TitleCorrected));
                break;
            case Decision.Refused refused:
                turn.Refuse(refused.Why);
                break;
        }
    }
}

/// <summary>What whoever corrects a title is told; the old one is not said again.</summary>
internal static class TitleReplies
{
    public static Question Which => new(Speak("Title"), Speak("What is wrong?"), Speak("In a few words. The card, the topic, the announcement and all lists follow."), Multiline: false);

    public static MessageContent Done(Incident after) => MessageContent.With(
        Speak($"It is {Title(after)} now; the card, the topic, the announcement and all lists follow. What it was before is the newest entry of the timeline; if nobody may read it, {Command(after, "redact")} and the entry's number removes it for ever. Slack's own line about the topic as it was stays in the channel until somebody deletes it.{Channel(after)}"),
        Buttons.Run(after, Speak("Show the timeline"), "timeline"));

    private static string Channel(Incident after) => after.ChannelName.Length == 0 ? ""
        : Speak($" The channel keeps its name, #{Mrkdwn.Escape(after.ChannelName)}: where words must go from that too, rename it in Slack (its name at the top, then *Settings*).");
}
