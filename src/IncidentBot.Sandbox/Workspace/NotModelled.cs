namespace IncidentBot.Sandbox.Workspace;

/// <summary>Slack knows this, the sandbox does not: answered with HTTP 501 and this sentence, never with a false ok.</summary>
internal sealed class NotModelled(string what) : Exception($"The sandbox does not model {what}.");
