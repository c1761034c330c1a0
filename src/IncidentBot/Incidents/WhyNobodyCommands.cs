using IncidentBot.Configuration;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Roles;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.Incidents;

/// <summary>What <c>why</c> says while nobody commands: who hears of it, who is asked, and who is not any more.</summary>
internal static class WhyNobodyCommands
{
    /// <summary>Who is told at that moment.</summary>
    public static string Whom(Incident incident, BotOptions options, DateTimeOffset at) =>
        FreeCommand.AreOthersToldAt(incident, options.Command.Free, at) ? Others(incident, options) : Speak("this channel");

    /// <summary>The group that is asked; null where none is.</summary>
    public static string? Group(Incident incident, BotOptions options) =>
        (incident.Search?.Group ?? options.Commander.Group) is { } group ? Mrkdwn.UserGroup(group) : null;

    /// <param name="incident">A live incident nobody commands.</param>
    /// <param name="options">What is configured.</param>
    /// <param name="kinds">What it will be reminded of.</param>
    public static IEnumerable<string> Reasons(Incident incident, BotOptions options, IReadOnlyList<string> kinds)
    {
        if (incident.Channel is null)
            yield break;
        if (options.Command.Free.TellChannelAfter is null)
            yield return Speak("Say that nobody commands: `command.tell_channel_after` is off in the configuration.");
        else if (!kinds.Contains(ReminderKinds.FreeCommand))
            yield return Speak($"Say again that nobody commands: I told {(options.Command.Free.TellOthersAfter is null ? Speak("this channel") : Others(incident, options))}. {Command(incident, "take")} takes it.");
        if (incident.IsPrivate || incident.Offer is not null || kinds.Contains(ReminderKinds.AskGroup) || incident.Search is { IsLooking: true })
            yield break;
        yield return (Group(incident, options), incident.Search) switch
        {
            (null, _) => Speak($"Ask anybody to command: no group is configured for that. {Command(incident, "take")} takes it."),
            ({ } group, { IsOver: true }) => Speak($"Ask {group} again: nobody of it could take command. {Command(incident, "take")} takes it."),
            ({ } group, _) => Speak($"Ask {group} to command: nobody has for {Duration(AskingAGroup.BeginsWithin)} or longer. {Command(incident, "take")} takes it."),
        };
    }

    private static string Others(Incident incident, BotOptions options) => options.Command.Tell switch
    {
        var group when SettingWords.IsGroup(group) => Speak($"this channel and {Mrkdwn.UserGroup(group)}"),
        { Length: > 0 } channel when !incident.IsPrivate => Speak($"this channel and {Mrkdwn.Channel(channel)}"),
        _ => Speak("this channel"),
    };
}
