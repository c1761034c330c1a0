using System.Text.Json;

namespace IncidentBot.Sandbox;

/// <summary>A person of the workspace and what they can do. Made by <see cref="SandboxClient.As"/>.</summary>
public sealed class SandboxPerson
{
    private readonly ControlHttp _http;

    internal SandboxPerson(ControlHttp http, string id)
    {
        _http = http;
        Id = id;
    }

    /// <summary>The user id.</summary>
    public string Id { get; }

    /// <summary>How a message mentions this person.</summary>
    public string Mention => $"<@{Id}>";

    /// <summary>Posts a message.</summary>
    /// <returns>Its ts.</returns>
    public async Task<string> PostAsync(
        string channel, string text, string? threadTs = null, bool broadcast = false, CancellationToken cancellationToken = default)
    {
        var answer = await ActAsync<JsonElement>(
            "messages", cancellationToken, ("channel", channel), ("text", text), ("thread_ts", threadTs), ("broadcast", broadcast));
        return answer.GetProperty("ts").GetString()!;
    }

    /// <summary>Posts a file, with or without words.</summary>
    /// <returns>The message's ts.</returns>
    public async Task<string> ShareAsync(
        string channel, string name, byte[] content, string text = "", string? threadTs = null, CancellationToken cancellationToken = default)
    {
        var answer = await ActAsync<JsonElement>(
            "files", cancellationToken, ("channel", channel), ("name", name), ("content", Convert.ToBase64String(content)), ("text", text), ("thread_ts", threadTs));
        return answer.GetProperty("ts").GetString()!;
    }

    /// <summary>Edits an own message.</summary>
    public Task EditAsync(string channel, string ts, string text, CancellationToken cancellationToken = default) =>
        ActAsync<JsonElement>("edits", cancellationToken, ("channel", channel), ("ts", ts), ("text", text));

    /// <summary>Deletes an own message, or dismisses an ephemeral one.</summary>
    public Task DeleteAsync(string channel, string ts, CancellationToken cancellationToken = default) =>
        ActAsync<JsonElement>("deletions", cancellationToken, ("channel", channel), ("ts", ts));

    /// <summary>Adds a reaction.</summary>
    public Task ReactAsync(string channel, string ts, string name, CancellationToken cancellationToken = default) =>
        ActAsync<JsonElement>("reactions", cancellationToken, ("channel", channel), ("ts", ts), ("name", name));

    /// <summary>Takes a reaction back.</summary>
    public Task UnreactAsync(string channel, string ts, string name, CancellationToken cancellationToken = default) =>
        TakeBackAsync("reactions", cancellationToken, ("channel", channel), ("ts", ts), ("name", name));

    /// <summary>Pins a message.</summary>
    public Task PinAsync(string channel, string ts, CancellationToken cancellationToken = default) =>
        ActAsync<JsonElement>("pins", cancellationToken, ("channel", channel), ("ts", ts));

    /// <summary>Unpins a message.</summary>
    public Task UnpinAsync(string channel, string ts, CancellationToken cancellationToken = default) =>
        TakeBackAsync("pins", cancellationToken, ("channel", channel), ("ts", ts));

    /// <summary>Types a slash command, such as <c>/incident help</c>, and waits for the app's answer.</summary>
    public Task<SandboxDelivery> CommandAsync(string channel, string text, CancellationToken cancellationToken = default) =>
        DeliverAsync("commands", cancellationToken, ("channel", channel), ("text", text));

