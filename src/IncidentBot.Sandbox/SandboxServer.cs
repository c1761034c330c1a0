using System.Net;
using IncidentBot.Sandbox.Control;
using IncidentBot.Sandbox.Deliveries;
using IncidentBot.Sandbox.Workspace;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace IncidentBot.Sandbox;

/// <summary>
/// A local Slack workspace over real HTTP on 127.0.0.1: the Web API, signed deliveries to one app, people to drive, a page
/// to try it in. As strict as Slack; what it does not model answers HTTP 501.
/// </summary>
public sealed class SandboxServer : IAsyncDisposable
{
    private static readonly TimeSpan StoppingTakes = TimeSpan.FromMilliseconds(200);

    private readonly WebApplication _web;
    private readonly SandboxEngine _engine;
    private readonly bool _ownsClock;

    private SandboxServer(WebApplication web, SandboxEngine engine, bool ownsClock)
    {
        _web = web;
        _engine = engine;
        _ownsClock = ownsClock;
    }

    /// <summary>The root address, with the page. It ends with a slash.</summary>
    public Uri Url => _engine.Workspace.Root;

    /// <summary>The base address of the Web API, in place of <c>https://slack.com/api/</c>. It ends with a slash.</summary>
    public Uri ApiUrl => new(Url, "api/");

    /// <summary>The workspace's id.</summary>
    public string TeamId => _engine.Workspace.TeamId;

    /// <summary>The app's id.</summary>
    public string AppId => _engine.Workspace.App.AppId;

    /// <summary>The bot's user id (<c>U…</c>).</summary>
    public string BotUserId => _engine.Workspace.App.BotUserId;

    /// <summary>The bot's id (<c>B…</c>).</summary>
    public string BotId => _engine.Workspace.App.BotId;

    /// <summary>The token the bot calls the Web API with. Not shaped like a real one.</summary>
    public string BotToken => _engine.Workspace.App.BotToken;

    /// <summary>The token the app opens sockets with. Not shaped like a real one.</summary>
    public string AppToken => _engine.Workspace.App.AppToken;

    /// <summary>What the app is called when it asks for a token by OAuth.</summary>
    public string ClientId => _engine.Workspace.App.ClientId;

    /// <summary>What it proves that with.</summary>
    public string ClientSecret => _engine.Workspace.App.ClientSecret;

    /// <summary>The page people agree on, in place of <c>https://slack.com/oauth/v2/authorize</c>.</summary>
    public Uri AuthorizeUrl => new(Url, "oauth/v2/authorize");

    /// <summary>Whether the app is reached over Socket Mode, as its manifest says.</summary>
    public bool SocketMode => _engine.Workspace.App.Manifest.SocketMode;

    /// <summary>The secret deliveries are signed with.</summary>
    public string SigningSecret => _engine.Workspace.App.SigningSecret;

    /// <summary>The workspace's clock.</summary>
    public MovableClock Clock => _engine.Workspace.Clock;

    /// <summary>Starts a workspace and listens.</summary>
    /// <exception cref="ArgumentException">The given bot token looks like a real one.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<SandboxServer> StartAsync(SandboxOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var clock = options.Clock ?? new MovableClock();
        var engine = new SandboxEngine(options, clock);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        builder.Services.AddRoutingCore();
        var web = builder.Build();
        web.Use(RefuseStrangers);
        web.UseWebSockets();
        web.UseRouting();
        Map(web, engine);
        try
        {
            await web.StartAsync(cancellationToken);
        }
        catch
        {
            engine.Dispose();
            await web.DisposeAsync();
            throw;
        }

        var addresses = web.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        engine.Workspace.Root = new Uri($"http://127.0.0.1:{new Uri(addresses.Addresses.Single()).Port}/");
        return new SandboxServer(web, engine, ownsClock: options.Clock is null);
    }

    /// <summary>
    /// Tells the workspace where the app is reached, as saving a request URL does; again after every restart elsewhere. Slack
    /// sends a challenge first (Slack docs: Using HTTP request URLs).
    /// </summary>
    /// <param name="requestUrl">For events, and for all else that has no address of its own.</param>
    /// <param name="commandUrl">For slash commands.</param>
    /// <param name="interactivityUrl">For buttons, forms and shortcuts.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="InvalidOperationException">The challenge was not echoed; nothing is delivered there.</exception>
    public async Task InstallApp(
        Uri requestUrl, Uri? commandUrl = null, Uri? interactivityUrl = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(requestUrl);
        try
        {
            await _engine.Installation.RegisterAsync(
                new AppAddresses(requestUrl, commandUrl ?? requestUrl, interactivityUrl ?? requestUrl), cancellationToken);
        }
        catch (ControlRefusal refusal)
        {
            throw new InvalidOperationException(refusal.Message, refusal);
        }
    }

    /// <summary>A client of the control API, to drive the workspace's people.</summary>
    public SandboxClient CreateClient() => new(Url);

    /// <summary>Runs until the process is asked to end, by Ctrl+C or SIGTERM.</summary>
    public Task RunUntilStoppedAsync(CancellationToken cancellationToken) => _web.WaitForShutdownAsync(cancellationToken);

    /// <summary>Stops listening and delivering. Waiting retries are dropped.</summary>
    public async ValueTask DisposeAsync()
    {
        _engine.Stop();
        using var patience = new CancellationTokenSource(StoppingTakes, TimeProvider.System);
        await _web.StopAsync(patience.Token);
        await _web.DisposeAsync();
        _engine.Dispose();
        if (_ownsClock)
            Clock.Dispose();
    }

    private static void Map(WebApplication web, SandboxEngine engine)
    {
        web.MapMethods("/api/{method}", [HttpMethods.Get, HttpMethods.Post], http =>
            engine.Api.HandleAsync(http, (string)http.Request.RouteValues["method"]!));
        web.MapPost("/response/{kind}/{team}/{number}/{secret}", engine.ResponseUrls.HandleAsync);
        web.MapGet("/oauth/v2/authorize", http => AuthorizePage.HandleAsync(engine, http));
        web.MapGet("/files-pri/{file}/download/{name}", engine.Files.DownloadAsync);
        web.MapPost("/upload/v1/{secret}", engine.Files.UploadAsync);
        web.MapGet("/link/", engine.SocketEndpoint.HandleAsync);
        ControlRoutes.Map(web, engine);
        web.MapGet("/{**file}", Page.ServeAsync);
    }

    /// <summary>A name that merely resolves to this machine is not let in: a web page elsewhere could own it.</summary>
    private static async Task RefuseStrangers(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Host.Host is not ("127.0.0.1" or "localhost"))
        {
            http.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
            return;
        }

        try
        {
            await next(http);
        }
        catch (Exception bug) when (bug is not OperationCanceledException && !http.Response.HasStarted)
        {
            // A fault of the sandbox itself must be seen by whoever called, since it writes no log.
            http.Response.StatusCode = StatusCodes.Status500InternalServerError;
            await http.Response.WriteAsync($"The sandbox failed: {bug}", CancellationToken.None);
        }
    }
}
