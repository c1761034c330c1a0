using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.Deliveries;

/// <summary>Writes and reads the bodies of deliveries.</summary>
internal static class PayloadText
{
    public static byte[] Form(IEnumerable<KeyValuePair<string, string>> fields) =>
        Encoding.ASCII.GetBytes(string.Join('&', fields.Select(field => $"{field.Key}={WebUtility.UrlEncode(field.Value)}")));

    /// <summary>Interactions travel as one form field (Slack docs: Handling user interaction).</summary>
    public static byte[] Interaction(JsonObject payload) => Form([KeyValuePair.Create("payload", payload.ToJsonString())]);

    /// <summary>What is delivered as an object: the JSON, the form's fields, or the interaction inside the form.</summary>
    public static JsonObject Payload(Delivery delivery)
    {
        var text = Encoding.UTF8.GetString(delivery.Body);
        return delivery.ContentType == Delivery.Json ? (JsonObject)JsonNode.Parse(text)! : FormFields(text);
    }

    /// <summary>What was delivered, without the verification token.</summary>
    public static JsonObject ForJournal(Delivery delivery)
    {
        var payload = Payload(delivery);
        payload.Remove("token");
        return payload;
    }

    private static JsonObject FormFields(string text)
    {
        var fields = new JsonObject();
        foreach (var pair in text.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            fields[pair[..equals]] = WebUtility.UrlDecode(pair[(equals + 1)..]);
        }

        return fields["payload"] is { } payload ? (JsonObject)JsonNode.Parse((string)payload!)! : fields;
    }
}
