using IncidentBot.Incidents;

namespace IncidentBot.Tests.Crash;

/// <summary>After a crash the bot looks whether the topic stands there; Slack shows it a little differently from how it was set.</summary>
public sealed class TopicInDoubtTests
{
    [Theory]
    [InlineData(":large_orange_circle: SEV-2 HIGH · Monitoring · commander Ana · Mail &amp; SMS late", "🟠 SEV-2 HIGH · Monitoring · commander Ana · Mail & SMS late")]
    [InlineData(":white_circle: no severity yet · In triage · no commander · Оплата не проходит", "⚪ no severity yet · In triage · no commander · Оплата не проходит")]
    [InlineData("plain", "plain")]
    public void A_topic_is_known_again_in_the_form_Slack_keeps_it_in(string shown, string set) =>
        Assert.True(IncidentTopic.IsShownAs(shown, set));

    [Theory]
    [InlineData("")]
    [InlineData(":large_orange_circle: SEV-3 LOW · Monitoring · commander Ana · Mail late")]
    [InlineData(":large_orange_circle: SEV-2 HIGH · Monitoring · commander Ben · Mail late")]
    [InlineData(":large_orange_circle: SEV-2 HIGH · Resolved · commander Ana · Mail late")]
    public void Another_topic_is_not(string shown) =>
        Assert.False(IncidentTopic.IsShownAs(shown, "🟠 SEV-2 HIGH · Monitoring · commander Ana · Mail late"));
}
