using IncidentBot.Configuration;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Times;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Wording;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.Times;

/// <summary><c>/incident times</c> — its named moments, and how long things took between them.</summary>
internal sealed class ShowTimes : ISubcommand
{
    public Usage Usage => new("times", "", Unspoken("Show when things of it were, and how long they took"), Where.InIncident);

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (await turn.IncidentAsync(line, Usage, ct) is { } incident)
            turn.Answer(TimesReply.Of(incident, turn.Options), "shown");
    }
}

/// <summary>The moments of an incident, each that is unknown named as such.</summary>
internal static class TimesReply
{
    private static string Names => Speak("`impact-start`, `detected`, `first-action`, `declared`, `acknowledged`, `identified`, `mitigated`, `resolved` or `closed`");

    public static string SayWhich => Speak($"Say which time: {Names}. Nothing was changed.");

    public static string SayWhen => Speak("Say when it was, such as `14:05`, `25m ago`, `yesterday 21:30` or `unknown`. Nothing was changed.");

    public static string Explained => Unspoken("Names: `impact-start`, `detected`, `first-action`, `declared`, `acknowledged`, `identified`, `mitigated`, `resolved` or `closed`.\nWhen: as in a note, or `unknown`; `automatic` goes back to what the bot saw.");

    public static Question When(NamedTime name) => new(
        Speak($"Time: {NamedTimeWords.Typed(name)}"), Speak($"{NamedTimeWords.Name(name)}: when was it?"), Speak("Such as 14:05, 25m ago, yesterday 21:30 or unknown; behind it, if you like, why."), Multiline: false);

    public static string SaySource(DetectionSources sources) =>
        Speak($"Say how its first sign reached people: {string.Join(", ", sources.All.Select(source => $"`{source.Source.Key}`"))}; behind it, if you like, when.");

    public static MessageContent Of(Incident incident, BotOptions options)
    {
        var moments = Enum.GetValues<NamedTime>().Select(name => $"{NamedTimeWords.Name(name)}: {NamedTimeWords.When(IncidentTiming.At(incident, name))}{Source(incident, name)}{(incident.Times.Given(name) is null ? "" : Speak(" _(given)_"))}");
        var measures = Measure.All.Select(measure => $"{NamedTimeWords.Name(measure)}: {NamedTimeWords.Between(incident, measure)}");
        return MessageContent.With(
            Speak($"*When, in {Mrkdwn.Truncate(Title(incident), 300)}*\n{string.Join("\n", moments)}\n*How long*\n{string.Join("\n", measures)}"),
            Buttons.Choose(incident, "time", Speak("Correct a time"), Enum.GetValues<NamedTime>().Select(name => (NamedTimeWords.Name(name), $"time {NamedTimeWords.Typed(name)}"))),
            Buttons.Choose(incident, "detected", Speak("Who noticed first?"), options.Detection.All.Select(source => (SourceWords.Name(source.Source), $"detected by {source.Source.Key}"))));
    }

    private static string Source(Incident incident, NamedTime name) =>
        name == NamedTime.Detected ? incident.DetectedBy is { } source ? Speak($", by {SourceWords.Within(source)}") : Speak(", nobody has said by whom") : "";
}
