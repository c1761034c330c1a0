using System.Text;
using System.Text.Json.Nodes;
using IncidentBot.Slack.Requests;
using Xunit;

namespace IncidentBot.Slack.Tests.Requests;

/// <summary>Bodies as Slack sends them, and what the reader makes of them.</summary>
internal static class Bodies
{
    public const string Json = "application/json";
    public const string Form = "application/x-www-form-urlencoded";

    public static SlackReading ReadJson(string json) => SlackRequestReader.Read(Json, Encoding.UTF8.GetBytes(json));

    public static SlackReading ReadForm(string form) => SlackRequestReader.Read(Form, Encoding.UTF8.GetBytes(form));

    public static SlackReading ReadInteraction(string json) => ReadForm("payload=" + Uri.EscapeDataString(json));

    public static T Understood<T>(SlackReading reading)
        where T : SlackRequest => Assert.IsType<T>(Assert.IsType<SlackReading.Understood>(reading).Request);

    public static void Refused(int status, SlackReading reading) =>
        Assert.Equal(status, Assert.IsType<SlackReading.Unreadable>(reading).Status);

    /// <summary>An event in a complete envelope.</summary>
    public static EventCallback Event(string inner, Action<JsonObject>? change = null) =>
        Understood<EventCallback>(ReadJson(Envelope(inner, change)));

    public static T Event<T>(string inner)
        where T : Event => Assert.IsType<T>(Event(inner).Event);

    public static string Envelope(string inner, Action<JsonObject>? change = null)
    {
        var envelope = JsonNode.Parse("""
            {"token":"old","team_id":"T1","api_app_id":"A1","type":"event_callback","event_id":"Ev1","event_time":1790000000,
             "authorizations":[{"enterprise_id":null,"team_id":"T1","user_id":"U1","is_bot":true,"is_enterprise_install":false}],
             "is_ext_shared_channel":false,"event_context":"4-c"}
            """)!.AsObject();
        envelope["event"] = JsonNode.Parse(inner);
        change?.Invoke(envelope);
        return envelope.ToJsonString();
    }
}
