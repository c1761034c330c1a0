using IncidentBot.Slack.Requests;

namespace IncidentBot.Messaging;

/// <summary>An entry in Slack's shortcut menus; the app's manifest lists it from here.</summary>
internal interface IShortcut
{
    string CallbackId { get; }

    /// <summary>What the menu says, at most 24 characters (Slack docs: App manifest).</summary>
    string Name { get; }

    string Description { get; }

    /// <summary>Whether it stands in a message's own menu, or in the global one.</summary>
    bool OnMessage { get; }

    Task HandleAsync(SlackRequest request, Turn turn, CancellationToken ct);
}
