using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using IncidentBot.Slack.Requests;

namespace IncidentBot.TestKit;

/// <summary>What the bot answered to a raw request.</summary>
internal sealed record WireAnswer(int Status, string Body);

/// <summary>Sends raw bytes to the bot's address, signed as Slack signs or however a test wants.</summary>
internal sealed class SlackWire(Uri bot, string secret, TimeProvider clock)
{
    public const string Json = "application/json";
    public const string Form = "application/x-www-form-urlencoded";

    private static readonly HttpClient Http = new(new SocketsHttpHandler { UseProxy = false });

    public Task<WireAnswer> SendJsonAsync(string body) => SendAsync(Encoding.UTF8.GetBytes(body), Json);

    public Task<WireAnswer> SendFormAsync(params IReadOnlyList<(string Name, string Value)> fields) =>
        SendAsync(Encoding.UTF8.GetBytes(string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"))), Form);

    /// <summary>An interaction, in the form field Slack sends it in.</summary>
    public Task<WireAnswer> SendPayloadAsync(string json) => SendFormAsync(("payload", json));

    /// <summary>Rightly signed, now.</summary>
    public Task<WireAnswer> SendAsync(byte[] body, string? contentType) => SendAsync(body, contentType, SignedAt(body, clock.GetUtcNow()));

    /// <summary>With exactly these headers.</summary>
    public async Task<WireAnswer> SendAsync(byte[] body, string? contentType, IEnumerable<(string Name, string Value)> headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(bot, "/slack/events")) { Content = new ByteArrayContent(body) };
        if (contentType is not null)
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await Http.SendAsync(request);
        return new WireAnswer((int)response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Slack's two headers for a body at a moment, with the right secret unless told otherwise.</summary>
    public IReadOnlyList<(string Name, string Value)> SignedAt(byte[] body, DateTimeOffset at, string? with = null)
    {
        var timestamp = at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return
        [
            ("X-Slack-Request-Timestamp", timestamp),
            ("X-Slack-Signature", SlackSignature.Sign(new SigningSecret(with ?? secret), timestamp, body)),
        ];
    }
}
