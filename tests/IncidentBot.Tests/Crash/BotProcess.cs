using System.Diagnostics;
using System.Text.RegularExpressions;
using IncidentBot.Configuration;
using IncidentBot.Tests.Replays;

namespace IncidentBot.Tests.Crash;

/// <summary>The bot as a process of its own, as it is run in earnest; it can be killed without a word of warning.</summary>
internal sealed partial class BotProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private const int MostTries = 10;
    private readonly Process process;
    private readonly TaskCompletionSource<Uri> listening = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly List<string> said = [];

    private BotProcess(ProcessStartInfo start)
    {
        process = new Process { StartInfo = start, EnableRaisingEvents = true };
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.Exited += (_, _) => listening.TrySetException(new InvalidOperationException($"The bot ended before it listened:\n{Said}"));
    }

    /// <summary>What it wrote on its console.</summary>
    public string Said
    {
        get
        {
            lock (said)
                return string.Join('\n', said);
        }
    }

    /// <summary>Starts <c>run</c> on the stage's file, its clock following the sandbox's, and waits until it listens.</summary>
    public static async Task<BotProcess> StartAsync(Stage stage)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(BotHost).Assembly.Location, "run"]) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in await stage.SettingsAsync())
            start.Environment[name] = value;
        start.Environment[Settings.Port.Name] = "0";
        start.Environment[Settings.SandboxClock.Name] = stage.Sandbox.Url.ToString();
        var bot = new BotProcess(start);
        bot.process.Start();
        bot.process.BeginOutputReadLine();
        bot.process.BeginErrorReadLine();
        await InstallAsync(stage, await bot.listening.Task.WaitAsync(Patience, TimeProvider.System));
        return bot;
    }

    /// <summary>A process that has just begun may need longer than Slack's three seconds on a busy machine; an admin would press the button again.</summary>
    private static async Task InstallAsync(Stage stage, Uri address)
    {
        for (var left = MostTries; ; left--)
        {
            try
            {
                await stage.InstallAsync(address);
                return;
            }
            catch (InvalidOperationException notEchoed) when (left > 1 && notEchoed.Message.Contains("http_timeout", StringComparison.Ordinal))
            {
                // Once more.
            }
        }
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed, nothing is finished.</summary>
    public async Task KillAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill();
        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (said)
            said.Add(line);
        if (Address().Match(line) is { Success: true } address)
            listening.TrySetResult(new Uri(address.Value));
    }

    [GeneratedRegex(@"(?<=Listening on ""?)http://127\.0\.0\.1:\d+")]
    private static partial Regex Address();
}
