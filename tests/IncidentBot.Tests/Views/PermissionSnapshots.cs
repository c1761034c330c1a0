using IncidentBot.Configuration;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;
using IncidentBot.TestKit;
using IncidentBot.Wording.Languages;

namespace IncidentBot.Tests.Views;

/// <summary>What people read who may not, in both languages: why, who can, and what goes on meanwhile.</summary>
public sealed class PermissionSnapshots
{
    private static readonly Incident Commanded = Some.Incident(commander: Some.OtherUser);
    private static readonly Incident Free = Some.Incident();
    private static readonly TimelineEntry Entry = new(Free.Id, EntryKind.Note, "The password is …", HappenedAt.Exactly(Some.Moment), Some.Moment, Some.User) { Number = 4 };
    private static readonly Permitted Group = Permitted.Read("S0123456789");

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public void Refusals(string language)
    {
        using var spoken = (language == "de" ? Language.German : Language.English).Speak();
        string[] said =
        [
            Refused("resolve", [Permitted.Commander], Commanded, "resolve the queue drains"),
            Refused("resolve", [Permitted.Commander], Free, ""),
            Refused("resolve", [Permitted.Commander], Commanded with { Commander = Some.User, Review = Some.Review() }, ""),
            Refused("sev", [Permitted.Responders], Commanded, "sev 2"),
            Refused("merge", [Group, Permitted.Commander], Commanded, "merge #12"),
            Refused("sev", [Group], Commanded, "", unknown: "S0123456789"),
            Refused("sev", [Group], Free, "", unknown: "S0123456789"),
            Refused("declare", [Group], null, "declare Checkout is failing", unknown: "S0123456789"),
            Refused("redact", [Permitted.Author, Permitted.Commander], Free, "", Entry),
            Refused("redact", [Permitted.Author, Permitted.Commander], Commanded, "", Entry with { Author = Some.OtherUser }),
            PermissionReplies.NotForExternal("list").Text,
            PermissionReplies.NotSaid("take").Text,
            PermissionReplies.Others([.. WorstCase.Usages.Take(3)]),
        ];

        Snapshot.Match($"permissions.{language}.txt", string.Join("\n\n", said) + "\n");
    }

    private static string Refused(string word, IReadOnlyList<Permitted> who, Incident? incident, string typed, TimelineEntry? entry = null, string? unknown = null) =>
        PermissionReplies.Refused(new Verdict.No(word, who, unknown), incident, entry, typed).Text;
}
