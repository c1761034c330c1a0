using System.Globalization;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Web;

/// <summary>Everything comes eleven times, all at once and in any order, some of it under another id: it happens once.</summary>
public sealed class RedeliveryStormTests
{
    private const int Copies = 11;
    private const int Connections = 8;

    [Fact]
    public async Task Each_delivery_eleven_times_over_eight_connections_has_one_effect()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var said = new List<string>();
        for (var i = 0; i < 12; i++)
            said.Add(await bot.Alice.In(incident).Says($"seen at step {i}"));
        await bot.SettlesAsync();
        var chance = new Random(77);
        OfficialPayload[] deliveries =
        [
            .. Enumerable.Range(0, 12).SelectMany(i => Enumerable.Repeat(Note(bot, incident, i), Copies)),
            .. said.SelectMany((ts, i) => Enumerable.Range(0, Copies).Select(copy => Capture(bot, incident, ts, i, copy))),
        ];
        chance.Shuffle(deliveries);

        await Parallel.ForEachAsync(deliveries, new ParallelOptions { MaxDegreeOfParallelism = Connections }, async (delivery, _) =>
            Assert.Equal(200, (await bot.Wire.SendAsync(delivery.Body, delivery.ContentType)).Status));
        await bot.SettlesAsync();

        var entries = await bot.Store.RecordedAsync(incident);
        Assert.Equal(
            Enumerable.Range(0, 12).Select(i => $"noted at step {i}").Order(),
            entries.Where(entry => entry.Source is null).Select(entry => entry.Text).Order());
        Assert.Equal(said.Order(), entries.Where(entry => entry.Source is not null).Select(entry => entry.Source!.Ts).Order());
        Assert.All(entries, entry => Assert.Equal(1, entry.Version));
        var thread = (await bot.ThreadAsync(incident)).Select(message => message.Text).ToList();
        Assert.All(Enumerable.Range(0, 12), i => Assert.Single(thread, text => text.Contains($"noted at step {i} ", StringComparison.Ordinal)));
        Assert.Equal(12 + 12, (await bot.Store.InboxAsync()).Count(row => row.Key.Contains("storm", StringComparison.Ordinal)));
    }

    private static OfficialPayload Note(TestBot bot, TestIncident incident, int number) => new(
        "note",
        SlackWire.Form,
        string.Create(CultureInfo.InvariantCulture, $"command=%2Fincident&text=note+noted+at+step+{number}&team_id={bot.Sandbox.TeamId}&user_id={bot.Alice.Id}&channel_id={incident.Channel}&trigger_id=storm.{number}&response_url=https%3A%2F%2Fhooks.invalid%2Fx"));

    /// <summary>Every other copy comes under an id of its own, as when Slack's queue forgets that it has sent it.</summary>
    private static OfficialPayload Capture(TestBot bot, TestIncident incident, string ts, int number, int copy)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"Evstorm{number}-{(copy % 2 == 0 ? 0 : copy)}");
        var at = string.Create(CultureInfo.InvariantCulture, $"1930204800.{number:D6}");
        return new OfficialPayload("capture", SlackWire.Json, $$$"""
            {"type":"event_callback","team_id":"{{{bot.Sandbox.TeamId}}}","event_id":"{{{id}}}","event_time":1930204800,
            "event":{"type":"reaction_added","user":"{{{bot.Alice.Id}}}","reaction":"pushpin","item_user":"{{{bot.Alice.Id}}}","item":{"type":"message","channel":"{{{incident.Channel}}}","ts":"{{{ts}}}"},"event_ts":"{{{at}}}"}}
            """);
    }
}
