using System.Text.RegularExpressions;

namespace IncidentBot.Tests.Conventions;

/// <summary>Who may know whom inside the bot. The list people read is the list that is held: <c>src/README.md</c>, "Who may know whom".</summary>
internal sealed partial class DependencyLines
{
    private const string Root = "";
    private const string Prefix = "src/IncidentBot/";

    /// <summary>By folder, the folders it may know besides itself.</summary>
    private readonly Dictionary<string, string[]> mayKnow;
    private readonly Regex folders;
    private readonly Regex rootTypes;

    /// <param name="readme">The page with the list: a folder a line, then the folders it may know; words in lower case only say why.</param>
    /// <param name="rootTypes">The types beside the folders, which no folder may know.</param>
    public DependencyLines(string readme, IEnumerable<string> rootTypes)
    {
        mayKnow = Block().Match(readme).Groups["lines"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => Folder().Matches(line).Select(word => word.Value).ToArray())
            .ToDictionary(words => words[0], words => words[1..]);
        folders = new Regex($@"(?<![\w.])(?:IncidentBot\.)?(?<folder>{string.Join('|', mayKnow.Keys.Append("Sandbox"))})(?=\.[A-Z]|;)", RegexOptions.CultureInvariant);
        this.rootTypes = new Regex($@"(?<![\w.])(?<type>{string.Join('|', rootTypes)})\b", RegexOptions.CultureInvariant);
    }

    /// <summary>The list as it stands, for the types as they stand.</summary>
    public static DependencyLines Written() => new(
        Repository.Read("src/README.md"),
        Repository.Sources(Prefix).Select(file => file.Path[Prefix.Length..]).Where(path => !path.Contains('/') && path != "Program.cs").Select(Path.GetFileNameWithoutExtension)!);

    /// <summary>One sentence for every line that crosses; empty when all is well.</summary>
    public IReadOnlyList<string> Crossed(IEnumerable<SourceFile> files) => [.. files.SelectMany(Crossed).Distinct()];

    /// <summary>One sentence for everything that is permitted and not done; empty when all is well.</summary>
    public IReadOnlyList<string> Unused(IEnumerable<SourceFile> files)
    {
        var done = files.SelectMany(file => Known(file).Select(known => (Folder: FolderOf(file), Known: known))).ToHashSet();
        return [.. from line in mayKnow from known in line.Value where !done.Contains((line.Key, known)) select $"{line.Key} need not know {known}."];
    }

    private IEnumerable<string> Crossed(SourceFile file)
    {
        var folder = FolderOf(file);
        if (folder == Root)
        {
            if (file.Names.Contains("IncidentBot.Sandbox", StringComparison.Ordinal) && Path.GetFileName(file.Path) is not ("RunCommand.cs" or "SandboxCommand.cs"))
                yield return $"{file.Path} knows the sandbox.";
            yield break;
        }
        if (!mayKnow.TryGetValue(folder, out var allowed))
        {
            yield return $"{folder} is a new folder; say in src/README.md whom it may know.";
            yield break;
        }
        foreach (var known in Known(file).Where(known => known != folder && !allowed.Contains(known)))
            yield return $"{file.Path}: {folder} knows {known}.";
        foreach (Match match in rootTypes.Matches(file.Names))
            yield return $"{file.Path}: {folder} knows {match.Groups["type"].Value}.";
    }

    private IEnumerable<string> Known(SourceFile file) => folders.Matches(file.Names).Select(match => match.Groups["folder"].Value);

    private static string FolderOf(SourceFile file) => file.Path[Prefix.Length..].Split('/') is [var folder, _, ..] ? folder : Root;

    [GeneratedRegex("### Who may know whom\n```\n(?<lines>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex(@"\b[A-Z]\w+")]
    private static partial Regex Folder();
}
