using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace IncidentBot.Configuration;

/// <summary>Structured logs on the console. Neither secrets nor what people write are ever logged.</summary>
internal static class Logs
{
    public static Logger ToConsole(bool asJson, LogEventLevel atLeast = LogEventLevel.Information)
    {
        var configuration = new LoggerConfiguration()
            .MinimumLevel.Is(atLeast)
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Quartz", LogEventLevel.Warning)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            .Enrich.FromLogContext();
        return asJson
            ? configuration.WriteTo.Console(new JsonFormatter()).CreateLogger()
            : configuration.WriteTo.Console(formatProvider: System.Globalization.CultureInfo.InvariantCulture).CreateLogger();
    }
}
