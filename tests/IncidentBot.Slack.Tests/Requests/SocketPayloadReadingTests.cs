using System.Text;
using IncidentBot.Slack.Requests;
using Xunit;

namespace IncidentBot.Slack.Tests.Requests;

/// <summary>What comes over a socket reads like what comes over HTTP.</summary>
public sealed class SocketPayloadReadingTests
{
    private const string Command =
        """{"token":"t","team_id":"T1","channel_id":"C1","user_id":"U1","command":"/incident","text":"sev 1","response_url":"https://hooks.slack.com/c/1","trigger_id":"1.2.3","is_enterprise_install":"false"}""";

    [Fact]
    public void A_command_is_an_object_of_its_fields()
    {
        var command = Assert.IsType<SlashCommand>(Assert.IsType<SlackReading.Understood>(Read(PayloadTypes.Command, Command)).Request);

        Assert.Equal(("T1", "C1", "U1", "sev 1", "https://hooks.slack.com/c/1"), (command.TeamId, command.ChannelId, command.UserId, command.Text, command.ResponseUrl));
        Assert.Equal(Over("application/x-www-form-urlencoded", "team_id=T1&channel_id=C1&user_id=U1&command=/incident&text=sev+1&response_url=https://hooks.slack.com/c/1&trigger_id=1.2.3"), command.Key);
    }

    [Fact]
    public void Each_field_of_a_command_keeps_its_name_whichever_way_it_comes()
    {
        string[] names = ["team_id", "team_domain", "enterprise_id", "channel_id", "channel_name", "user_id", "user_name", "command", "text", "response_url", "trigger_id", "api_app_id"];
        var expected = new SlashCommand
        {
            TeamId = "its team_id",
            TeamDomain = "its team_domain",
            EnterpriseId = "its enterprise_id",
            ChannelId = "its channel_id",
            ChannelName = "its channel_name",
            UserId = "its user_id",
            UserName = "its user_name",
            Command = "its command",
            Text = "its text",
            ResponseUrl = "its response_url",
            TriggerId = "its trigger_id",
            ApiAppId = "its api_app_id",
        };

        Assert.Equal(expected, Understood(PayloadTypes.Command, $"{{{string.Join(',', names.Select(name => $"\"{name}\":\"its {name}\""))}}}"));
        Assert.Equal(expected, Understood("application/x-www-form-urlencoded", string.Join('&', names.Select(name => $"{name}=its+{name}"))));
    }

    [Fact]
    public void An_interaction_is_not_wrapped_in_a_form()
    {
        const string json = """{"type":"shortcut","callback_id":"declare_incident","trigger_id":"4.5.6","team":{"id":"T1"},"user":{"id":"U1"}}""";

        Assert.Equal(Over("application/x-www-form-urlencoded", "payload=" + Uri.EscapeDataString(json)), Over(PayloadTypes.Interaction, json));
    }

    [Theory]
    [InlineData(PayloadTypes.Command, "{}")]
    [InlineData(PayloadTypes.Command, "[]")]
    [InlineData(PayloadTypes.Command, "")]
    [InlineData(PayloadTypes.Command, """{"team_id":7}""")]
    [InlineData(PayloadTypes.Interaction, "{}")]
    [InlineData(PayloadTypes.Interaction, "payload=%7B%7D")]
    public void What_makes_no_sense_is_said_to_make_none(string contentType, string body) =>
        Assert.Equal(400, Assert.IsType<SlackReading.Unreadable>(Read(contentType, body)).Status);

    private static string? Over(string contentType, string body) => Understood(contentType, body).Key;

    private static SlackRequest Understood(string contentType, string body) => Assert.IsType<SlackReading.Understood>(Read(contentType, body)).Request;

    private static SlackReading Read(string contentType, string body) => SlackRequestReader.Read(contentType, Encoding.UTF8.GetBytes(body));
}
