using IncidentBot.Messaging;
using IncidentBot.Slack.Requests;
using IncidentBot.Slack.SocketMode;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Web;

internal static class WebSetup
{
    /// <summary>
    /// The ways in: over HTTP where requests can be verified, over Socket Mode where there is a token for it. Added last, so
    /// that it stops first and what is on its way in is still stored.
    /// </summary>
    public static IServiceCollection AddWaysIn(this IServiceCollection services, SigningSecret? secret, SocketModeOptions? sockets, TimeProvider clock)
    {
        services.AddSingleton<SlackIntake>();
        services.AddSingleton<Health>();
        if (secret is not null)
            services.AddSingleton(secret).AddSingleton<SlackEndpoint>();
        if (sockets is null)
            return services;
        services.AddSingleton<SocketListener>();
        services.AddSingleton(provider => new SocketModeClient(
            sockets, new HttpClient(SlackApiClient.CreateHandler()), provider.GetRequiredService<SocketListener>(), clock));
        services.AddSingleton<SocketMode>();
        services.AddSingleton<IEar>(provider => provider.GetRequiredService<SocketMode>());
        return services.AddHostedService(provider => provider.GetRequiredService<SocketMode>());
    }

    /// <summary>Without a signing secret nothing is taken over HTTP; whoever watches the process is answered all the same.</summary>
    public static void MapWaysIn(this WebApplication app)
    {
        if (app.Services.GetService<SlackEndpoint>() is { } endpoint)
            app.MapPost("/slack/events", endpoint.HandleAsync);
        app.MapGet("/healthz", () => "alive");
        app.MapGet("/readyz", app.Services.GetRequiredService<Health>().ReadyAsync);
    }
}
