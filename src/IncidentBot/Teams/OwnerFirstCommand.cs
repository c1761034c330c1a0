using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Teams;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Wording;

namespace IncidentBot.Teams;

/// <summary><c>ownerfirst checkout tell</c>, typed by the buttons that ask whether a service's owner knows.</summary>
internal sealed class OwnerFirstCommand : IncidentSubcommand<(string Service, OwnerAnswer Answer)>
{
    public const string Word = "ownerfirst";

    public override Usage Usage => new(Word, "<service> tell|known|emergency", Unspoken("Say whether the owner of what is changed knows"), Where.InIncident) { Hidden = true };

    public override Parsed<(string Service, OwnerAnswer Answer)> Parse(string words)
    {
        var (service, said) = CommandLine.SplitFirst(words);
        return Enum.TryParse<OwnerAnswer>(said, ignoreCase: true, out var answer) && Enum.IsDefined(answer)
            ? (service, answer)
            : Parsed<(string, OwnerAnswer)>.Bad(OwnerFirstWords.SayHow);
    }

    public override Decision Decide(Incident incident, (string Service, OwnerAnswer Answer) wanted, Turn turn) =>
        OwnerFirst.Answer(incident, wanted.Service, wanted.Answer, turn.By, turn.Now);
}

/// <summary>How it is asked.</summary>
internal static class OwnerFirstWords
{
    public static string SayHow => Speak("Say tell, known or emergency.");

    public static MessageContent Ask(Incident incident, OwnerQuestion question)
    {
        var (service, team) = (TeamWords.Name(question.Service), TeamWords.Name(question.Team));
        var drill = incident.IsDrill ? Speak("🎯 Drill: ") : "";
        return MessageContent.With(
            Speak($"🤚 {drill}You wrote of rolling back or redeploying {service}. {team} answers for it, and I have not told them of {Mrkdwn.Truncate(IncidentWords.Title(incident), 300)}. Do they know? Nothing waits for your answer; I ask once."),
            Buttons.Run(incident, Speak("Tell them now"), Line(question, OwnerAnswer.Tell), ButtonStyle.Primary),
            Buttons.Run(incident, Speak("They know already"), Line(question, OwnerAnswer.Known)),
            Buttons.Run(incident, Speak("Emergency, no time"), Line(question, OwnerAnswer.Emergency)));
    }

    private static string Line(OwnerQuestion question, OwnerAnswer answer) => $"{OwnerFirstCommand.Word} {question.Service.Key} {answer.ToString().ToLowerInvariant()}";
}
