using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.Deliveries;

/// <summary>
/// Registers where the app is reached: the address of events must echo a challenge (Slack docs: Using HTTP request URLs),
/// as plain text, as a form or as JSON.
/// </summary>
internal sealed class AppInstallation(SlackWorkspace workspace, AppSender sender, InstalledApp app)
{
    /// <exception cref="ControlRefusal">The challenge was not echoed; the addresses stay what they were.</exception>
    public async Task RegisterAsync(AppAddresses addresses, CancellationToken cancellationToken)
    {
        if (workspace.App.Manifest.SocketMode)
            throw new ControlRefusal("socket_mode", "This app is reached over Socket Mode; nothing is sent to an address.");
        var challenge = workspace.Read(() => workspace.Ids.Token(52));
        var before = app.Addresses;
        app.Addresses = addresses;
        var attempt = await sender.SendAsync(Verification(challenge), retry: 0, reason: null, cancellationToken);
        if (attempt.Succeeded && Echoes(attempt, challenge))
            return;
        app.Addresses = before;
        throw new ControlRefusal(
            "challenge_not_echoed",
            $"The request URL answered {attempt.Status} ({attempt.Failure ?? "no failure"}) and did not echo the challenge.");
    }

    /// <summary>The probe Slack sends to command URLs now and then (Slack docs: Slash commands).</summary>
    public Task<Attempt> ProbeAsync(CancellationToken cancellationToken) => sender.SendAsync(
        new Delivery(
            "ssl_check", null, DeliveryTarget.Commands, Delivery.Form,
            PayloadText.Form([new("ssl_check", "1"), new("token", workspace.App.VerificationToken)])),
        retry: 0,
        reason: null,
        cancellationToken);

    private static bool Echoes(Attempt attempt, string challenge) => attempt.ContentType switch
    {
        "application/json" => TryParse(attempt.Body)?["challenge"]?.ToString() == challenge,
        "application/x-www-form-urlencoded" => attempt.Body.Split('&').Any(pair => WebUtility.UrlDecode(pair) == $"challenge={challenge}"),
        _ => attempt.Body == challenge,
    };

    private static JsonObject? TryParse(string body)
    {
        try
        {
            return JsonNode.Parse(body) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private Delivery Verification(string challenge) => new(
        "url_verification", null, DeliveryTarget.Events, Delivery.Json, JsonSerializer.SerializeToUtf8Bytes(new JsonObject
        {
            ["token"] = workspace.App.VerificationToken,
            ["challenge"] = challenge,
            ["type"] = "url_verification",
        }));
}
