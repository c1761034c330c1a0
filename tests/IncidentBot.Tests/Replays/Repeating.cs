using System.Net;
using System.Text;
using System.Text.Json;
using IncidentBot.Sandbox;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Replays;

/// <summary>Sends the bot everything again that it was ever sent.</summary>
internal static class Repeating
{
    /// <summary>
    /// Events go out by the sandbox, as when Slack did not hear the first answer. Commands, clicks and forms Slack itself
    /// never repeats; somebody who recorded them could, so they are signed anew and sent with all their fields.
    /// </summary>
    /// <returns>How many.</returns>
    public static async Task<int> EverythingAsync(Stage stage, SlackWire wire)
    {
        var delivered = (await stage.Client.JournalAsync()).Where(entry => entry is { Direction: "delivery", Args: not null } && entry.Method != "url_verification").ToList();
        foreach (var entry in delivered)
        {
            if (entry.Args!.Value.TryGetProperty("event_id", out _))
                await stage.Client.RedeliverAsync(entry.N);
            else
                Assert.Equal((int)HttpStatusCode.OK, (await wire.SendAsync(Encoding.UTF8.GetBytes(Body(entry)), SlackWire.Form)).Status);
        }
        return delivered.Count;
    }

    private static string Body(SandboxJournalEntry entry) => entry.Method == "slash_command"
        ? string.Join('&', entry.Args!.Value.EnumerateObject().Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value.GetString()!)}"))
        : $"payload={Uri.EscapeDataString(JsonSerializer.Serialize(entry.Args))}";
}
