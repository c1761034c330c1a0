using IncidentBot.Configuration;
using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Roles;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Wording;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.Roles;

/// <summary>A live incident nobody commands is said to be one: in its channel, then where the configuration says.</summary>
internal sealed class TellFreeCommand : IIncidentReminder
{
    public string Kind => ReminderKinds.FreeCommand;

    public DateTimeOffset? Next(Incident incident, BotOptions options, DateTimeOffset now) => FreeCommand.Next(incident, options.Command.Free, now);

    public async Task RemindAsync(ReminderDue due, Turn turn, CancellationToken ct)
    {
        var incident = await turn.NumberedAsync(due.Number, ct);
        if (incident is not { Channel: { } channel }
            || FreeCommand.Tell(incident, turn.Options.Command.Free, turn.By, turn.Now) is not Decision.Accepted { Events: [CommandStillFree told] } said)
        {
            turn.RemindLater(due, incident);
            turn.Ignore("somebody commands");
            return;
        }
        turn.Accept(said);
        var tell = turn.Options.Command.Tell;
        turn.Owe(new PostMessage(channel.Value, null, FreeCommandReplies.InChannel(incident, told, told.AreOthersTold && SettingWords.IsGroup(tell) ? tell : null)));
        if (told.AreOthersTold && !SettingWords.IsGroup(tell) && !incident.IsPrivate)
            turn.Owe(new PostElsewhere(incident.Id.Number, tell, FreeCommandReplies.Elsewhere(incident, told)));
        turn.RemindNext(said.After, Kind);
        turn.Noted("told that nobody commands");
    }
}

/// <summary>What is said where nobody commands.</summary>
internal static class FreeCommandReplies
{
    public static MessageContent InChannel(Incident incident, CommandStillFree told, string? group)
    {
        var asked = incident.Offer is { } offer ? Speak($" {Person(offer.To)} is asked.") : "";
        return MessageContent.With(
            Speak($"⚠️ {(group is null ? "" : $"{Mrkdwn.UserGroup(group)} ")}Nobody has commanded this incident for {Duration(told.At - told.Since)}.{asked} Who takes it?"), Take(incident));
    }

    public static MessageContent Elsewhere(Incident incident, CommandStillFree told) => MessageContent.With(
        Speak($"⚠️ Nobody has commanded {Place(incident)} for {Duration(told.At - told.Since)} ({Name(incident.Severity)}). Who takes it?"), Take(incident));

    public static MessageContent NobodyFound(Incident incident, CommanderNotFound ended) => MessageContent.With(
        ended.Trouble.Length == 0
            ? Speak("⚠️ Everybody of the group who is there was asked to command, or none of them is there. Who takes it?")
            : Speak($"⚠️ I could not ask the group who commands (`{Mrkdwn.Escape(ended.Trouble)}`). Who takes it?"),
        Take(incident));

    private static Button Take(Incident incident) => Buttons.Run(incident, Speak("Take command"), "take", ButtonStyle.Primary);
}
