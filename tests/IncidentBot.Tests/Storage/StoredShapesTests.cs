using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Messaging;
using IncidentBot.Tests.Conventions;

namespace IncidentBot.Tests.Storage;

/// <summary>What older releases stored must load for ever: each shape keeps samples, and none of them is ever changed.</summary>
public sealed class StoredShapesTests
{
    private const string Folder = "tests/IncidentBot.Tests/Storage/Samples";

    public static TheoryData<string> Samples =>
        [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, Folder), "*.json").Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_stored_sample_loads_and_loses_nothing(string file)
    {
        var stored = Repository.Read($"{Folder}/{file}");

        Assert.Empty(LostBy(file.Split('.')[0], stored));
    }

    [Fact]
    public void Every_shape_has_a_sample() => Assert.Empty(WithoutSample([.. Samples.Select(row => row.Data)]));

    [Fact]
    public void A_shape_without_a_sample_is_seen() =>
        Assert.Equal(["answer"], WithoutSample([.. Samples.Select(row => row.Data).Where(file => !file.StartsWith("answer.", StringComparison.Ordinal))]));

    [Theory]
    [InlineData("invite", """{"Channel":"C1","User":"U1","Inviter":"U2"}""", "/Inviter")]
    [InlineData("read-message", """{"Number":1,"Channel":"C1","Ts":{"Id":"1.2"}}""", null)]
    [InlineData("post-message", """{"Channel":"C1","Content":{"Text":"x","Blocks":[],"Footer":"y"}}""", "/Content/Footer")]
    public void What_a_shape_would_lose_is_seen(string name, string stored, string? lost)
    {
        if (lost is null)
            Assert.ThrowsAny<JsonException>(() => LostBy(name, stored));
        else
            Assert.Equal([lost], LostBy(name, stored));
    }

    [Fact]
    public void A_name_nobody_stored_is_no_shape() =>
        Assert.ThrowsAny<Exception>(() => StoredShapes.Read<object>("never-was", "{}"));

    [Fact]
    public void The_blocks_of_a_stored_message_are_in_slacks_own_words()
    {
        var answer = JsonDocument.Parse(Repository.Read($"{Folder}/answer.json")).RootElement;

        Assert.Equal("section", answer.GetProperty("Content").GetProperty("Blocks")[0].GetProperty("type").GetString());
    }

    private static IEnumerable<string> WithoutSample(IReadOnlyList<string> files) =>
        StoredShapes.All.Select(NameOf).Where(name => !files.Contains($"{name}.json")).Order(StringComparer.Ordinal);

    private static string NameOf(Type shape) =>
        ((StoredAsAttribute)shape.GetCustomAttributes(typeof(StoredAsAttribute), inherit: false).Single()).Name;

    /// <summary>Pointers to everything that is stored and not there any more once it was loaded.</summary>
    private static IReadOnlyList<string> LostBy(string name, string stored) =>
        [.. Lost(JsonNode.Parse(stored), JsonNode.Parse(StoredShapes.Write(StoredShapes.Read<object>(name, stored))), "")];

    private static IEnumerable<string> Lost(JsonNode? stored, JsonNode? loaded, string at) => (stored, loaded) switch
    {
        (JsonObject old, JsonObject now) => old.SelectMany(field => Lost(field.Value, now[field.Key], $"{at}/{field.Key}")),
        (JsonArray old, JsonArray now) when old.Count == now.Count => old.Zip(now).SelectMany((pair, i) => Lost(pair.First, pair.Second, $"{at}/{i}")),
        _ => JsonNode.DeepEquals(stored, loaded) ? [] : [at],
    };
}
