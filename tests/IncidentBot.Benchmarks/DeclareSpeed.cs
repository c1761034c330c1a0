using System.Diagnostics;
using System.Globalization;
using IncidentBot.Configuration;
using IncidentBot.Sandbox;
using Serilog.Events;

namespace IncidentBot.Benchmarks;

/// <summary>How long somebody waits who declares, where every call to Slack takes L longer: for the channel with its card, and for everything.</summary>
internal sealed class DeclareSpeed(FarSlack slack, SandboxPerson declarer, string general, string announcements)
{
    private static readonly TimeSpan L = TimeSpan.FromMilliseconds(150);
    private static readonly TimeSpan SilenceAtItsEnd = L * 3;

    /// <summary>What an incident is given besides its channel and card: the reporter in the channel, the pin, the topic, the announcement.</summary>
    private static readonly string[] Extras = ["conversations.invite", "pins.add", "conversations.setTopic"];

    public static async Task<int> RunAsync(Plan plan)
    {
        var folder = Directory.CreateDirectory(Path.Combine(plan.Folder, $"incidentbot-declare-{Environment.ProcessId}"));
        try
        {
            await using var sandbox = await SandboxServer.StartAsync(new SandboxOptions { Manifest = SandboxManifest.FromJson(AppManifest.Json()) }, CancellationToken.None);
            await using var slack = await FarSlack.StartAsync(sandbox.Url, L);
            var settings = await SandboxCommand.SettingsForAsync(sandbox, Path.Combine(folder.FullName, "bot.db"));
            settings[Settings.ApiUrl.Name] = new Uri(slack.Url, "/api/").AbsoluteUri;
            await using var logger = Logs.ToConsole(asJson: false, LogEventLevel.Warning);
            await using var bot = await BotHost.StartAsync(
                new ConfigurationBuilder().AddInMemoryCollection(settings).Build(), sandbox.Clock, logger, "http://127.0.0.1:0", CancellationToken.None);
            await sandbox.InstallApp(new Uri(bot.Url, "/slack/events"));
            using var client = sandbox.CreateClient();
            var state = await client.StateAsync();
            string Channel(string name) => state.Channels.Single(channel => channel.Name == name).Id;
            await new DeclareSpeed(slack, client.As(state.People.First(person => !person.IsBot).Id), Channel("general"), Channel("incidents")).MeasureAsync(plan.Rounds);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private async Task MeasureAsync(int rounds)
    {
        await DeclareAsync(0);
        var waits = new List<Wait>();
        for (var round = 1; round <= rounds; round++)
            waits.Add(await DeclareAsync(round));
        await Console.Out.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"L = {L.TotalMilliseconds:F0} ms; medians of {rounds}: channel and card {Median(waits.Select(wait => wait.Card)):F2} L (slowest {waits.Max(wait => wait.Card):F2}), everything {Median(waits.Select(wait => wait.All)):F2} L (slowest {waits.Max(wait => wait.All):F2}); of the first, {Median(waits.Select(wait => wait.Before)):F2} L before the channel is asked for, {Median(waits.Select(wait => wait.Channel)):F2} L for it, {Median(waits.Select(wait => wait.Between)):F2} L between, {Median(waits.Select(wait => wait.Post)):F2} L for the card"));
    }

    private async Task<Wait> DeclareAsync(int round)
    {
        slack.Calls.Clear();
        var began = Stopwatch.GetTimestamp();
        await declarer.CommandAsync(general, string.Create(CultureInfo.InvariantCulture, $"/incident declare Node {round} is down"));
        await SilenceAsync();
        var calls = slack.Calls.ToList();
        var card = calls.First(call => call.Method == "chat.postMessage" && !call.Said.Contains(announcements, StringComparison.Ordinal));
        var announced = calls.First(call => call.Method == "chat.postMessage" && call.Said.Contains(announcements, StringComparison.Ordinal));
        var last = Extras.Select(extra => calls.Last(call => call.Method == extra)).Append(announced).Append(card).Max(call => call.CameBack);
        var channel = calls.First(call => call.Method == "conversations.create");
        return new Wait(InL(began, channel.Came), InL(channel.Came, channel.CameBack), InL(channel.CameBack, card.Came), InL(card.Came, card.CameBack), InL(began, card.CameBack), InL(began, last));
    }

    private async Task SilenceAsync()
    {
        var (heard, since) = (0, Stopwatch.GetTimestamp());
        while (!Extras.All(extra => slack.Calls.Any(call => call.Method == extra)) || Stopwatch.GetElapsedTime(since) < SilenceAtItsEnd)
        {
            await Task.Delay(10);
            if (slack.IsQuiet && slack.Calls.Count == heard)
                continue;
            (heard, since) = (slack.Calls.Count, Stopwatch.GetTimestamp());
        }
    }

    private static double InL(long from, long until) => Stopwatch.GetElapsedTime(from, until) / L;

    private static double Median(IEnumerable<double> values) => values.Order().ToList() is var sorted ? sorted[sorted.Count / 2] : 0;

    /// <summary>Parts of one wait, in L: the bot's before the channel is asked for, Slack's for it, the bot's between, Slack's for the card; the first four together, and until all was done.</summary>
    private sealed record Wait(double Before, double Channel, double Between, double Post, double Card, double All);
}
