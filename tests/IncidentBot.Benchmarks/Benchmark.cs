using System.Diagnostics;
using IncidentBot.Benchmarks.Bot;
using IncidentBot.Benchmarks.Outside;
using IncidentBot.Benchmarks.References;

namespace IncidentBot.Benchmarks;

/// <summary>Runs the bot and its two references in turn, several times, and prints medians.</summary>
internal sealed class Benchmark : IAsyncDisposable
{
    private const int WarmUps = 2;
    private readonly Plan plan;
    private readonly OutsideProcess outside;
    private readonly SignatureOnly bare;
    private readonly SignatureAndDisk durable;
    private readonly RealBot bot;
    private long next = 1;
    private long toldToBot;

    private Benchmark(Plan plan, OutsideProcess outside, SignatureOnly bare, SignatureAndDisk durable, RealBot bot) =>
        (this.plan, this.outside, this.bare, this.durable, this.bot) = (plan, outside, bare, durable, bot);

    public static async Task<int> RunAsync(Plan plan)
    {
        var folder = Directory.CreateDirectory(Path.Combine(plan.Folder, $"incidentbot-benchmark-{Environment.ProcessId}"));
        try
        {
            var outside = await OutsideProcess.StartAsync();
            await using var benchmark = new Benchmark(
                plan,
                outside,
                await SignatureOnly.StartAsync(),
                await SignatureAndDisk.StartAsync(Path.Combine(folder.FullName, "durable.db")),
                await RealBot.StartAsync(Path.Combine(folder.FullName, "bot.db"), outside.Slack));
            await benchmark.MeasureAsync();
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await bot.DisposeAsync();
        await durable.DisposeAsync();
        await bare.DisposeAsync();
        await outside.DisposeAsync();
    }

    private async Task MeasureAsync()
    {
        for (var i = 0; i < WarmUps; i++)
            await RoundAsync(i);
        var before = Memory.AfterCollecting();
        var rounds = new List<Round>();
        Memory peak;
        await using (var watch = new MemoryWatch())
        {
            for (var i = 0; i < plan.Rounds; i++)
            {
                rounds.Add(await RoundAsync(i));
                await Console.Error.WriteLineAsync(rounds[^1].ToString());
            }
            peak = watch.Peak;
        }
        bot.Ledger.Check(toldToBot);
        var sends = await outside.SendsAsync();
        if (sends != new Sends(toldToBot, toldToBot))
            throw new InvalidDataException($"Slack got {sends} where {toldToBot} of each must be.");
        await Console.Out.WriteAsync(Report.Of(plan, rounds, before, peak, Memory.AfterCollecting()));
    }

    /// <summary>Each subject once; which one begins changes from round to round.</summary>
    private async Task<Round> RoundAsync(int number)
    {
        Pace bareRan = default, durableRan = default;
        BotPace botRan = default;
        BacklogPace backlogRan = default;
        Func<Task>[] subjects =
        [
            async () => bareRan = await PaceAsync(bare),
            async () => durableRan = await PaceAsync(durable),
            async () => botRan = await BotAsync(),
            async () => backlogRan = await BacklogAsync(),
        ];
        for (var i = 0; i < subjects.Length; i++)
        {
            GC.Collect();
            await subjects[(i + number) % subjects.Length]();
        }
        return new Round(bareRan, durableRan, botRan, backlogRan);
    }

    private LoadOrder Order(ISubject subject)
    {
        next += plan.Requests;
        return new LoadOrder(subject.Url, next - plan.Requests, plan.Requests, plan.Connections);
    }

    private async Task<Pace> PaceAsync(ISubject subject)
    {
        var spent = Environment.CpuUsage.TotalTime;
        var load = await outside.LoadAsync(Order(subject));
        return new Pace(plan.Requests, load, Environment.CpuUsage.TotalTime - spent);
    }

    private async Task<BotPace> BotAsync()
    {
        toldToBot += plan.Requests;
        var spent = Environment.CpuUsage.TotalTime;
        var acknowledged = await PaceAsync(bot);
        var appliedWhenAcknowledged = plan.Requests - (toldToBot - bot.Ledger.Applied);
        await bot.Ledger.AppliedAsync(toldToBot);
        var applied = Stopwatch.GetTimestamp();
        await bot.Ledger.DrainedAsync();
        var drained = Stopwatch.GetTimestamp();
        return new BotPace(acknowledged, appliedWhenAcknowledged, applied, drained, Environment.CpuUsage.TotalTime - spent);
    }

    private async Task<BacklogPace> BacklogAsync()
    {
        toldToBot += plan.Requests;
        next += plan.Requests;
        return await bot.WorkOffAsync(next - plan.Requests, plan.Requests, outside.Slack);
    }
}
