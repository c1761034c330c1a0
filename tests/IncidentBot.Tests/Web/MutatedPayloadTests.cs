using System.Collections.Concurrent;
using IncidentBot.Storage;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Web;

/// <summary>
/// Real requests, damaged and rightly signed, as many as a broken proxy would send in a night: whatever comes, nobody gets
/// a 5xx, no turn fails, and nothing is kept in memory. A seed makes the same damage again.
/// </summary>
[Collection(Alone.Name)]
public sealed class MutatedPayloadTests
{
    private const int Connections = 8;

    /// <summary>As much as is worked off well before the patience of those who wait for it ends.</summary>
    private const int BetweenPauses = 2_000;
    private const long MostKept = 48 * 1024 * 1024;

    [Fact]
    public Task Some_thousands_of_damaged_requests_do_no_harm() => PlayAsync(seed: 20311, requests: 3_000);

    [LongTheory("some minutes")]
    [InlineData(1)]
    [InlineData(2)]
    public Task A_hundred_thousand_damaged_requests_do_no_harm(int seed) => PlayAsync(seed, requests: 55_000);

    private static async Task PlayAsync(int seed, int requests)
    {
        TestContext.Current.TestOutputHelper!.WriteLine($"seed {seed}");
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        var ts = await bot.Alice.In(incident).Says("Queue is full");
        var whole = Whole(bot, incident, ts);
        var seeds = Seeds(new Random(seed), requests);
        var odd = new ConcurrentBag<string>();
        var taken = 0;

        for (var from = 0; from < requests; from += BetweenPauses)
        {
            await Parallel.ForAsync(from, Math.Min(requests, from + BetweenPauses), new ParallelOptions { MaxDegreeOfParallelism = Connections }, async (i, _) =>
            {
                var chance = new Random(seeds[i]);
                var payload = whole[chance.Next(whole.Count)].Again(i);
                var answer = await bot.Wire.SendAsync(Mutation.Of(payload, chance), payload.ContentType);
                if (answer.Status is 200)
                    Interlocked.Increment(ref taken);
                else if (answer is not { Status: 400 or 413 or 415, Body: "" })
                    odd.Add($"request {i}: {answer}");
            });
            await bot.SettlesAsync();
        }

        Assert.Empty(odd);
        Assert.InRange(taken, requests / 3, requests);
        Assert.Empty(string.Join("\n", bot.Log.Events.Where(logged => logged.Exception is not null).Select(logged => logged.Exception!.ToString()).Distinct()));
        Assert.Equal(0, await bot.Store.ReadAsync(db => Task.FromResult(db.Inbox.Count(row => row.State == InboxState.Dead || row.State == InboxState.Pending))));
        await bot.Alice.In(incident).Types("/incident note still here");
        await bot.SettlesAsync();
        Assert.Contains(await bot.Store.TimelineAsync(incident), entry => entry.Text == "still here");
        Assert.InRange(await HeldByAsync(bot), 0, MostKept);
    }

    /// <summary>What the bot alone keeps in memory: the workspace beside it remembers all that was said, and so does its log.</summary>
    private static async Task<long> HeldByAsync(TestBot bot)
    {
        var together = GC.GetTotalMemory(forceFullCollection: true);
        await bot.GoDownAsync();
        var alone = GC.GetTotalMemory(forceFullCollection: true);
        await bot.ComeUpAsync();
        return Math.Max(0, together - alone);
    }

    private static int[] Seeds(Random chance, int count) => [.. Enumerable.Range(0, count).Select(_ => chance.Next())];

    /// <summary>The published ones as if they had happened here, and some that name what there is.</summary>
    private static List<OfficialPayload> Whole(TestBot bot, TestIncident incident, string ts)
    {
        var team = bot.Sandbox.TeamId;
        var alice = bot.Alice.Id;
        string[] commands = ["note 14:05 the error rate falls", "sev 1 it grows", "status monitoring", "update we roll back", "timeline 2", "commander <@U1>", "resolve", "reopen", "help", "declare Search is slow"];
        var live = commands.Select((text, i) => new OfficialPayload(
            text,
            SlackWire.Form,
            $"command=%2Fincident&text={Uri.EscapeDataString(text)}&team_id={team}&user_id={alice}&channel_id={incident.Channel}&trigger_id=live.{i}&response_url=https%3A%2F%2Fhooks.invalid%2Fx"));
        string[] events =
        [
            $$"""{"type":"reaction_added","user":"{{alice}}","reaction":"pushpin","item":{"type":"message","channel":"{{incident.Channel}}","ts":"{{ts}}"},"event_ts":"1.1"}""",
            $$"""{"type":"reaction_added","user":"{{alice}}","reaction":"large_orange_circle","item":{"type":"message","channel":"{{incident.Channel}}","ts":"{{incident.Card}}"},"event_ts":"1.2"}""",
            $$"""{"type":"reaction_removed","user":"{{alice}}","reaction":"pushpin","item":{"type":"message","channel":"{{incident.Channel}}","ts":"{{ts}}"},"event_ts":"1.3"}""",
            $$"""{"type":"message","subtype":"message_changed","channel":"{{incident.Channel}}","message":{"ts":"{{ts}}","text":"y","user":"{{alice}}"},"ts":"1.4","event_ts":"1.4"}""",
            $$"""{"type":"pin_added","user":"{{alice}}","channel_id":"{{incident.Channel}}","item":{"type":"message","channel":"{{incident.Channel}}","message":{"ts":"{{ts}}","text":"x"} },"event_ts":"1.5"}""",
        ];
        var happened = events.Select((inner, i) => new OfficialPayload(
            inner,
            SlackWire.Json,
            $"{{\"type\":\"event_callback\",\"team_id\":\"{team}\",\"event_id\":\"EvLive{i}\",\"event_time\":1,\"event\":{inner}}}"));
        return [.. live, .. happened, .. OfficialPayload.All.Select(payload => NobodyAnswersAt(payload.In(team)))];
    }

    /// <summary>The published answer addresses lead to Slack itself, which a test must not reach, nor wait for.</summary>
    private static OfficialPayload NobodyAnswersAt(OfficialPayload payload) =>
        payload with { Text = payload.Text.Replace("hooks.slack.com", "hooks.invalid", StringComparison.Ordinal) };
}
