using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using IncidentBot.Configuration;
using IncidentBot.Tests.Conventions;
using IncidentBot.Wording.Languages;

namespace IncidentBot.Tests.Languages;

/// <summary>Every sentence that is said is known, and is said in every language.</summary>
public sealed partial class SentencesTests
{
    private const string Folder = "src/IncidentBot/Wording/Languages";

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>After a sentence was added or changed, <c>INCIDENTBOT_ACCEPT=1</c> writes the English file anew.</summary>
    [Fact]
    public void The_file_of_sentences_is_what_the_code_and_the_configuration_say()
    {
        var text = Written(Said());
        if (Environment.GetEnvironmentVariable("INCIDENTBOT_ACCEPT") == "1")
            File.WriteAllText(Path.Combine(Repository.Root, $"{Folder}/Sentences.en.json"), text);

        Assert.Equal(text, Repository.Read($"{Folder}/Sentences.en.json"));
    }

    [Theory]
    [InlineData("de")]
    public void Every_sentence_is_said_in_every_language_with_the_same_things_put_in(string key)
    {
        var language = Language.All.Single(language => language.Key == key);
        var said = Said();

        Assert.DoesNotContain(said.Keys, sentence => language.Find(sentence) is null);
        Assert.DoesNotContain(said.Keys, sentence => language.Find(sentence) is { } theirs && !Holes(theirs.Format).SetEquals(Holes(sentence)));
        Assert.DoesNotContain(said.Keys, sentence => language.Find(sentence) is { Format: "" });
    }

    [Theory]
    [InlineData("de")]
    public void No_language_has_sentences_nobody_says(string key)
    {
        var said = Said();

        Assert.DoesNotContain(JsonSerializer.Deserialize<Dictionary<string, string>>(Repository.Read($"{Folder}/Sentences.{key}.json"))!.Keys, sentence => !said.ContainsKey(sentence));
    }

    [Fact]
    public void Literals_are_read_as_the_compiler_reads_them()
    {
        const string code = """
            var a = Speak($"{Person(e.To)} said \"{(x ? Speak("yes") : $"{1} no")}\" {{literally}}\n"); // Speak("not this")
            var b = 'x' == '\'' ? @"c:\" : "";
            """;

        Assert.Equal(
            ["yes", "{0} no", "{0} said \"{1}\" {{literally}}\n"],
            SourceText.Literals(code).Where(literal => literal.Sentence.Length > 0 && !literal.Sentence.Contains(':', StringComparison.Ordinal)).Select(literal => literal.Sentence));
    }

    /// <summary>What is said, by the English sentence, with what is put in.</summary>
    private static SortedDictionary<string, string> Said()
    {
        var said = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var literal in Repository.Sources("src/IncidentBot").SelectMany(file => SourceText.Literals(file.Text)))
        {
            if (SaidAloud().IsMatch(literal.Before))
                said[literal.Sentence] = string.Join("; ", literal.Put.Select((what, i) => $"{{{i}}}: {what}"));
        }
        var options = ConfigFile.Default;
        foreach (var name in options.Severities.Levels.SelectMany(level => new[] { level.Severity.Name, level.Description })
            .Concat(options.Lifecycle.States.Select(state => state.Status.Name))
            .Concat(options.Detection.All.Select(source => source.Source.Name))
            .Concat(options.Roles.SelectMany(role => new[] { role.Name, role.Does })))
            said.TryAdd(name, "the configuration as it holds where nobody writes otherwise");
        return said;
    }

    private static string Written(IReadOnlyDictionary<string, string> said) => JsonSerializer.Serialize(said, Readable) + "\n";

    private static HashSet<string> Holes(string sentence) => [.. Hole().Matches(sentence).Select(match => match.Value)];

    [GeneratedRegex(@"(?<!\w)(Speak|Unspoken)\($")]
    private static partial Regex SaidAloud();

    [GeneratedRegex(@"\{\d+\}")]
    private static partial Regex Hole();
}
