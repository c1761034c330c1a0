using System.Text;
using IncidentBot.Slack.Requests;
using Xunit;
using static IncidentBot.Slack.Tests.Requests.Bodies;

namespace IncidentBot.Slack.Tests.Requests;

public sealed class BadInputTests
{
    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=utf-8")]
    [InlineData("Application/JSON ;Charset=\"UTF-8\"")]
    [InlineData("application/json; profile=x; charset=utf-8")]
    public void JSON_is_JSON_with_and_without_a_charset(string contentType) =>
        Understood<UrlVerification>(SlackRequestReader.Read(contentType, """{"type":"url_verification","challenge":"c"}"""u8.ToArray()));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("text/plain")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("application/jsonp")]
    [InlineData("application/json; charset=iso-8859-1")]
    [InlineData("application/x-www-form-urlencoded; charset=utf-16")]
    public void Other_content_types_are_refused_as_such(string? contentType) =>
        Refused(415, SlackRequestReader.Read(contentType, """{"type":"url_verification","challenge":"c"}"""u8.ToArray()));

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("3")]
    [InlineData("\"text\"")]
    [InlineData("{}")]
    [InlineData("""{"type":null}""")]
    [InlineData("""{"type":"never_heard_of"}""")]
    [InlineData("""{"type":"url_verification"}""")]
    [InlineData("""{"type":"url_verification","challenge":"c"} more""")]
    [InlineData("""{"type":"app_rate_limited"}""")]
    [InlineData("""{"type":"event_callback","team_id":"T1","event_id":"Ev1"}""")]
    [InlineData("""{"type":"event_callback","team_id":"T1","event_id":"Ev1","event":"x"}""")]
    [InlineData("""{"type":"event_callback","team_id":"T1","event_id":"Ev1","event":{}}""")]
    [InlineData("""{"type":"event_callback","team_id":"T1","event":{"type":"app_uninstalled"}}""")]
    [InlineData("""{"type":"event_callback","event_id":"Ev1","event":{"type":"app_uninstalled"}}""")]
    public void JSON_that_is_no_request_is_refused(string json) => Refused(400, ReadJson(json));

    [Theory]
    [InlineData("""{"type":"message","ts":"1.000000"}""")]
    [InlineData("""{"type":"message","channel":"C1"}""")]
    [InlineData("""{"type":"message","channel":{"name":"no id"},"ts":"1.000000"}""")]
    [InlineData("""{"type":"message","channel":null,"ts":"1.000000"}""")]
    [InlineData("""{"type":"message","channel":7,"ts":"1.000000"}""")]
    [InlineData("""{"type":"message","channel":"C1","ts":1.5}""")]
    [InlineData("""{"type":"reaction_added","user":"U1","reaction":"eyes"}""")]
    [InlineData("""{"type":"pin_added","user":"U1","channel_id":"C1","item":null}""")]
    [InlineData("""{"type":"pin_added","user":"U1","channel_id":"C1","item":{"created":99999999999999999999}}""")]
    [InlineData("""{"type":"user_change","user":{"name":"nobody"}}""")]
    [InlineData("""{"type":"message","channel":"C1","ts":"1.000000","text":"\ud83d"}""")]
    [InlineData("""{"type":"\ud83d"}""")]
    public void An_event_we_know_lacking_what_we_need_is_refused(string inner) =>
        Refused(400, ReadJson($$"""{"type":"event_callback","team_id":"T1","event_id":"Ev1","event":{{inner}}}"""));

    [Fact]
    public void Bytes_that_are_not_UTF8_are_refused()
    {
        var json = Encoding.Latin1.GetBytes("""{"type":"url_verification","challenge":"grün"}""");
        Refused(400, SlackRequestReader.Read(Json, json));
        Refused(400, SlackRequestReader.Read(Form, Encoding.Latin1.GetBytes("ssl_check=grün")));
    }

    [Fact]
    public void Endless_nesting_is_refused() =>
        Refused(400, ReadJson(Envelope("""{"type":"app_uninstalled"}""").TrimEnd('}') + ",\"deep\":" + new string('[', 5_000) + new string(']', 5_000) + "}"));

    [Theory]
    [InlineData("1e400")]
    [InlineData("123456789012345678901234567890")]
    [InlineData("1.5")]
    public void Numbers_beyond_all_bounds_are_refused(string number) =>
        Refused(400, ReadJson($$$"""{"type":"event_callback","team_id":"T1","event_id":"Ev1","event_time":{{{number}}},"event":{"type":"app_uninstalled"}}"""));

    [Fact]
    public void The_reason_never_quotes_the_body()
    {
        foreach (var reading in new[] { ReadJson("{\"hush\": hush}"), ReadForm("hush=hush"), ReadInteraction("{\"type\":\"hush"), ReadForm("payload=%hush") })
            Assert.DoesNotContain("hush", Assert.IsType<SlackReading.Unreadable>(reading).Reason, StringComparison.Ordinal);
    }
}