    /// <summary>Uses an element of a message, ephemeral ones included.</summary>
    /// <param name="channel">The channel.</param>
    /// <param name="ts">The message.</param>
    /// <param name="blockId">The block.</param>
    /// <param name="actionId">The element.</param>
    /// <param name="selected">For menus and pickers: an option's value, a user or channel id, a date, or several of them.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<SandboxDelivery> ClickAsync(
        string channel, string ts, string blockId, string actionId, object? selected = null, CancellationToken cancellationToken = default) =>
        DeliverAsync(
            "clicks", cancellationToken, ("channel", channel), ("ts", ts), ("block_id", blockId), ("action_id", actionId), ("selected", selected));

    /// <summary>Uses an element of a form or of the Home tab.</summary>
    public Task<SandboxDelivery> ClickInViewAsync(
        string viewId, string blockId, string actionId, object? selected = null, CancellationToken cancellationToken = default) =>
        DeliverAsync(
            "clicks", cancellationToken, ("view_id", viewId), ("block_id", blockId), ("action_id", actionId), ("selected", selected));

    /// <summary>Types into a menu of a form whose options the app gives.</summary>
    /// <param name="viewId">The form.</param>
    /// <param name="blockId">The block.</param>
    /// <param name="actionId">The menu.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<SandboxSuggestions> SuggestAsync(
        string viewId, string blockId, string actionId, string typed, CancellationToken cancellationToken = default) =>
        ActAsync<SandboxSuggestions>(
            "suggestions", cancellationToken, ("view_id", viewId), ("block_id", blockId), ("action_id", actionId), ("value", typed));

    /// <summary>Fills in and sends the form in front.</summary>
    /// <param name="viewId">The form.</param>
    /// <param name="values">By block_id and action_id: a text, several values, or null.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task<SandboxSubmission> SubmitAsync(
        string viewId,
        IReadOnlyDictionary<string, IReadOnlyDictionary<string, object?>> values,
        CancellationToken cancellationToken = default) =>
        ActAsync<SandboxSubmission>("submissions", cancellationToken, ("view_id", viewId), ("values", values));

    /// <summary>Closes a form; with <paramref name="all"/> the whole stack, as the X does.</summary>
    /// <returns>The app's answer; null when the form did not ask to be reported.</returns>
    public async Task<SandboxDelivery?> CloseAsync(string viewId, bool all = false, CancellationToken cancellationToken = default) =>
        (await ActAsync<DeliveryAnswer>("closes", cancellationToken, ("view_id", viewId), ("clear", all))).Delivery;

    /// <summary>Uses a global shortcut.</summary>
    public Task<SandboxDelivery> ShortcutAsync(string callbackId, CancellationToken cancellationToken = default) =>
        DeliverAsync("shortcuts", cancellationToken, ("callback_id", callbackId));

    /// <summary>Uses a message shortcut.</summary>
    public Task<SandboxDelivery> ShortcutAsync(
        string callbackId, string channel, string ts, CancellationToken cancellationToken = default) =>
        DeliverAsync("shortcuts", cancellationToken, ("callback_id", callbackId), ("channel", channel), ("ts", ts));

    /// <summary>Opens the app's Home tab.</summary>
    public Task OpenHomeAsync(CancellationToken cancellationToken = default) => ActAsync<JsonElement>("home", cancellationToken);

    /// <summary>Joins a public channel.</summary>
    public Task JoinAsync(string channel, CancellationToken cancellationToken = default) =>
        ActAsync<JsonElement>("joins", cancellationToken, ("channel", channel));

    /// <summary>Leaves a channel.</summary>
    public Task LeaveAsync(string channel, CancellationToken cancellationToken = default) =>
        ActAsync<JsonElement>("leaves", cancellationToken, ("channel", channel));

    /// <summary>Invites people, or the bot, into a channel.</summary>
    public Task InviteAsync(string channel, IReadOnlyList<string> users, CancellationToken cancellationToken = default) =>
        ActAsync<JsonElement>("invites", cancellationToken, ("channel", channel), ("users", users));

    /// <summary>Removes somebody, or the bot, from a channel.</summary>
    public Task KickAsync(string channel, string user, CancellationToken cancellationToken = default) =>
        ActAsync<JsonElement>("kicks", cancellationToken, ("channel", channel), ("user", user));

    /// <summary>Renames a channel.</summary>
    public Task RenameAsync(string channel, string name, CancellationToken cancellationToken = default) =>
        ActAsync<JsonElement>("renames", cancellationToken, ("channel", channel), ("name", name));

    /// <summary>Sets a channel's topic.</summary>
    public Task SetTopicAsync(string channel, string topic, CancellationToken cancellationToken = default) =>
        ActAsync<JsonElement>("topics", cancellationToken, ("channel", channel), ("topic", topic));

    /// <summary>Archives a channel.</summary>
    public Task ArchiveAsync(string channel, CancellationToken cancellationToken = default) =>
        ActAsync<JsonElement>("archives", cancellationToken, ("channel", channel));

    /// <summary>Opens an archived channel again.</summary>
    public Task UnarchiveAsync(string channel, CancellationToken cancellationToken = default) =>
        ActAsync<JsonElement>("unarchives", cancellationToken, ("channel", channel));

    /// <summary>Makes a public channel private.</summary>
    public Task MakePrivateAsync(string channel, CancellationToken cancellationToken = default) =>
        ActAsync<JsonElement>("conversions", cancellationToken, ("channel", channel), ("to", "private"));

    /// <summary>Has Slack give a channel another id, as it does when channels are converted.</summary>
    /// <returns>The new id; the old one is unknown from now on.</returns>
    public async Task<string> ChangeIdAsync(string channel, CancellationToken cancellationToken = default) =>
        (await ActAsync<JsonElement>("conversions", cancellationToken, ("channel", channel), ("to", "another_id"))).GetProperty("channel").GetString()!;

    /// <summary>The direct conversation with somebody, the bot included.</summary>
    /// <returns>The channel id.</returns>
    public async Task<string> OpenDirectAsync(string user, CancellationToken cancellationToken = default) =>
        (await ActAsync<JsonElement>("directs", cancellationToken, ("user", user))).GetProperty("channel").GetString()!;

    /// <summary>Changes who or where this person is; what is null stays.</summary>
    public Task ChangeProfileAsync(
        string? name = null, string? realName = null, string? tz = null, bool? deleted = null, string? locale = null, CancellationToken cancellationToken = default) =>
        _http.SendAsync<JsonElement>(
            HttpMethod.Patch, $"people/{Id}", cancellationToken, ("name", name), ("real_name", realName), ("tz", tz), ("deleted", deleted), ("locale", locale));

    /// <summary>Says whether this person is there, and when they do not want to be disturbed next.</summary>
    /// <param name="isAway">Shown as away.</param>
    /// <param name="quietFrom">Unix seconds; null for no such time.</param>
    /// <param name="quietUntil">Unix seconds.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public Task ChangeAvailabilityAsync(
        bool isAway, long? quietFrom = null, long? quietUntil = null, CancellationToken cancellationToken = default) =>
        _http.SendAsync<JsonElement>(
            HttpMethod.Patch, $"people/{Id}/availability", cancellationToken,
            ("away", isAway), ("quiet_from", quietFrom), ("quiet_until", quietUntil));

    /// <summary>What this person sees in a channel, oldest first, replies and ephemeral messages included.</summary>
    public async Task<IReadOnlyList<SandboxMessage>> MessagesAsync(string channel, CancellationToken cancellationToken = default) =>
        (await _http.GetAsync<MessagesAnswer>($"channels/{channel}/messages?as={Id}", cancellationToken)).Messages;

    /// <summary>The open forms, the one in front last.</summary>
    public async Task<IReadOnlyList<JsonElement>> ViewsAsync(CancellationToken cancellationToken = default) =>
        (await _http.GetAsync<ViewsAnswer>($"people/{Id}/views", cancellationToken)).Modals;

    /// <summary>The published Home tab; null if there is none.</summary>
    public async Task<JsonElement?> HomeAsync(CancellationToken cancellationToken = default) =>
        (await _http.GetAsync<HomeAnswer>($"people/{Id}/home", cancellationToken)).View;

    /// <summary>The workspace as this person sees it.</summary>
    public Task<SandboxState> StateAsync(CancellationToken cancellationToken = default) =>
        _http.GetAsync<SandboxState>($"state?as={Id}", cancellationToken);

    private Task<T> ActAsync<T>(string act, CancellationToken cancellationToken, params IReadOnlyList<(string Name, object? Value)> fields) =>
        _http.SendAsync<T>(HttpMethod.Post, $"people/{Id}/{act}", cancellationToken, fields);

    private Task<JsonElement> TakeBackAsync(
        string act, CancellationToken cancellationToken, params IReadOnlyList<(string Name, object? Value)> fields) =>
        _http.SendAsync<JsonElement>(HttpMethod.Delete, $"people/{Id}/{act}", cancellationToken, fields);

    private async Task<SandboxDelivery> DeliverAsync(
        string act, CancellationToken cancellationToken, params IReadOnlyList<(string Name, object? Value)> fields) =>
        (await ActAsync<DeliveryAnswer>(act, cancellationToken, fields)).Delivery!;

    private sealed record MessagesAnswer(IReadOnlyList<SandboxMessage> Messages);

    private sealed record ViewsAnswer(IReadOnlyList<JsonElement> Modals);

    private sealed record HomeAnswer(JsonElement? View);
}
