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
            new HttpClient(SlackApiClient.CreateHandler()),
            clock));
        services.AddSingleton<Postbox>();
        services.AddSingleton<People>();
        return services;
    }
}
