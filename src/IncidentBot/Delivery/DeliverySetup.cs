using IncidentBot.Configuration;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Delivery;

internal static class DeliverySetup
{
    /// <summary>The way to Slack.</summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services, ConnectionOptions connections, TimeProvider clock)
    {
        services.AddSingleton<ISlackApiClient>(_ => new SlackApiClient(
            new SlackApiOptions { BaseUrl = connections.ApiUrl, BotToken = connections.BotToken },
            new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) }),
            clock));
        services.AddSingleton<Postbox>();
        services.AddSingleton<People>();
        return services;
    }
}
