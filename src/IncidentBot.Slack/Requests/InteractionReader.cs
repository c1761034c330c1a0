using IncidentBot.Slack.Blocks;

namespace IncidentBot.Slack.Requests;

/// <summary>Reads the JSON inside the form field <c>payload</c>. Slack docs: Interaction payloads.</summary>
internal static class InteractionReader
{
    public static SlackReading Read(ReadOnlySpan<byte> json)
    {
        // First only the kind: the shapes of kinds we do not know must not matter.
        var type = SlackJson.Deserialize<Kind>(json).Type;
        if (type.Length == 0) return SlackReading.Malformed("The interaction has no kind.");
        if (!IsKnown(type)) return new SlackReading.Understood(new UnknownInteraction(type));

        var payload = SlackJson.Deserialize<InteractionPayload>(json);
        return ToRequest(payload) is { } request
            ? new SlackReading.Understood(request with { TeamId = payload.TeamId ?? "", ChannelId = payload.ChannelId, UserId = payload.User?.Id })
            : SlackReading.Malformed("The interaction lacks a field.");
    }

    private static SlackRequest? ToRequest(InteractionPayload payload)
    {
        if (payload.TeamId is null || string.IsNullOrEmpty(payload.User?.Id)) return null;

        return payload switch
        {
            { Type: "block_actions", Container: { } container, TriggerId: { Length: > 0 } trigger, Actions: [_, ..] actions }
                when !actions.Contains(null!) => new BlockActionRequest
                {
                    Container = container,
                    TriggerId = trigger,
                    ResponseUrl = payload.ResponseUrl,
                    Message = payload.Message,
                    View = payload.View,
                    State = payload.State,
                    Actions = actions,
                },
            { Type: "block_suggestion", ActionId: { } action, BlockId: { } block } =>
                new BlockOptionsRequest { ActionId = action, BlockId = block, Value = payload.Value ?? "" },
            { Type: "view_submission", View: { } view, TriggerId: { Length: > 0 } trigger } =>
                new ViewSubmission { View = view, TriggerId = trigger },
            { Type: "view_closed", View: { } view } =>
                new ViewClosed { View = view, IsCleared = payload.IsCleared },
            { Type: "shortcut", CallbackId: { } callback, TriggerId: { Length: > 0 } trigger } =>
                new GlobalShortcut { CallbackId = callback, TriggerId = trigger },
            { Type: "message_action", CallbackId: { } callback, TriggerId: { Length: > 0 } trigger, ResponseUrl: { } url, Message: { } message } =>
                new MessageShortcut
                {
                    CallbackId = callback,
                    TriggerId = trigger,
                    ResponseUrl = url,
                    Message = message,
                    MessageTs = payload.MessageTs ?? message.Ts,
                },
            _ => null,
        };
    }

    private static bool IsKnown(string type) =>
        type is "block_actions" or "block_suggestion" or "view_submission" or "view_closed" or "shortcut" or "message_action";

    private sealed record Kind
    {
        public required string Type { get; init; }
    }
}
