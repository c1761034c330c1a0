using System.Diagnostics;
using IncidentBot.Configuration;
using IncidentBot.Domain.Timeline;
using Microsoft.Extensions.Configuration;

namespace IncidentBot.Tests.Configuration;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("SLACK_BOT_TOKEN", "", "SLACK_BOT_TOKEN is not set. What belongs there: The bot token of the installed app")]
    [InlineData("SLACK_BOT_TOKEN", "   ", "SLACK_BOT_TOKEN is not set.")]
    [InlineData("SLACK_SIGNING_SECRET", "", "SLACK_SIGNING_SECRET is not set. What belongs there: The app's signing secret")]
    [InlineData("SLACK_API_URL", "slack.com", "SLACK_API_URL: \"slack.com\" is no web address.")]
    [InlineData("SLACK_API_URL", "ftp://slack.com/", "SLACK_API_URL: \"ftp://slack.com/\" is no web address.")]
    [InlineData("PORT", "eighty", "PORT: \"eighty\" is no port.")]
    [InlineData("PORT", "70000", "PORT: \"70000\" is no port.")]
    [InlineData("PORT", "-1", "PORT: \"-1\" is no port.")]
    [InlineData("COMMANDER", "anyone", "COMMANDER: \"anyone\" is not one of ask, declarer.")]
    [InlineData("COMMANDER", "1", "COMMANDER: \"1\" is not one of ask, declarer.")]
    [InlineData("CARD_EMOJI", "eyes", "CARD_EMOJI: \"eyes\" is not understood. Write emoji=meaning, such as raising_hand=take.")]
    [InlineData("CARD_EMOJI", "eyes=", "CARD_EMOJI: \"eyes=\" is not understood.")]
    [InlineData("TIMELINE_EMOJI", "tada=party", "TIMELINE_EMOJI: \"tada=party\" is not understood. Write emoji=meaning, such as pushpin=note.")]
    [InlineData("TIMELINE_EMOJI", "tada=role", "TIMELINE_EMOJI: \"tada=role\" is not understood.")]
    [InlineData("REVIEW_DUE_SEV1", "2", "REVIEW_DUE_SEV1: \"2\" is no duration")]
    [InlineData("REVIEW_DUE_SEV2", "-2d", "REVIEW_DUE_SEV2: \"-2d\" is no duration")]
    [InlineData("REVIEW_DUE_SEV3", "0d", "REVIEW_DUE_SEV3: \"0d\" is no duration")]
    [InlineData("REVIEW_DUE_UNSET", "soon", "REVIEW_DUE_UNSET: \"soon\" is no duration")]
    [InlineData("REVIEW_REMIND_BEFORE", "1w", "REVIEW_REMIND_BEFORE: \"1w\" is no duration")]
    [InlineData("REVIEW_CHASE_EVERY", "d", "REVIEW_CHASE_EVERY: \"d\" is no duration")]
    [InlineData("REVIEW_CHASE_EVERY", "10s", "REVIEW_CHASE_EVERY: \"10s\" is no duration")]
    [InlineData("REVIEW_CHASE_EVERY", "0.5m", "REVIEW_CHASE_EVERY: \"0.5m\" is no duration")]
    [InlineData("REVIEW_DUE_SEV1", "999999999d", "REVIEW_DUE_SEV1: \"999999999d\" is no duration")]
    [InlineData("SLACK_BOT_TOKEN", "two words", "SLACK_BOT_TOKEN holds a space or a character no token has.")]
    [InlineData("SLACK_SIGNING_SECRET", "schlüssel", "SLACK_SIGNING_SECRET holds a space or a character no token has.")]
    [InlineData("SLACK_APP_TOKEN", "xoxb-of-the-bot", "SLACK_APP_TOKEN is no app-level token. It begins with xapp-")]
    [InlineData("SLACK_SOCKET_CONNECTIONS", "0", "SLACK_SOCKET_CONNECTIONS: \"0\" is no number from 1 to 5.")]
    [InlineData("SLACK_SOCKET_CONNECTIONS", "6", "SLACK_SOCKET_CONNECTIONS: \"6\" is no number from 1 to 5.")]
    [InlineData("KEEP_REQUESTS", "2h", "KEEP_REQUESTS must be at least 1d")]
    [InlineData("LOG_FORMAT", "xml", "LOG_FORMAT: \"xml\" is not one of text, json.")]
    [InlineData("SANDBOX_CLOCK", "https://example.com/", "SANDBOX_CLOCK must be on this machine")]
    [InlineData("SANDBOX_CLOCK", "nowhere", "SANDBOX_CLOCK: \"nowhere\" is no web address.")]
    public void A_setting_that_cannot_be_used_stops_the_start_with_a_sentence(string name, string value, string sentence)
    {
        var settings = Of((name, value));

        var bad = Assert.Throws<BadSettingException>(() => (Settings.Connections(settings), Settings.Behaviour(settings)));

        Assert.StartsWith(sentence, bad.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_the_two_secrets_everything_else_has_a_default()
    {
        var connections = Settings.Connections(Of());
        var behaviour = Settings.Behaviour(Of());

        Assert.Equal(("token", "secret", "https://slack.com/api/", "incidentbot.db", 3000, false), (connections.BotToken, connections.SigningSecret, connections.ApiUrl.ToString(), connections.Database, connections.Port, connections.LogAsJson));
        Assert.Equal((CommanderPolicy.Ask, "", TimeSpan.FromDays(7)), (behaviour.Commander, behaviour.AnnouncementChannel, behaviour.KeepRequestsFor));
        Assert.Equal((TimeSpan.FromDays(2), TimeSpan.FromDays(1)), (behaviour.Reviews.Sev1, behaviour.Reviews.RemindBefore));
        Assert.Equal("take", behaviour.CardEmoji["raising_hand"]);
        Assert.Equal(EntryKind.Note, behaviour.TimelineEmoji["pushpin"]);
    }

    [Fact]
    public void The_signing_secret_may_be_missing_where_socket_mode_brings_what_slack_says()
    {
        var connections = Settings.Connections(Of(("SLACK_SIGNING_SECRET", ""), ("SLACK_APP_TOKEN", "xapp-token")));

        Assert.Equal((null, "xapp-token", 2), (connections.SigningSecret, connections.AppToken, connections.SocketConnections));
        Assert.Null(Settings.Connections(Of()).AppToken);
    }

    [Fact]
    public void Settings_are_read_as_people_write_them()
    {
        var behaviour = Settings.Behaviour(Of(
            ("COMMANDER", " Declarer "), ("REVIEW_DUE_SEV1", "1.5d"), ("REVIEW_CHASE_EVERY", "30m"),
            ("CARD_EMOJI", ":fire: = sev 1 , tada=resolve,"), ("TIMELINE_EMOJI", "round_pushpin=dead end")));

        Assert.Equal((CommanderPolicy.Declarer, TimeSpan.FromHours(36), TimeSpan.FromMinutes(30)), (behaviour.Commander, behaviour.Reviews.Sev1, behaviour.Reviews.ChaseEvery));
        Assert.Equal(new Dictionary<string, string> { ["fire"] = "sev 1", ["tada"] = "resolve" }, behaviour.CardEmoji);
        Assert.Equal(new Dictionary<string, EntryKind> { ["pushpin"] = EntryKind.DeadEnd }, behaviour.TimelineEmoji);
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
