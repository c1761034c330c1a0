using IncidentBot.Domain.Incidents;
using IncidentBot.Sandbox;
using IncidentBot.Storage;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Incidents;

/// <summary>A last update too long for a button is found again in the request it came with, and only by whoever wrote it, for the incident they wrote it of.</summary>
public sealed class ClosingAsSaidTests
{
    private static readonly string Long = string.Concat(Enumerable.Repeat("It drains again. ", 130)).Trim();

    [Fact]
    public async Task Whoever_wrote_it_closes_with_it()
    {
        await using var bot = await TestBot.StartAsync();
        var (incident, asked, request) = await AskedAsync(bot);
        Assert.Contains($"closingassaid followups {request}", asked.Blocks.ToString(), StringComparison.Ordinal);

        await bot.Alice.In(incident).Presses(asked, "Make follow-ups, close");
        await bot.SettlesAsync();

        var stored = await bot.Store.IncidentAsync(incident);
        Assert.Equal((IncidentPhase.Closed, Long), (stored.Status.Phase, stored.LastUpdate!.Text));
    }

    [Fact]
    public async Task Nobody_publishes_what_somebody_else_wrote()
    {
        await using var bot = await TestBot.StartAsync();
        var (incident, asked, request) = await AskedAsync(bot);
        await bot.Bob.Hands.JoinAsync(incident.Channel);
        await bot.SettlesAsync();

        var told = await bot.Bob.In(incident).HearsAfter(() => PressAsync(bot, bot.Bob, incident, asked, request));

        await NothingWasClosedAsync(bot, incident, told);
    }

    [Theory]
    [InlineData("another incident's")]
    [InlineData("no close")]
    public async Task Words_that_were_for_something_else_are_not_taken_for_it(string whose)
    {
        await using var bot = await TestBot.StartAsync();
        var (incident, asked, _) = await AskedAsync(bot);
        if (whose == "no close")
            await bot.Alice.In(incident).Asks("/incident note who pays for it stays among us");
        else
            await AskedAsync(bot);
        var request = await LastOfAsync(bot, whose == "no close" ? "note" : "close");

        var told = await bot.Alice.In(incident).HearsAfter(() => PressAsync(bot, bot.Alice, incident, asked, request));

        await NothingWasClosedAsync(bot, incident, told);
    }

    private static async Task NothingWasClosedAsync(TestBot bot, TestIncident incident, SandboxMessage told)
    {
        var stored = await bot.Store.IncidentAsync(incident);
        Assert.Equal((IncidentPhase.Live, null), (stored.Status.Phase, stored.LastUpdate?.Text));
        Assert.StartsWith("I do not have your words any more", told.Text, StringComparison.Ordinal);
    }

    private static async Task<(TestIncident Incident, SandboxMessage Asked, long Request)> AskedAsync(TestBot bot)
    {
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident task call the vendor");
        var asked = await bot.Alice.In(incident).AsksFor($"/incident close {Long}");
        return (incident, asked, await LastOfAsync(bot, "close"));
    }

    private static async Task<long> LastOfAsync(TestBot bot, string word) =>
        (await bot.Store.InboxAsync()).Last(row => row.Source == InboxSource.Slack && System.Text.Encoding.UTF8.GetString(row.Body).Contains($"text={word}", StringComparison.Ordinal)).Id;

    /// <summary>As if that button stood before them: a program can send what no client shows.</summary>
    private static async Task PressAsync(TestBot bot, TestPerson who, TestIncident incident, SandboxMessage asked, long request) =>
        await bot.Wire.SendPayloadAsync($$"""
            {"type":"block_actions","trigger_id":"1.2.{{request}}","user":{"id":"{{who.Id}}"},"team":{"id":"{{bot.Sandbox.TeamId}}"},"channel":{"id":"{{incident.Channel}}"},
            "container":{"type":"message","channel_id":"{{incident.Channel}}","message_ts":"{{asked.Ts}}"},
            "actions":[{"action_id":"run:close","block_id":"b","type":"button","value":"#{{incident.Number}} closingassaid followups {{request}}","text":{"type":"plain_text","text":"Close"} }]}
            """);
}
