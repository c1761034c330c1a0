using IncidentBot.Slack.Requests;
using IncidentBot.Wording;

namespace IncidentBot.Messaging;

/// <summary>Sends each kind of Slack request to whoever handles it.</summary>
internal sealed class SlackRouter(
    IEnumerable<IForm> forms,
    IEnumerable<IShortcut> shortcuts,
    IEnumerable<IEventHandler> eventHandlers)
{
    private readonly Dictionary<string, IForm> forms = forms.ToDictionary(form => form.CallbackId);
    private readonly Dictionary<string, IShortcut> shortcuts = shortcuts.ToDictionary(shortcut => shortcut.CallbackId);
    private readonly ILookup<Type, IEventHandler> events = eventHandlers.ToLookup(handler => handler.EventType);

    public IForm? Form(string callbackId) => forms.GetValueOrDefault(callbackId);

    /// <summary>Whether anybody here does anything with it. What nobody does anything with is acknowledged and not stored.</summary>
    public bool Knows(SlackRequest request) => request switch
    {
        SlashCommand => true,
        BlockActionRequest action => LineOf(action) is not null,
        ViewSubmission submission => submission.View.CallbackId is { } id && forms.ContainsKey(id),
        GlobalShortcut shortcut => shortcuts.ContainsKey(shortcut.CallbackId),
        MessageShortcut shortcut => shortcuts.ContainsKey(shortcut.CallbackId),
        EventCallback happened => events[happened.Event.GetType()].Any(handler => handler.Wants(happened.Event)),
        _ => false,
    };

    public Task HandleAsync(SlackRequest request, Turn turn, CancellationToken ct) => request switch
    {
        SlashCommand command => turn.RunAsync(CommandLine.Read(command.Text), ct),
        BlockActionRequest action when LineOf(action) is { } line => turn.RunAsync(CommandLine.Read(line), ct),
        ViewSubmission submission => forms[submission.View.CallbackId!].SubmitAsync(submission.View, turn, ct),
        GlobalShortcut shortcut => shortcuts[shortcut.CallbackId].HandleAsync(shortcut, turn, ct),
        MessageShortcut shortcut => shortcuts[shortcut.CallbackId].HandleAsync(shortcut, turn, ct),
        EventCallback happened => HandleEventAsync(happened, turn, ct),
        _ => Task.CompletedTask,
    };

    private async Task HandleEventAsync(EventCallback happened, Turn turn, CancellationToken ct)
    {
        // Its own comings and goings are other people's doing more often than not.
        if (turn.By.Value == turn.Workspace.BotUserId && happened.Event is not (MemberJoinedChannel or MemberLeftChannel))
        {
            turn.Ignore("our own doing");
            return;
        }
        foreach (var handler in events[happened.Event.GetType()].Where(handler => handler.Wants(happened.Event)))
            await handler.HandleAsync(happened.Event, turn, ct);
    }

    private static string? LineOf(BlockActionRequest request) =>
        request.Action is { } action && action.ActionId.StartsWith(Buttons.Prefix, StringComparison.Ordinal)
            ? action.SelectedOption?.Value ?? action.Value
            : null;
}
