using IncidentBot.Configuration;
using IncidentBot.Domain.Times;

namespace IncidentBot.Tests.Configuration;

public sealed class DetectionSectionTests
{
    [Fact]
    public void Without_a_file_there_are_the_ways_of_the_seeds() => Assert.Equal(
        DetectionSources.Default.All.Select(source => (source.Source, string.Join(' ', source.Words))),
        ConfigFile.Default.Detection.All.Select(source => (source.Source, string.Join(' ', source.Words))));

    [Theory]
    [InlineData("detection: []", "line 1: detection: 1 to 20 ways belong there.")]
    [InlineData("detection:\n  - { key: dog, name: The dog }\n  - { key: cat, name: The cat, words: [DOG] }", "line 3: detection[2].key: \"dog\" already means another way; each word can mean one.")]
    [InlineData("lifecycle:\n  - { key: a, name: A, phase: live, marks: closed }\n  - { key: b, name: B, phase: resolved }\n  - { key: c, name: C, phase: closed }\n  - { key: d, name: D, phase: declined }\n  - { key: e, name: E, phase: merged }", "line 2: lifecycle[1].marks: \"closed\" is not one of identified, mitigated.")]
    public void A_slip_is_named_with_its_line(string text, string problem) =>
        Assert.Equal(problem, Assert.Single(ConfigFile.Read(text, null).Problems).ToString());
}
