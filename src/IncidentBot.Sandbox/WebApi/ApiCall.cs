using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.WebApi;

/// <summary>One call by the app's bot, with the checks most methods share.</summary>
internal sealed class ApiCall(SlackWorkspace workspace, MethodFacts facts, ApiArguments arguments)
{
    public SlackWorkspace Workspace { get; } = workspace;

    public ApiArguments Arguments { get; } = arguments;

    public Person Bot => Workspace.Bot;

    /// <summary>Warnings of the answer, such as <c>already_in_channel</c>.</summary>
    public List<string> Warnings { get; } = [.. arguments.Warnings];

    public string? Text(string name) => Arguments.Text(name);

    public string Required(string name) => Text(name) is { Length: > 0 } text ? text : throw Refusal.MissingField(name);

    /// <summary>The conversation an argument names, if the bot may know of it and holds the scope for its kind.</summary>
    public Conversation Conversation(string argument = "channel")
    {
        var id = Required(argument);
        if (!Workspace.Conversations.TryGetValue(id, out var conversation) || !conversation.IsVisibleTo(Bot.Id))
            throw new Refusal("channel_not_found");
        RequireScopeFor(conversation.ScopeFamily);
        return conversation;
    }

    /// <summary>A channel, public or private; direct messages are refused.</summary>
    public Conversation Channel()
    {
        var conversation = Conversation();
        return conversation.IsChannel ? conversation : throw new Refusal("method_not_supported_for_channel_type");
    }

    /// <summary>A code, where Slack documents it for this method; otherwise invalid_arguments.</summary>
    public Refusal Documented(string code, string argument) => facts.Errors.Contains(code)
        ? new Refusal(code)
        : Refusal.InvalidArguments($"must be valid [json-pointer:/{argument}]");

    public void RequireMember(Conversation conversation, string code = "not_in_channel")
    {
        if (!conversation.Has(Bot.Id))
            throw new Refusal(code);
    }

    public Message Message(Conversation conversation, string argument)
    {
        var ts = Required(argument);
        return conversation.Messages.Find(ts) ?? throw new Refusal("message_not_found");
    }

    /// <summary>Where a method's scopes differ by kind of conversation, one of that kind's scopes is needed.</summary>
    public void RequireScopeFor(string family)
    {
        if (!facts.Scopes.All(scope => IsOfAFamily(scope)))
            return;
        var fitting = facts.Scopes.Where(scope => scope.StartsWith($"{family}:", StringComparison.Ordinal)).ToList();
        if (fitting.Count > 0 && !fitting.Exists(Workspace.App.Has))
            throw MissingScope(fitting);
    }

    public void RequireScope(string scope)
    {
        if (!Workspace.App.Has(scope))
            throw MissingScope([scope]);
    }

    public void RequireAnyScope()
    {
        if (facts.Scopes.Count > 0 && !facts.Scopes.Any(Workspace.App.Has))
            throw MissingScope(facts.Scopes);
    }

    private static bool IsOfAFamily(string scope) => scope.Split(':')[0] is "channels" or "groups" or "im" or "mpim";

    private Refusal MissingScope(IReadOnlyList<string> needed) => new("missing_scope", new JsonObject
    {
        ["needed"] = string.Join(',', needed),
        ["provided"] = string.Join(',', Workspace.App.Manifest.Scopes),
    });
}
