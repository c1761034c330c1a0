using System.Text.RegularExpressions;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.Deliveries;

/// <summary>Builds the form of a slash command (Slack docs: Slash commands).</summary>
internal static partial class SlashCommands
{
    /// <param name="workspace">The workspace.</param>
    /// <param name="person">Who typed it.</param>
    /// <param name="conversation">Where; commands work everywhere, even where the bot is not.</param>
    /// <param name="command">The registered command.</param>
    /// <param name="typed">Everything behind the command, with mentions already as <c>&lt;@U…&gt;</c>.</param>
    /// <returns>The delivery, and where its answer goes.</returns>
    public static (Delivery Delivery, ResponseTarget Target) Pack(
        SlackWorkspace workspace, Person person, Conversation conversation, SandboxCommand command, string typed)
    {
        var target = new ResponseTarget(
            conversation.Id, person.Id, SourceTs: null, SourceIsEphemeral: false, ThreadTs: null, workspace.Now + ResponseUrls.Life);
        var body = PayloadText.Form(
        [
            new("token", workspace.App.VerificationToken),
            new("team_id", workspace.TeamId),
            new("team_domain", workspace.Domain),
            new("channel_id", conversation.Id),
            new("channel_name", Interactions.NameFor(conversation)),
            new("user_id", person.Id),
            new("user_name", person.Name),
            new("command", command.Command),
            new("text", command.ShouldEscape ? Escaped(workspace, typed) : Plain(workspace, typed)),
            new("api_app_id", workspace.App.AppId),
            new("is_enterprise_install", "false"),
            new("response_url", workspace.ResponseUrls.Issue(workspace, "commands", target)),
            new("trigger_id", workspace.Triggers.Issue(workspace, person.Id)),
        ]);
        return (new Delivery("slash_command", null, DeliveryTarget.Commands, Delivery.Form, body), target);
    }

    /// <summary>With should_escape, channels carry their name unless they are private.</summary>
    private static string Escaped(SlackWorkspace workspace, string typed) =>
        ChannelMention().Replace(SlackText.Normalize(typed), match =>
            workspace.Conversations.TryGetValue(match.Groups[1].Value, out var channel)
                ? $"<#{channel.Id}|{(channel.IsPublic ? channel.Name : "")}>"
                : match.Value);

    private static string Plain(SlackWorkspace workspace, string typed)
    {
        var withPeople = UserMention().Replace(typed, match =>
            workspace.People.TryGetValue(match.Groups[1].Value, out var person) ? $"@{person.Name}" : match.Value);
        var withChannels = ChannelMention().Replace(withPeople, match =>
            workspace.Conversations.TryGetValue(match.Groups[1].Value, out var channel) ? $"#{channel.Name}" : match.Value);
        return SlackText.Unescape(withChannels);
    }

    [GeneratedRegex(@"<@([UW][A-Z0-9]+)(?:\|[^>]*)?>")]
    private static partial Regex UserMention();

    [GeneratedRegex(@"<#([CG][A-Z0-9]+)(?:\|[^>]*)?>")]
    private static partial Regex ChannelMention();
}
