namespace IncidentBot.Tests.Conventions;

public sealed class BannedSymbolsTests
{
    [Fact]
    public void Nothing_banned_stands_in_the_source() => Assert.Empty(BannedSymbols.In(Repository.Sources("src")));

    [Theory]
    [InlineData("var now = DateTime.UtcNow;")]
    [InlineData("var now = System.DateTime.Now;")]
    [InlineData("var now = DateTimeOffset.UtcNow;")]
    [InlineData("var id = Guid.NewGuid();")]
    [InlineData("var any = Random.Shared.Next();")]
    [InlineData("var any = new Random(1);")]
    [InlineData("Thread.Sleep(5);")]
    [InlineData("var all = \"conversations.list\";")]
    [InlineData("await Task.Delay(5);")]
    [InlineData("await Task.Delay(TimeSpan.FromSeconds(Math.Max(1, 2)));")]
    [InlineData("await Task.Delay(TimeSpan.FromSeconds(1), cancellationToken);")]
    [InlineData("try { Do(); } catch { }")]
    [InlineData("try { Do(); } catch (Exception) when (late) { }")]
    public void Each_of_them_is_seen(string code) => Assert.Single(BannedSymbols.In([new SourceFile("src/X.cs", code)]));

    [Theory]
    [InlineData("// DateTime.UtcNow is banned")]
    [InlineData("var now = clock.GetUtcNow();")]
    [InlineData("await Task.Delay(TimeSpan.FromSeconds(Math.Max(1, 2)), clock, ct);")]
    [InlineData("await Task.Delay(pause, TimeProvider.System, ct);")]
    [InlineData("var address = \"https://example.com\"; // https://example.com")]
    public void Their_replacements_are_welcome(string code) => Assert.Empty(BannedSymbols.In([new SourceFile("src/X.cs", code)]));
}
