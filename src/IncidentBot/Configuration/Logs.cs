using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Formatting.Json;

namespace IncidentBot.Configuration;

/// <summary>Structured logs on the console. Neither secrets nor what people write are ever logged.</summary>
internal static class Logs
{
    /// <summary>The host says so with a stack trace, and throws it: the program says it in one sentence.</summary>
    private const string StartFailed = "Hosting failed to start";

    public static Logger ToConsole(bool asJson, LogEventLevel atLeast = LogEventLevel.Information)
    {
        var configuration = new LoggerConfiguration()
            .MinimumLevel.Is(atLeast)
            .MinimumLevel.Override("Microsoft", LogEventLevel.Warning)
            .MinimumLevel.Override("Quartz", LogEventLevel.Warning)
            .MinimumLevel.Override("System", LogEventLevel.Warning)
            // What fails there is thrown as well, and said in one line by whoever asked.
            .MinimumLevel.Override("Microsoft.EntityFrameworkCore", LogEventLevel.Fatal)
            .Filter.ByExcluding(line => line.MessageTemplate.Text == StartFailed)
            .Enrich.FromLogContext();
        return asJson
            ? configuration.WriteTo.Console(new JsonFormatter()).CreateLogger()
            : configuration.WriteTo.Console(formatProvider: System.Globalization.CultureInfo.InvariantCulture).CreateLogger();
    }
}
