using System.Collections.Concurrent;
using System.Globalization;
using Serilog;
using Serilog.Core;
using Serilog.Events;

namespace IncidentBot.TestKit;

/// <summary>Keeps what the bot logs instead of printing it: quiet, and a test can look.</summary>
internal sealed class RememberedLog : ILogEventSink
{
    private readonly ConcurrentQueue<LogEvent> events = [];

    public IReadOnlyList<LogEvent> Events => [.. events];

    /// <summary>Each event as a line: level, text, exception.</summary>
    public IReadOnlyList<string> Lines => [.. events.Select(Line)];

    /// <summary>The least level that is kept of the bot's own; those the bot itself logs at, unless a test wants more.</summary>
    public LogEventLevel Least { get; set; } = LogEventLevel.Information;

    public Logger CreateLogger() => new LoggerConfiguration()
        .MinimumLevel.Is(Least)
        .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
        .MinimumLevel.Override("Quartz", LogEventLevel.Warning)
        .MinimumLevel.Override("System", LogEventLevel.Warning)
        .WriteTo.Sink(this)
        .CreateLogger();

    public void Emit(LogEvent logEvent) => events.Enqueue(logEvent);

    private static string Line(LogEvent logged) =>
        $"{logged.Level} {logged.RenderMessage(CultureInfo.InvariantCulture)}{(logged.Exception is null ? "" : $"\n{logged.Exception}")}";
}
