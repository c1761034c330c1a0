namespace IncidentBot.Messaging;

/// <summary>A call as Slack counts it (Slack docs: Rate limits).</summary>
/// <param name="Method">Slack's name of the method, or <c>response_url</c>.</param>
/// <param name="Place">What it is counted by besides: the channel of a message, the address of an answer. Never logged.</param>
internal sealed record SlackCall(string Method, string? Place = null)
{
    public const string PostMessage = "chat.postMessage";

    public const string ResponseUrl = "response_url";

    /// <summary>A message to a channel or a person.</summary>
    public static SlackCall Post(string to) => new(PostMessage, to);

    /// <summary>The call that looks whether an earlier try happened, where one is in doubt.</summary>
    public static IEnumerable<SlackCall> Look(bool inDoubt, string method) => inDoubt ? [new SlackCall(method)] : [];

    /// <summary>Without the place: an answer's address lets anybody answer.</summary>
    public override string ToString() => Method;
}
