namespace IncidentBot.Tests.Conventions;

public sealed class FileLengthTests
{
    private const int Longest = 400;

    [Fact]
    public void No_file_is_longer_than_a_reader_can_hold() =>
        Assert.Empty(TooLong([.. Repository.Sources("src"), .. Repository.Sources("tests")]));

    [Fact]
    public void A_longer_one_is_seen() =>
        Assert.Single(TooLong([new SourceFile("src/X.cs", new string('\n', Longest + 1)), new SourceFile("src/Y.cs", new string('\n', Longest))]));

    private static IEnumerable<string> TooLong(IEnumerable<SourceFile> files) =>
        files.Where(file => file.Lines > Longest).Select(file => $"{file.Path} has {file.Lines} lines.");
}
