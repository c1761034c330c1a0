using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.WebApi;

/// <summary>A method the sandbox models.</summary>
/// <param name="Name">Such as <c>chat.postMessage</c>.</param>
/// <param name="Arguments">The arguments it models; a documented one that is not here answers HTTP 501.</param>
/// <param name="Handle">Does it, inside the workspace's gate; answers the fields besides <c>ok</c>.</param>
internal sealed record ApiMethod(string Name, IReadOnlyList<string> Arguments, Func<ApiCall, JsonObject> Handle);
