using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Times;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Wording;

/// <summary>The same words for the same things, wherever they are read. Never by colour or emoji alone.</summary>
internal static class IncidentWords
{
    /// <summary>Texts people wrote are cut to this on living messages; the timeline keeps them whole.</summary>
    public const int LongestQuote = 1_500;

    /// <summary>Every letter of the longest title escaped still fits; so do the words around it in one block.</summary>
    private const int LongestTitle = 1_100;

    public static string Name(Severity severity) => severity.IsUnset ? Speak("no severity yet") : Speak(severity.Name);

    public static string Sign(Severity severity) => severity.IsUnset ? "⚪" : severity.Sign;

    /// <summary>Sign and name: a menu's option, a line of the card.</summary>
    public static string Signed(Severity severity) => $"{Sign(severity)} {Name(severity)}";

    /// <summary>What a button types for it after <c>sev</c>; the key means the same whatever the scale becomes.</summary>
    public static string Typed(Severity severity) => severity.Key;

    public static string Name(IncidentStatus status) => Speak(status.Name);

    /// <summary>What a button types for it after <c>status</c>; the key means the same whatever the lifecycle becomes.</summary>
    public static string Typed(IncidentStatus status) => status.Key;

    /// <summary>The sign an incident is known by at a glance: how bad it is, or how it ended.</summary>
    public static string Mark(Incident incident) => incident.Status.Phase switch
    {
        IncidentPhase.Live => Sign(incident.Severity),
        IncidentPhase.Declined => "🚫",
        IncidentPhase.Merged => "🔀",
        _ => "✅",
    };

    public static string Person(UserId user) => Mrkdwn.User(user.Value);

    public static string PersonOrNobody(UserId? user) => user is { } someone ? Person(someone) : Speak("nobody");

    public static string Number(Incident incident) => string.Create(CultureInfo.InvariantCulture, $"#{incident.Id.Number}");

    /// <summary>A command as it must be typed outside the incident's channel.</summary>
    public static string Command(Incident incident, string words) => $"`/incident {Number(incident)} {Mrkdwn.Escape(words)}`";

    /// <summary>A drill says so wherever its title stands: nobody may be frightened by it.</summary>
    public static string Named(Incident incident, string title) => incident.IsDrill ? Speak($"🎯 Drill: {title}") : title;

    /// <summary>Number and title, escaped for mrkdwn. A letter may carry any number of marks, so even a title that fits is cut somewhere.</summary>
    public static string Title(Incident incident) => Mrkdwn.Truncate($"{Number(incident)} {Named(incident, Mrkdwn.Escape(incident.Title))}", LongestTitle);

    /// <summary>The incident's channel where it has one, else its number and title.</summary>
    public static string Place(Incident incident) =>
        incident.Channel is { } channel ? $"{Mrkdwn.Channel(channel.Value)} ({Title(incident)})" : Title(incident);

    /// <summary>A moment, in each reader's own zone; those who see no such dates get UTC.</summary>
    public static string Moment(DateTimeOffset at) =>
        Mrkdwn.Date(at, "{date_short_pretty} {time}", at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture));

    /// <summary>How long, as people say it: 25 h 10 min.</summary>
    public static string Duration(TimeSpan span)
    {
        if (span >= TimeSpan.FromDays(2))
            return Speak($"{span.Days} days {span.Hours} h");
        var (hours, minutes) = ((int)span.TotalHours, span.Minutes);
        return (hours, minutes) switch
        {
            (0, 0) => Speak("less than a minute"),
            (0, _) => Speak($"{minutes} min"),
            (_, 0) => string.Create(CultureInfo.InvariantCulture, $"{hours} h"),
            _ => Speak($"{hours} h {minutes} min"),
        };
    }

    /// <summary>How long after declaring it was over; empty where it was declared afterwards, or the two times contradict each other.</summary>
    public static string AfterDeclaring(Incident incident, DateTimeOffset at) => SinceDeclared(incident, at) is { } length ? Speak($", after {Duration(length)}") : "";

    /// <summary>How long that is after declaring, as that is known now; null where nothing is counted from it.</summary>
    public static TimeSpan? SinceDeclared(Incident incident, DateTimeOffset at) =>
        incident.IsRetroactive || IncidentTiming.At(incident, NamedTime.Declared) is not { } declared || at < declared ? null : at - declared;

    /// <summary>Since when it stands where it ended, as that is known now; null while it is live, and where nobody knows.</summary>
    public static DateTimeOffset? OverSince(Incident incident) => incident.Status.Phase switch
    {
        IncidentPhase.Resolved => IncidentTiming.At(incident, NamedTime.Resolved),
        IncidentPhase.Closed => IncidentTiming.At(incident, NamedTime.Closed),
        _ => incident.EndedAt,
    };

    /// <summary>A person's words as a quote.</summary>
    public static string Quoted(string text) => "> " + text.Replace("\n", "\n> ", StringComparison.Ordinal);

    /// <summary>A person's words as a quote of bounded length.</summary>
    public static string Quote(string text) => Mrkdwn.Truncate(Quoted(text), LongestQuote);
}
