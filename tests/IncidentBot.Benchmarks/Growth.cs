using System.Globalization;
using IncidentBot.Benchmarks.Bot;
using IncidentBot.Benchmarks.Outside;

namespace IncidentBot.Benchmarks;

/// <summary>What one command costs in a young database and in one with years of incidents in it, side by side in one run.</summary>
internal sealed class Growth(RealBot bot, OutsideProcess outside)
{
    private const int Young = 1_000;
    private const int Old = 100_000;
    private long next = 1;

    public static async Task<int> RunAsync(Plan plan)
    {
        var folder = Directory.CreateDirectory(Path.Combine(plan.Folder, $"incidentbot-growth-{Environment.ProcessId}"));
        try
        {
            await using var outside = await OutsideProcess.StartAsync();
            await using var youngBot = await RealBot.StartAsync(Path.Combine(folder.FullName, "young.db"), outside.Slack);
            await using var oldBot = await RealBot.StartAsync(Path.Combine(folder.FullName, "old.db"), outside.Slack);
            var (young, old) = (new Growth(youngBot, outside), new Growth(oldBot, outside));
            await young.AgeAsync(Path.Combine(folder.FullName, "young.db"), Young);
            await old.AgeAsync(Path.Combine(folder.FullName, "old.db"), Old);
            await MeasureAsync(young, old, plan);
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task MeasureAsync(Growth young, Growth old, Plan plan)
    {
        var ratios = new List<double>();
        for (var round = -1; round < plan.Rounds; round++)
        {
            var (first, second) = round % 2 == 0 ? (young, old) : (old, young);
            var (one, other) = (await first.MicrosecondsEachAsync(plan.Requests), await second.MicrosecondsEachAsync(plan.Requests));
            var (inYoung, inOld) = first == young ? (one, other) : (other, one);
            if (round < 0)
                continue;
            ratios.Add(inOld / inYoung);
            await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{Young:N0} incidents {inYoung:F0} µs, {Old:N0} incidents {inOld:F0} µs: {ratios[^1]:F2}"));
        }
        await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"median of {plan.Rounds}: {ratios.Order().ElementAt(ratios.Count / 2):F2}"));
    }

    private async Task AgeAsync(string path, int incidents)
    {
        await MicrosecondsEachAsync(Workspace.Incidents);
        Past.Write(path, incidents);
    }

    /// <summary>From a stored note to its committed entry, in a ready backlog.</summary>
    private async Task<double> MicrosecondsEachAsync(int requests)
    {
        next += requests;
        return (await bot.WorkOffAsync(next - requests, requests, outside.Slack)).MicrosecondsEach;
    }
}
