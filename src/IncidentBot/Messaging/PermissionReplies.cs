using IncidentBot.Configuration;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Slack.Blocks;
using IncidentBot.Wording;
using static IncidentBot.Wording.IncidentWords;

namespace IncidentBot.Messaging;

/// <summary>Why somebody may not, who may, and what they wrote.</summary>
internal static class PermissionReplies
{
    public static MessageContent Refused(Verdict.No no, Incident? incident, TimelineEntry? entry, string typed)
    {
        var text = Mrkdwn.Truncate(string.Join(' ', new[] { Who(no, incident, entry), Unknown(no), Meanwhile(no, incident, entry) }.Where(part => part.Length > 0)), GivenBack.PerBlock);
        return typed.Length == 0 ? MessageContent.Plain(text) : GivenBack.Below($"{text} {Speak("Nothing was changed. You wrote:")}", typed);
    }

    public static MessageContent NotForExternal(string word) => MessageContent.Plain(
        Speak($"`{word}` is for people of this workspace. In an incident's channel that you are in, `/incident catchup` shows how it stands."));

    public static MessageContent NotSaid(string word) => MessageContent.Plain(
        Speak($"`{word}` is for people of this workspace, and Slack does not tell me at the moment whether you are one. Try again in a minute."));

    /// <summary>Words of help that are others', on one line; empty where there are none.</summary>
    public static string Others(IReadOnlyList<Usage> usages) => usages.Count == 0
        ? ""
        : Mrkdwn.Truncate(Speak($"Left to others here: {string.Join(", ", usages.Select(usage => $"`{usage.Word}`"))}. Type one, and I say who can."), GivenBack.PerBlock);

    private static string Who(Verdict.No no, Incident? incident, TimelineEntry? entry) =>
        Speak($"Only {Or([.. no.Who.Select(who => Named(who, incident, entry)).Append(CommanderToo(no, incident)).Where(name => name.Length > 0)])} can {Does(no.Word)}.");

    private static string Named(Permitted who, Incident? incident, TimelineEntry? entry) => who switch
    {
        Permitted.Group(var id) => Group(id),
        Permitted.Involved => Speak($"those who have a part in the incident{(incident?.Channel is { } channel ? Speak($" or are in {Mrkdwn.Channel(channel.Value)}") : "")}"),
        Permitted.Writer when entry?.Author is { } author && author != entry.RecordedBy => Speak($"{Person(author)} (who wrote it), {Person(entry.RecordedBy)} (who recorded it)"),
        Permitted.Writer => entry is null ? Speak("whoever wrote it") : Speak($"{Person(entry.RecordedBy)} (who wrote it)"),
        Permitted.InCommand when incident?.Commander is { } commander => Speak($"{Person(commander)} (commander){(Reviewer(incident) is { Length: > 0 } also ? Speak($" or {also}") : "")}"),
        Permitted.InCommand when incident?.Review is { } review => Speak($"{Person(review.Owner)} (owner of the review)"),
        Permitted.InCommand => Speak("the commander (nobody is, so far)"),
        _ => "",
    };

    /// <summary>Where only a group was named: who can besides, or could, as nobody knows who is in the group.</summary>
    private static string CommanderToo(Verdict.No no, Incident? incident) => incident switch
    {
        null => "",
        _ when no.Who.Contains(Permitted.Commander) || !Permissions.IsTheCommandersToo(no.Word, no.Who) => "",
        { Commander: { } commander } => Speak($"{Person(commander)} (commander)"),
        _ when no.Unknown is not null && no.Word != "take" => Speak("whoever commands (nobody does, so far: `/incident take`)"),
        _ => "",
    };

    private static string Reviewer(Incident incident) =>
        incident.Review is { } review && review.Owner != incident.Commander ? Speak($"{Person(review.Owner)} (owner of the review)") : "";

    private static string Unknown(Verdict.No no) => no.Unknown is { } group
        ? Speak($"Slack does not tell me at the moment who is in {Group(group)}, so I cannot see whether you are. Try again in a minute, or ask them.")
        : "";

    /// <summary>What they can do instead.</summary>
    private static string Meanwhile(Verdict.No no, Incident? incident, TimelineEntry? entry) => no switch
    {
        { Word: "redact" } when entry is not null => Speak($"It cannot be undone. `/incident edit {entry.Number} hide` takes the entry off the timeline meanwhile.{(incident?.Commander is null ? Speak(" `/incident take` takes command.") : "")}"),
        _ when incident is { Commander: null } && no.Who.Contains(Permitted.Commander) && incident.Channel is { } channel && no.Word != "redact" => Speak($"While nobody commands, everybody in {Mrkdwn.Channel(channel.Value)} can: go there and try again."),
        { Unknown: not null } => "",
        _ => Speak("Ask them."),
    };

    private static string Does(string word) => word switch
    {
        "redact" => Speak("redact it"),
        _ => Speak($"use `{word}` here"),
    };

    private static string Group(string id) => $"<!subteam^{id}>";

    private static string Or(IReadOnlyList<string> names) => names.Count <= 1 ? string.Concat(names) : Speak($"{string.Join(", ", names.Take(names.Count - 1))} or {names[^1]}");
}
