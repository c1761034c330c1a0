using IncidentBot.Configuration;
using IncidentBot.Messaging;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Delivery;

internal static class DeliverySetup
{
    /// <summary>The way to Slack.</summary>
    public static IServiceCollection AddDelivery(this IServiceCollection services, ConnectionOptions connections, TimeProvider clock)
    {
        services.AddSingleton(new Pace(connections.PostsPerMinute is { } posts ? new PaceLimits(posts) : null, clock));
        services.AddSingleton<ISlackApiClient>(provider => new SlackApiClient(
            new SlackApiOptions { BaseUrl = connections.ApiUrl, BotToken = connections.BotToken },
            new HttpClient(new RateLimitWatch(connections.ApiUrl, provider.GetRequiredService<Pace>(), SlackApiClient.CreateHandler())),
            clock));
        services.AddSingleton<ExternalPeople>();
        services.AddSingleton<ExternalLabels>();
        services.AddSingleton<Postbox>();
        services.AddSingleton<Elsewhere>();
        services.AddSingleton<MessageFinder>();
        services.AddSingleton<RelevantMessagesOf>();
        services.AddSingleton<People>();
        return services;
    }
}
