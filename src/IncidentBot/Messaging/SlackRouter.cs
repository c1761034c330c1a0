using IncidentBot.Slack.Requests;

namespace IncidentBot.Messaging;

/// <summary>Acts on one type of Slack event, after it was acknowledged (SlackNet's <c>IEventHandler</c>, with the turn in hand).</summary>
internal interface IEventHandler
{
    Type EventType { get; }

    Task HandleAsync(Event slackEvent, Turn turn, CancellationToken ct);
}

/// <summary>The typed face of <see cref="IEventHandler"/>.</summary>
internal abstract class SlackEventHandler<TEvent> : IEventHandler
    where TEvent : Event
{
    public Type EventType => typeof(TEvent);

    public Task HandleAsync(Event slackEvent, Turn turn, CancellationToken ct) => HandleAsync((TEvent)slackEvent, turn, ct);

    protected abstract Task HandleAsync(TEvent slackEvent, Turn turn, CancellationToken ct);
}

/// <summary>A form: how it looks, what is wrong with an answer, and what a good answer does.</summary>
internal interface IForm
{
    string CallbackId { get; }

    /// <summary>The view. May read, may not change.</summary>
    Task<Slack.Blocks.ModalViewDefinition> OpenAsync(string remembered, FormReading reading, CancellationToken ct);

    /// <summary>Field errors by block id, told while the form is still open; empty when there are none.</summary>
    IReadOnlyDictionary<string, string> Check(ViewState state);

    Task SubmitAsync(ViewInfo view, Turn turn, CancellationToken ct);
}

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

/// <summary>Sends each kind of Slack request to whoever handles it.</summary>
internal sealed class SlackRouter(
    CommandRouter commands,
    IEnumerable<IForm> forms,
    IEnumerable<IShortcut> shortcuts,
    IEnumerable<IEventHandler> eventHandlers)
{
    /// <summary>Buttons and menus whose value is a command line; the rest of the id only makes it unique in its block.</summary>
    public const string RunsCommand = "run";

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
        EventCallback happened => events.Contains(happened.Event.GetType()),
        _ => false,
    };

    public Task HandleAsync(SlackRequest request, Turn turn, CancellationToken ct) => request switch
    {
        SlashCommand command => commands.RunAsync(CommandLine.Read(command.Text), turn, ct),
        BlockActionRequest action when LineOf(action) is { } line => commands.RunAsync(CommandLine.Read(line), turn, ct),
        ViewSubmission submission => forms[submission.View.CallbackId!].SubmitAsync(submission.View, turn, ct),
        GlobalShortcut shortcut => shortcuts[shortcut.CallbackId].HandleAsync(shortcut, turn, ct),
        MessageShortcut shortcut => shortcuts[shortcut.CallbackId].HandleAsync(shortcut, turn, ct),
        EventCallback happened => HandleEventAsync(happened, turn, ct),
        _ => Task.CompletedTask,
    };

    private async Task HandleEventAsync(EventCallback happened, Turn turn, CancellationToken ct)
    {
        if (turn.By.Value == turn.Workspace.BotUserId)
        {
            turn.Ignore("our own doing");
            return;
        }
        foreach (var handler in events[happened.Event.GetType()])
            await handler.HandleAsync(happened.Event, turn, ct);
    }

    private static string? LineOf(BlockActionRequest request) =>
        request.Action is { } action && action.ActionId.StartsWith(RunsCommand, StringComparison.Ordinal)
            ? action.SelectedOption?.Value ?? action.Value
            : null;
}
