using IncidentBot.Domain.Incidents;
using IncidentBot.Slack.Blocks;
using IncidentBot.Storage;
using IncidentBot.Wording;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.Roles;

/// <summary>What people are told of a cover.</summary>
internal static class CoverReplies
{
    public static string SayWhoAndHowLong => Speak("Say who, and for how long: `cover @name 2h`. `cover off` ends it. At most 14 days.");

    public static MessageContent Standing(CoverRow? cover) => cover is null
        ? MessageContent.Plain(Speak("Nobody covers you. `/incident cover @name 2h` lets somebody be reminded in your place."))
        : MessageContent.With(Speak($"{Mrkdwn.User(cover.CoveredBy)} is reminded in your place until {Moment(cover.Until)}."), Buttons.Run(Speak("End it"), "cover off"));

    public static MessageContent Begun(UserId with, DateTimeOffset until) =>
        MessageContent.With(Speak($"{Person(with)} is reminded in your place until {Moment(until)}. Who commands stays who commands: `/incident handover` changes that."), Buttons.Run(Speak("End it"), "cover off"));

    public static MessageContent Asked(UserId of, DateTimeOffset until) => MessageContent.Plain(
        Speak($"🤝 You cover {Person(of)} until {Moment(until)}: reminders of their reviews, updates and tasks come to you, but for private incidents you are not part of. If you cannot, tell them; they end it with `/incident cover off`."));
}
