namespace IncidentBot.Slack.WebApi;

/// <summary>
/// Slack's Web API, one property per family of methods. Every method throws <see cref="SlackException"/> when Slack says no,
/// <see cref="SlackRateLimitException"/> when it says later, and <see cref="SlackUnreachableException"/> when it says nothing.
/// </summary>
public interface ISlackApiClient
{
    /// <summary>Who we are.</summary>
    IAuthApi Auth { get; }

    /// <summary>Messages.</summary>
    IChatApi Chat { get; }

    /// <summary>Channels and direct messages.</summary>
    IConversationsApi Conversations { get; }

    /// <summary>Modals and Homes.</summary>
    IViewsApi Views { get; }

    /// <summary>Emoji on messages.</summary>
    IReactionsApi Reactions { get; }

    /// <summary>Pinned messages.</summary>
    IPinsApi Pins { get; }

    /// <summary>People.</summary>
    IUsersApi Users { get; }

    /// <summary>Posts an answer to a response_url: up to five within 30 minutes. Without our token, and only to Slack's own hosts.</summary>
    /// <exception cref="ArgumentException">The address is not one of Slack's.</exception>
    Task Respond(string responseUrl, ResponseMessage message, CancellationToken cancellationToken = default);
}
