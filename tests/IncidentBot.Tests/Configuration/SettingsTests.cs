using System.Diagnostics;
using IncidentBot.Configuration;
using Microsoft.Extensions.Configuration;

namespace IncidentBot.Tests.Configuration;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("SLACK_BOT_TOKEN", "", "SLACK_BOT_TOKEN is not set. What belongs there: The bot token of the installed app")]
    [InlineData("SLACK_BOT_TOKEN", "   ", "SLACK_BOT_TOKEN is not set.")]
    [InlineData("SLACK_SIGNING_SECRET", "", "SLACK_SIGNING_SECRET is not set. What belongs there: The app's signing secret")]
    [InlineData("SLACK_API_URL", "slack.com", "SLACK_API_URL: \"slack.com\" is not a web address.")]
    [InlineData("SLACK_API_URL", "ftp://slack.com/", "SLACK_API_URL: \"ftp://slack.com/\" is not a web address.")]
    [InlineData("PORT", "eighty", "PORT: \"eighty\" is not a port.")]
    [InlineData("PORT", "70000", "PORT: \"70000\" is not a port.")]
    [InlineData("PORT", "-1", "PORT: \"-1\" is not a port.")]
    [InlineData("SLACK_BOT_TOKEN", "two words", "SLACK_BOT_TOKEN: it holds a space or a character no token has.")]
    [InlineData("SLACK_SIGNING_SECRET", "schlüssel", "SLACK_SIGNING_SECRET: it holds a space or a character no token has.")]
    [InlineData("SLACK_APP_TOKEN", "xoxb-of-the-bot", "SLACK_APP_TOKEN: this is not an app-level token. It begins with xapp-")]
    [InlineData("SLACK_SOCKET_CONNECTIONS", "0", "SLACK_SOCKET_CONNECTIONS: \"0\" is not a number from 1 to 5.")]
    [InlineData("SLACK_SOCKET_CONNECTIONS", "6", "SLACK_SOCKET_CONNECTIONS: \"6\" is not a number from 1 to 5.")]
    [InlineData("KEEP_REQUESTS", "2", "KEEP_REQUESTS: \"2\" is not a duration")]
    [InlineData("KEEP_REQUESTS", "2h", "KEEP_REQUESTS: it must be at least 1d")]
    [InlineData("LOG_FORMAT", "xml", "LOG_FORMAT: \"xml\" is not one of text, json.")]
    [InlineData("SANDBOX_CLOCK", "https://example.com/", "SANDBOX_CLOCK must be on this machine")]
    [InlineData("SANDBOX_CLOCK", "nowhere", "SANDBOX_CLOCK: \"nowhere\" is not a web address.")]
    public void A_setting_that_cannot_be_used_stops_the_start_with_a_sentence(string name, string value, string sentence)
    {
        var settings = Of((name, value));

        var bad = Assert.Throws<BadSettingException>(() => Settings.Connections(settings));

        Assert.StartsWith(sentence, bad.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_the_two_secrets_everything_else_has_a_default()
    {
        var connections = Settings.Connections(Of());

        Assert.Equal(("token", "secret", "https://slack.com/api/", "incidentbot.db", 3000, false), (connections.BotToken, connections.SigningSecret, connections.ApiUrl.ToString(), connections.Database, connections.Port, connections.LogAsJson));
        Assert.Equal((TimeSpan.FromDays(7), "incidentbot.yaml", false), (connections.KeepRequestsFor, connections.Config, connections.ConfigIsNamed));
    }

    [Fact]
    public void The_signing_secret_may_be_missing_where_socket_mode_brings_what_slack_says()
    {
        var connections = Settings.Connections(Of(("SLACK_SIGNING_SECRET", ""), ("SLACK_APP_TOKEN", "xapp-token")));

        Assert.Equal((null, "xapp-token", 2), (connections.SigningSecret, connections.AppToken, connections.SocketConnections));
        Assert.Null(Settings.Connections(Of()).AppToken);
    }

    [Fact]
    public async Task A_missing_secret_stops_the_process_with_the_sentence_and_nothing_else()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "IncidentBot.dll"), "run"])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
            Environment = { ["SLACK_BOT_TOKEN"] = "", ["SLACK_SIGNING_SECRET"] = "secret" },
        })!;

        var (error, output) = (await process.StandardError.ReadToEndAsync(), await process.StandardOutput.ReadToEndAsync());
        await process.WaitForExitAsync();

        Assert.Equal(2, process.ExitCode);
        Assert.StartsWith("SLACK_BOT_TOKEN is not set.", Assert.Single(error.Trim().Split('\n')), StringComparison.Ordinal);
        Assert.Empty(output);
    }

    private static IConfiguration Of(params IEnumerable<(string Name, string Value)> values) => new ConfigurationBuilder()
        .AddInMemoryCollection(new Dictionary<string, string?> { ["SLACK_BOT_TOKEN"] = "token", ["SLACK_SIGNING_SECRET"] = "secret" })
        .AddInMemoryCollection(values.ToDictionary(pair => pair.Name, pair => (string?)pair.Value))
        .Build();
}
