using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace IncidentBot.Sandbox.Tests.Deliveries;

public sealed class SigningTests
{
    [Fact]
    public async Task Events_and_commands_are_signed_over_their_exact_bytes_at_the_workspaces_time()
    {
        await using var world = await World.StartAsync();
        await world.Client.AdvanceAsync(TimeSpan.FromDays(3));
        await world.Alice.PostAsync(world.Incidents, "hello");
        await world.Alice.CommandAsync(world.General, "/incident help");
        await world.QuietAsync();

        var now = await world.Client.NowAsync();
        Assert.Equal(2, world.App.Received.Count(received => !received.Text.Contains("challenge", StringComparison.Ordinal)));
        Assert.All(world.App.Received, received =>
        {
            Assert.Equal(Expected(world, received), received.Headers["X-Slack-Signature"]);
            if (!received.Text.Contains("challenge", StringComparison.Ordinal))
                Assert.InRange(Math.Abs(now.ToUnixTimeSeconds() - Stamp(received)), 0, 5);
        });
    }

    [Fact]
    public async Task Events_are_bare_json_and_commands_are_forms_from_slackbot()
    {
        await using var world = await World.StartAsync();
        await world.Alice.PostAsync(world.Incidents, "hello");
        var delivered = await world.EventAsync("message");
        Assert.Equal("application/json", delivered.Headers["Content-Type"]);
        Assert.Equal("Slackbot 1.0 (+https://api.slack.com/robots)", delivered.Headers["User-Agent"]);
        Assert.False(delivered.Headers.ContainsKey("X-Slack-Retry-Num"));
        await world.Alice.CommandAsync(world.General, "/incident");
        Assert.Equal("application/x-www-form-urlencoded", world.App.Received[^1].Headers["Content-Type"]);
    }

    [Theory]
    [InlineData("wrong_secret")]
    [InlineData("altered_body")]
    [InlineData("unsigned")]
    [InlineData("stale")]
    [InlineData("future")]
    [InlineData("lower_case_headers")]
    public async Task A_fault_spoils_one_signature_in_one_way(string kind)
    {
        await using var world = await World.StartAsync();
        await world.Client.FaultAsync("delivery", kind);
        await world.Alice.PostAsync(world.Incidents, "spoiled");
        await world.QuietAsync();
        await world.Alice.PostAsync(world.Incidents, "whole");
        await world.QuietAsync();

        var spoiled = world.App.Received[^2];
        var isSigned = spoiled.Headers.ContainsKey("X-Slack-Signature");
        Assert.Equal(kind != "unsigned", isSigned);
        if (isSigned)
            Assert.Equal(kind is "wrong_secret" or "altered_body", Expected(world, spoiled) != spoiled.Headers["X-Slack-Signature"]);
        if (isSigned)
        {
            var due = (await world.Client.NowAsync()).ToUnixTimeSeconds() + kind switch { "stale" => -301, "future" => 301, _ => 0 };
            Assert.InRange(due - Stamp(spoiled), 0, 5);
        }

        Assert.Equal(Expected(world, world.App.Received[^1]), world.App.Received[^1].Headers["X-Slack-Signature"]);
    }

    private static long Stamp(Received received) =>
        long.Parse(received.Headers["X-Slack-Request-Timestamp"], CultureInfo.InvariantCulture);

    /// <summary>The signature worked out here, from Slack's description alone.</summary>
    private static string Expected(World world, Received received)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes($"v0:{Stamp(received)}:"), .. received.Body];
        return "v0=" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(world.Sandbox.SigningSecret), signed));
    }
}
