using IncidentBot.Slack.Requests;
using Xunit;

namespace IncidentBot.Slack.Tests.Requests;

public sealed class SigningSecretTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t")]
    public void An_empty_secret_is_refused_because_everybody_knows_it(string? secret) =>
        Assert.Throws<ArgumentException>(() => new SigningSecret(secret!));

    [Fact]
    public void A_secret_never_prints_itself()
    {
        var secret = new SigningSecret("hush-hush");
        Assert.DoesNotContain("hush", $"{secret}", StringComparison.Ordinal);
    }
}
