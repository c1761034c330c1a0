using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IncidentBot.Slack.Blocks;
using IncidentBot.Tests.Conventions;
using IncidentBot.Wording;

namespace IncidentBot.Tests.Views;

/// <summary>
/// Compares what people see with what was accepted before. After a change that is meant, run the tests once with
/// <c>INCIDENTBOT_ACCEPT=1</c>, and read the difference as a user would.
/// </summary>
internal static partial class Snapshot
{
    private const string Folder = "tests/IncidentBot.Tests/Views/Snapshots";
    private const string Accept = "INCIDENTBOT_ACCEPT";

    private static readonly JsonSerializerOptions Indented = new(SlackJson.Options) { WriteIndented = true };

    /// <summary>A message: its blocks, if it has any, and its plain text.</summary>
    public static void Match(string name, MessageContent content)
    {
        if (content.Blocks.Count > 0)
            Match($"{name}.json", Json(content.Blocks.Select(block => (object)block)));
        Match($"{name}.txt", content.Text + "\n");
    }

    public static void Match(string name, ViewDefinition view) => Match($"{name}.json", Json([view]));

    /// <summary>A text file.</summary>
    public static void Match(string file, string text)
    {
        var path = Path.Combine(Repository.Root, Folder, file);
        if (Environment.GetEnvironmentVariable(Accept) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }
        Assert.True(File.Exists(path), $"There is no {Folder}/{file}. Run once with {Accept}=1 to accept this:\n{text}");
        Assert.Equal(File.ReadAllText(path), text);
    }

    private static string Json(IEnumerable<object> parts) => EscapedEmoji().Replace(
        string.Concat(parts.Select(part => JsonNode.Parse(SlackJson.Serialize(part))!.ToJsonString(Indented) + "\n")),
        match => JsonSerializer.Deserialize<string>($"\"{match.Value}\"")!);

    /// <summary>The writer escapes what lies beyond the first plane; a reader wants to see it.</summary>
    [GeneratedRegex(@"\\u[Dd][89ABab]..\\u[Dd][C-Fc-f]..")]
    private static partial Regex EscapedEmoji();
}
