using IncidentBot.Slack.Requests;
using Xunit;
using static IncidentBot.Slack.Tests.Requests.Bodies;

namespace IncidentBot.Slack.Tests.Requests;

public sealed class SlashCommandReadingTests
{
    private const string Required = "team_id=T1&channel_id=C1&user_id=U1&command=%2Fincident&response_url=https%3A%2F%2Fhooks.slack.com%2Fx&trigger_id=1.2.a";

    [Fact]
    public void A_command_is_read_whole_and_decoded()
    {
        var command = Understood<SlashCommand>(SlackRequestReader.Read(Form, Asset.Bytes("command.form")));

        Assert.Equal(
            new SlashCommand
            {
                TeamId = "T0PARK",
                ChannelId = "C0DOCK",
                UserId = "U0MIRA",
                Command = "/incident",
                Text = "declare Checkout & cart fail — €0",
                ResponseUrl = "https://hooks.slack.com/commands/T0PARK/1/abc",
                TriggerId = "12.34.ab",
                UserName = "mira",
                TeamDomain = "parkbench",
                ChannelName = "dock-crew",
                ApiAppId = "A0BOT",
            },
            command);
        Assert.Equal("12.34.ab", command.Key);
    }

    [Fact]
    public void A_command_without_words_has_an_empty_text() =>
        Assert.Equal("", Understood<SlashCommand>(ReadForm(Required + "&text=")).Text);

    [Fact]
    public void An_organisation_stands_in_for_a_missing_workspace() =>
        Assert.Equal("E1", Understood<SlashCommand>(ReadForm(Required.Replace("team_id=T1", "enterprise_id=E1", StringComparison.Ordinal))).TeamId);

    [Theory]
    [InlineData("team_id=T1")]
    [InlineData("channel_id=C1")]
    [InlineData("user_id=U1")]
    [InlineData("command=%2Fincident")]
    [InlineData("response_url=https%3A%2F%2Fhooks.slack.com%2Fx")]
    [InlineData("trigger_id=1.2.a")]
    public void A_command_lacking_a_needed_field_is_refused(string field) =>
        Refused(400, ReadForm(Required.Replace(field, "", StringComparison.Ordinal)));

    [Fact]
    public void A_field_given_twice_is_refused_because_nobody_knows_which_counts() => Refused(400, ReadForm(Required + "&user_id=U2"));

    [Fact]
    public void Unknown_fields_may_come_and_repeat() => Understood<SlashCommand>(ReadForm(Required + "&later=1&later=2&&=x"));

    [Theory]
    [InlineData("&text=%")]
    [InlineData("&text=%4")]
    [InlineData("&text=%zz")]
    [InlineData("&text=%E2%82")]
    [InlineData("&text=%C0%AF")]
    [InlineData("&text=%ED%A0%80")]
    public void Broken_escapes_and_bytes_that_are_not_UTF8_are_refused(string text) => Refused(400, ReadForm(Required + text));

    [Fact]
    public void Text_that_came_unescaped_is_taken_as_it_is() =>
        Assert.Equal("grün ✓", Understood<SlashCommand>(ReadForm(Required + "&text=grün+✓")).Text);

    [Fact]
    public void A_certificate_check_is_recognised() => Understood<SslCheck>(ReadForm("ssl_check=1&token=old"));

    [Fact]
    public void Printing_a_command_shows_none_of_its_words() =>
        Assert.DoesNotContain("Checkout", $"{Understood<SlashCommand>(SlackRequestReader.Read(Form, Asset.Bytes("command.form")))}", StringComparison.Ordinal);
}
