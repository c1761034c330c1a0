using System.Globalization;
using System.Text;
using IncidentBot.Slack.Requests;

namespace IncidentBot.Benchmarks.Outside;

/// <summary>One <c>/incident note</c> as Slack sends it (Slack docs: Slash commands).</summary>
internal static class NoteRequest
{
    public const string ContentType = "application/x-www-form-urlencoded";

    public static string TriggerOf(long id) => string.Create(CultureInfo.InvariantCulture, $"{id}.{Workspace.Team}.benchmark");

    /// <summary>Signed, and rendered to the bytes that go over the wire.</summary>
    public static byte[] Render(SigningSecret secret, Uri target, Uri slack, string timestamp, long id)
    {
        var body = Body(slack, id);
        var head = string.Create(CultureInfo.InvariantCulture, $"""
            POST {target.AbsolutePath} HTTP/1.1
            Host: {target.Authority}
            User-Agent: Slackbot 1.0 (+https://api.slack.com/robots)
            Accept: application/json,*/*
            X-Slack-Signature: {SlackSignature.Sign(secret, timestamp, body)}
            X-Slack-Request-Timestamp: {timestamp}
            Content-Type: {ContentType}
            Content-Length: {body.Length}


            """).ReplaceLineEndings("\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    public static byte[] Body(Uri slack, long id)
    {
        var incident = Workspace.IncidentOf(id);
        (string Name, string Value)[] fields =
        [
            ("token", "not-a-secret-anybody-checks"),
            ("team_id", Workspace.Team),
            ("team_domain", "benchmark"),
            ("channel_id", Workspace.ChannelOf(incident)),
            ("channel_name", Workspace.ChannelNameOf(incident)),
            ("user_id", Workspace.UserOf(id)),
            ("user_name", "somebody"),
            ("command", "/incident"),
            ("text", $"note the error rate of the checkout fell to {id % 100} per cent after the cache was restarted"),
            ("api_app_id", "A0BENCH"),
            ("is_enterprise_install", "false"),
            ("response_url", new Uri(slack, $"/commands/{Workspace.Team}/{id}/answer").AbsoluteUri),
            ("trigger_id", TriggerOf(id)),
        ];
        return Encoding.ASCII.GetBytes(string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value).Replace("%20", "+", StringComparison.Ordinal)}")));
    }
}
