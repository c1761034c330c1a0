using System.Diagnostics;
using System.Text.Json;

namespace IncidentBot.Benchmarks.Outside;

/// <summary>The other process, seen from the one that is measured.</summary>
internal sealed class OutsideProcess : IAsyncDisposable
{
    private readonly Process process;

    private OutsideProcess(Process process, Uri slack) => (this.process, Slack) = (process, slack);

    /// <summary>Where the stub listens.</summary>
    public Uri Slack { get; }

    public TimeSpan ProcessorTime
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime;
        }
    }

    public static async Task<OutsideProcess> StartAsync()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, OutsideCommand.Word)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The outside did not start.");
        return new OutsideProcess(process, new Uri(address));
    }

    public Task<LoadResult> LoadAsync(LoadOrder order) => AskAsync<LoadResult>(JsonSerializer.Serialize(order));

    public Task<Sends> SendsAsync() => AskAsync<Sends>("");

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task<T> AskAsync<T>(string order)
    {
        await process.StandardInput.WriteLineAsync(order);
        await process.StandardInput.FlushAsync();
        var answer = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The outside went away.");
        return JsonSerializer.Deserialize<T>(answer)!;
    }
}
