namespace IncidentBot.Benchmarks;

/// <summary>Kestrel with nothing around it: no configuration files, no logs.</summary>
internal static class Quiet
{
    public static WebApplication Web(string listenOn)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(listenOn);
        builder.Logging.ClearProviders();
        return builder.Build();
    }
}
