using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.WebApi;

/// <summary><c>conversations.invite</c>, <c>.join</c>, <c>.leave</c>, <c>.kick</c></summary>
internal static class ConversationMemberMethods
{
    /// <summary>The argument's own text says up to 100 (Slack docs: conversations.invite).</summary>
    private const int MostInvited = 100;

    public static IReadOnlyList<ApiMethod> All { get; } =
    [
        new("conversations.invite", ["channel", "users", "force"], Invite),
        new("conversations.join", ["channel"], Join),
        new("conversations.leave", ["channel"], Leave),
        new("conversations.kick", ["channel", "user"], Kick),
    ];

    private static JsonObject Invite(ApiCall call)
    {
        call.Required("channel");
        var users = call.Arguments.Ids("users");
        if (users.Count == 0)
            throw new Refusal("no_user");
        if (users.Count > MostInvited)
            throw new Refusal("too_many_users");
        var channel = call.Channel();
        call.RequireMember(channel);
        if (channel.IsArchived)
            throw new Refusal("is_archived");

        var errors = users.Select(user => (User: user, Code: WhyNot(call, channel, user))).Where(each => each.Code is not null).ToList();
        var welcome = users.Except(errors.Select(error => error.User)).ToList();
        if (errors.Count > 0 && (welcome.Count == 0 || !call.Arguments.Flag("force")))
        {
            throw new Refusal(errors[0].Code!, new JsonObject
            {
                ["errors"] = new JsonArray([.. errors.Select(error =>
                    new JsonObject { ["user"] = error.User, ["ok"] = false, ["error"] = error.Code })]),
            });
        }

        foreach (var user in welcome)
            call.Workspace.Join(channel, user, inviter: call.Bot.Id);
        return new JsonObject { ["channel"] = channel.ToJson(call.Workspace, call.Bot.Id) };
    }

    private static string? WhyNot(ApiCall call, Conversation channel, string user)
    {
        if (user == call.Bot.Id)
            return "cant_invite_self";
        if (!call.Workspace.People.TryGetValue(user, out var person) || person.IsDeleted)
            return "user_not_found";
        if (person.IsSlackbot)
            return "cant_invite";
        if (channel.Has(user))
            return "already_in_channel";
        return person.Guest is Guest.SingleChannel && call.Workspace.Conversations.Values.Any(other => other.Kind is ConversationKind.PublicChannel or ConversationKind.PrivateChannel && other.Has(user)) ? "ura_max_channels" : null;
    }

    private static JsonObject Join(ApiCall call)
    {
        var channel = call.Conversation();
        if (!channel.IsPublic)
            throw new Refusal("method_not_supported_for_channel_type");
        if (channel.IsArchived)
            throw new Refusal("is_archived");
        if (channel.Has(call.Bot.Id))
            call.Warnings.Add("already_in_channel");
        call.Workspace.Join(channel, call.Bot.Id);
        return new JsonObject { ["channel"] = channel.ToJson(call.Workspace, call.Bot.Id) };
    }

    private static JsonObject Leave(ApiCall call)
    {
        var channel = call.Channel();
        if (channel.IsArchived)
            throw new Refusal("is_archived");
        if (channel.IsGeneral)
            throw new Refusal("cant_leave_general");
        if (!channel.Has(call.Bot.Id))
            return new JsonObject { ["not_in_channel"] = true };
        if (!channel.IsPublic && channel.Members.Count == 1)
            throw new Refusal("last_member");
        call.Workspace.Leave(channel, call.Bot.Id);
        return [];
    }

    private static JsonObject Kick(ApiCall call)
    {
        var channel = call.Channel();
        var user = call.Required("user");
        if (user == call.Bot.Id)
            throw new Refusal("cant_kick_self");
        if (!call.Workspace.People.ContainsKey(user))
            throw new Refusal("user_not_found");
        if (channel.IsGeneral)
            throw new Refusal("cant_kick_from_general");
        if (!channel.Has(call.Bot.Id) || !channel.Has(user))
            throw new Refusal("not_in_channel");
        call.Workspace.Leave(channel, user);
        return [];
    }
}
