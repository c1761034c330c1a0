using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.WebApi;

/// <summary>The argument <c>types</c> of lists of conversations; each kind takes a scope of its own.</summary>
internal static class ConversationTypes
{
    private static readonly Dictionary<string, (ConversationKind Kind, string Scope)> Known = new()
    {
        ["public_channel"] = (ConversationKind.PublicChannel, "channels:read"),
        ["private_channel"] = (ConversationKind.PrivateChannel, "groups:read"),
        ["mpim"] = (ConversationKind.GroupDirect, "mpim:read"),
        ["im"] = (ConversationKind.Direct, "im:read"),
    };

    public static HashSet<ConversationKind> Asked(ApiCall call)
    {
        var types = call.Text("types") is { Length: > 0 } ? call.Arguments.Ids("types") : ["public_channel"];
        var kinds = new HashSet<ConversationKind>();
        foreach (var type in types)
        {
            if (!Known.TryGetValue(type, out var known))
                throw new Refusal("invalid_types");
            call.RequireScope(known.Scope);
            kinds.Add(known.Kind);
        }

        return kinds;
    }
}
