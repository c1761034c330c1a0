using IncidentBot.Wording;

namespace IncidentBot.Configuration;

/// <summary>Reads the section <c>permissions</c>: groups of words first, then single words over them.</summary>
internal static class PermissionsSection
{
    private const string Key = "permissions";

    public static Permissions Read(ConfigSection root, IReadOnlyList<Usage>? commands)
    {
        var section = root.Part(Key);
        var byWord = new Dictionary<string, IReadOnlyList<Permitted>>();
        foreach (var group in WordGroup.All)
        {
            var who = Those(section, group.Key, group.IsAboutAnIncident, group.Words);
            foreach (var word in group.Words)
                byWord[word] = who;
        }
        foreach (var (typed, word) in Words(commands).Where(each => section.IsWritten(each.Typed)))
            byWord[word] = Those(section, typed, WordGroup.Of(word)?.IsAboutAnIncident ?? false, [word]);
        return new Permissions(byWord);
    }

    private static IReadOnlyList<Permitted> Those(ConfigSection section, string key, bool isAboutAnIncident, IReadOnlyList<string> words)
    {
        var who = section.OneOrSeveral(key, Permitted.Read);
        if (!isAboutAnIncident && who.Any(each => each is not (Permitted.All or Permitted.Group)))
            section.Wrong(key, "this is about no single incident, which alone has responders and a commander. Write anyone, or the id (S…) of a Slack user group.");
        else if (who.Contains(Permitted.Author) && !(words.Any(HasAuthor) && (who.Count > 1 || words.All(HasAuthor))))
            section.Wrong(key, "only entries of the timeline have an author. Write author for edit or redact, or with somebody else for recording.");
        return who;
    }

    /// <summary>Whether the word is about one entry.</summary>
    private static bool HasAuthor(string word) => word is "edit" or "redact";

    /// <summary>As they may be written, with the word each means. Words that only buttons type follow the ones they belong to.</summary>
    private static IEnumerable<(string Typed, string Word)> Words(IReadOnlyList<Usage>? commands) => commands is null
        ? WordGroup.All.SelectMany(group => group.Words).Select(word => (word, word))
        : commands.Where(usage => !usage.Hidden && WordGroup.Of(usage.Word) is not null)
            .SelectMany(usage => new[] { usage.AlsoSpelled, usage.Word }.OfType<string>().Select(typed => (typed, usage.Word)));
}
