using System.Text.RegularExpressions;

namespace IncidentBot.Tests.Conventions;

/// <summary>Who may know whom inside the bot: Web, Scheduling → slices → Messaging → Wording → Storage → Domain.</summary>
internal static class DependencyLines
{
    private const string Root = "";
    private const string Prefix = "src/IncidentBot/";
    private static readonly string[] Slices = ["Channels", "Home", "Incidents", "Reconciliation", "Reviews", "Roles", "Timeline", "Updates"];
    private static readonly string[] OfASlice = ["Configuration", "Delivery", "Messaging", "Storage", "Wording"];

    /// <summary>By folder, the folders it may know. Delivery knows the slices for their views, a slice knows Delivery for its effects.</summary>
    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Storage"] = [],
        ["Wording"] = [],
        ["Configuration"] = ["Wording"],
        ["Messaging"] = ["Configuration", "Storage", "Wording"],
        ["Delivery"] = ["Configuration", "Messaging", "Storage", "Wording", .. Slices],
        ["Scheduling"] = ["Configuration", "Messaging", "Storage"],
        ["Web"] = ["Messaging", "Storage"],
        ["Channels"] = [.. OfASlice, "Timeline"],
        ["Evidence"] = OfASlice,
        ["Home"] = OfASlice,
        ["Incidents"] = [.. OfASlice, "Home"],
        ["Reconciliation"] = [.. OfASlice, "Channels", "Timeline"],
        ["Reviews"] = OfASlice,
        ["Roles"] = OfASlice,
        ["Timeline"] = OfASlice,
        ["Updates"] = OfASlice,
    };

    private static readonly string[] RootTypes = ["AppManifest", "BotHost", "ReferenceCommand", "RunCommand", "SandboxCommand"];
    private static readonly Regex Known = new($@"(?<![\w.])(?:IncidentBot\.)?(?<folder>{string.Join('|', MayKnow.Keys)}|Sandbox)(?=\.[A-Z]|;)", RegexOptions.CultureInvariant);
    private static readonly Regex RootType = new($@"(?<![\w.])(?<type>{string.Join('|', RootTypes)})\b", RegexOptions.CultureInvariant);

    /// <summary>One sentence for every line that crosses; empty when all is well.</summary>
    public static IReadOnlyList<string> Crossed(IEnumerable<SourceFile> files) => [.. files.SelectMany(Crossed).Distinct()];

    private static IEnumerable<string> Crossed(SourceFile file)
    {
        var parts = file.Path[Prefix.Length..].Split('/');
        var folder = parts.Length == 1 ? Root : parts[0];
        if (folder == Root)
        {
            if (file.Names.Contains("IncidentBot.Sandbox", StringComparison.Ordinal) && parts[0] is not ("RunCommand.cs" or "SandboxCommand.cs"))
                yield return $"{file.Path} knows the sandbox.";
            yield break;
        }
        if (!MayKnow.TryGetValue(folder, out var allowed))
        {
            yield return $"{folder} is a new folder; say whom it may know.";
            yield break;
        }
        foreach (Match match in Known.Matches(file.Names))
        {
            var known = match.Groups["folder"].Value;
            if (known != folder && !allowed.Contains(known))
                yield return $"{file.Path}: {folder} knows {known}.";
        }
        foreach (Match match in RootType.Matches(file.Names))
            yield return $"{file.Path}: {folder} knows {match.Groups["type"].Value}.";
    }
}
