using IncidentBot.Configuration;
using YamlDotNet.RepresentationModel;

namespace IncidentBot.Tests.Configuration;

/// <summary>A list of sections is people's own as a whole, and each slip in it has its line.</summary>
public sealed class ConfigListTests
{
    private const string Defaults = "tools:\n  - name: hammer\n    weight: 2\n    also: [mallet, maul]\n";

    [Theory]
    [InlineData("{}", "hammer 2 mallet+maul")]
    [InlineData("tools:\n  # nothing", "hammer 2 mallet+maul")]
    [InlineData("tools:\n  - name: saw\n    also: blade\n  - name: file\n    weight: 3", "saw 1 blade|file 3 ")]
    [InlineData("tools: []", "")]
    public void What_is_written_replaces_the_list_as_a_whole(string text, string expected)
    {
        var (read, problems) = Read(text);

        Assert.Empty(problems);
        Assert.Equal(expected, read);
    }

    [Theory]
    [InlineData("tools: hammer", "line 1: tools: a list belongs there, each line beginning with a dash.")]
    [InlineData("tools:\n  - hammer", "line 2: tools: each line of this list is a section of its own, beginning with a dash.")]
    [InlineData("tools:\n  - name: saw\n  - weight: 2", "line 3: tools[2].name is missing.")]
    [InlineData("tools:\n  - name: saw\n    wieght: 2", "line 3: there is no tools[1].wieght. Did you mean weight?")]
    [InlineData("tools:\n  - name: saw\n    weight: heavy", "line 3: tools[1].weight: \"heavy\" is not a number from 1 to 9.")]
    [InlineData("tools:\n  - name: saw\n    also:\n      - blade\n      - [a]", "line 5: tools[1].also: one word or number belongs there, not a list or a section.")]
    [InlineData("tools:\n  - name: saw\n  - name: saw", "line 3: tools[2].name: there is one of that name.")]
    public void A_slip_in_a_list_has_its_line(string text, string problem) => Assert.Equal(problem, Assert.Single(Read(text).Problems).ToString());

    private static (string Read, List<ConfigProblem> Problems) Read(string text)
    {
        var problems = new List<ConfigProblem>();
        var root = new ConfigSection(Map(text), Map(Defaults), "", problems, []);
        var names = new HashSet<string>();
        var read = string.Join('|', root.Items("tools").Select(tool =>
        {
            var name = tool.Required("name", SettingWords.Text, "");
            if (name.Length > 0 && !names.Add(name))
                tool.Wrong("name", "there is one of that name.");
            return $"{name} {tool.Optional("weight", SettingWords.Number(1, 9), 1)} {string.Join('+', tool.Several("also", SettingWords.Text))}";
        }));
        root.Close();
        return (read, problems);
    }

    private static YamlMappingNode Map(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return (YamlMappingNode)stream.Documents[0].RootNode;
    }
}
