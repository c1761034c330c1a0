using IncidentBot.Configuration;
using IncidentBot.Delivery;
using IncidentBot.Messaging;
using IncidentBot.Scheduling;
using IncidentBot.Slack.Requests;
using IncidentBot.Slack.SocketMode;
using IncidentBot.Storage;
using IncidentBot.Web;
using Microsoft.EntityFrameworkCore;
using Serilog;
using Serilog.Core;

namespace IncidentBot;

/// <summary>The bot, put together. The same for production, the sandbox and every test.</summary>
internal sealed class BotHost : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly FileClaim claim;

    private BotHost(WebApplication app, FileClaim claim) => (this.app, this.claim) = (app, claim);

    /// <summary>Where it listens.</summary>
    public Uri Url => new(app.Urls.First().Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal));

    public IServiceProvider Services => app.Services;

    /// <summary>Starts it: claims the database, brings its tables up to date, listens.</summary>
    /// <exception cref="BadSettingException">A setting is missing or wrong.</exception>
    /// <exception cref="IOException">Another process has the database.</exception>
    public static async Task<BotHost> StartAsync(IConfiguration settings, TimeProvider clock, Logger logger, string listenOn, CancellationToken ct)
    {
        var connections = Settings.Connections(settings);
        var claim = FileClaim.Take(connections.Database);
        WebApplication? app = null;
        try
        {
            app = Build(connections, clock, logger, listenOn);
            app.Services.GetRequiredService<CurrentOptions>();
            var isNew = !File.Exists(connections.Database);
            await Store.MigrateAsync(app.Services.GetRequiredService<IDbContextFactory<BotDbContext>>(), ct);
            if (isNew)
                logger.Information("A new database was made: {Database}. If there was one already, DATABASE names another file", Path.GetFullPath(connections.Database));
            await app.StartAsync(ct);
            return new BotHost(app, claim);
        }
        catch (Exception failure)
        {
            var gaveUp = failure is OperationCanceledException && !ct.IsCancellationRequested;
            if (app is not null)
                await EndAsync(app);
            claim.Dispose();
            if (gaveUp)
                throw new BadSettingException("The bot gave up at start; the log says why.");
            throw;
        }
    }

    public Task RunUntilStoppedAsync(CancellationToken ct) => app.WaitForShutdownAsync(ct);

    public async ValueTask DisposeAsync()
    {
        await EndAsync(app);
        claim.Dispose();
    }

    /// <summary>Also one that did not start wholly: what did start is at work, and must stop before what it works with is gone.</summary>
    private static async Task EndAsync(WebApplication app)
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }

    private static WebApplication Build(ConnectionOptions connections, TimeProvider clock, Logger logger, string listenOn)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.WebHost.UseUrls(listenOn);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = 4 * SlackEndpoint.LargestBody);
        builder.Logging.ClearProviders();
        builder.Logging.AddSerilog(logger);
        builder.Services.AddSingleton(clock);
        builder.Services.AddSingleton(connections);
        builder.Services.AddSingleton(provider => new CurrentOptions(
            connections, provider.GetRequiredService<CommandRouter>().Usages, clock, provider.GetRequiredService<ILogger<CurrentOptions>>()));
        builder.Services.AddHostedService(provider => provider.GetRequiredService<CurrentOptions>());
        builder.Services.AddStore(connections.Database);
        builder.Services.AddSingleton(new FileStore(connections.Files, connections.LargestFile));
        builder.Services.AddMessaging();
        builder.Services.AddDelivery(connections, clock);
        builder.Services.AddScheduling(clock);
        builder.Services.AddWaysIn(
            connections.SigningSecret is { } secret ? new SigningSecret(secret) : null,
            connections.AppToken is { } token
                ? new SocketModeOptions { ApiUrl = connections.ApiUrl, AppToken = token, Connections = connections.SocketConnections }
                : null,
            clock);
        var app = builder.Build();
        app.MapWaysIn();
        return app;
    }
}
