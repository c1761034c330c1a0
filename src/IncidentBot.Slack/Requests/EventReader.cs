using System.Text.Json;
using IncidentBot.Slack.Blocks;

namespace IncidentBot.Slack.Requests;

/// <summary>Picks the record for an inner event, and finds where and who for any event, known or not.</summary>
internal static class EventReader
{
    /// <summary>The event; null when it is not an object with a type.</summary>
    /// <exception cref="JsonException">A known event lacks a field we need.</exception>
    public static Event? Read(JsonElement json) => Text(json, "type") switch
    {
        null or "" => null,
        "message" => SlackJson.Deserialize<MessageEvent>(json),
        "app_mention" => SlackJson.Deserialize<AppMention>(json),
        "reaction_added" => SlackJson.Deserialize<ReactionAdded>(json),
        "reaction_removed" => SlackJson.Deserialize<ReactionRemoved>(json),
        "pin_added" => SlackJson.Deserialize<PinAdded>(json),
        "pin_removed" => SlackJson.Deserialize<PinRemoved>(json),
        "app_home_opened" => SlackJson.Deserialize<AppHomeOpened>(json),
        "channel_archive" or "group_archive" => SlackJson.Deserialize<ChannelArchive>(json),
        "channel_unarchive" or "group_unarchive" => SlackJson.Deserialize<ChannelUnarchive>(json),
        "channel_rename" or "group_rename" => SlackJson.Deserialize<ChannelRename>(json),
        "channel_created" => SlackJson.Deserialize<ChannelCreated>(json),
        "channel_deleted" or "group_deleted" => SlackJson.Deserialize<ChannelDeleted>(json),
        "channel_id_changed" => SlackJson.Deserialize<ChannelIdChanged>(json),
        "channel_left" or "group_left" => SlackJson.Deserialize<ChannelLeft>(json),
        "member_joined_channel" => SlackJson.Deserialize<MemberJoinedChannel>(json),
        "member_left_channel" => SlackJson.Deserialize<MemberLeftChannel>(json),
        "user_change" => SlackJson.Deserialize<UserChange>(json),
        "team_join" => SlackJson.Deserialize<TeamJoin>(json),
        "app_uninstalled" => SlackJson.Deserialize<AppUninstalled>(json),
        "tokens_revoked" => SlackJson.Deserialize<TokensRevoked>(json),
        "team_domain_change" => SlackJson.Deserialize<TeamDomainChange>(json),
        "team_rename" => SlackJson.Deserialize<TeamRename>(json),
        _ => SlackJson.Deserialize<UnknownEvent>(json),
    };

    /// <summary>
    /// Where it happened. Pins say <c>channel_id</c>, reactions hide it in the item, a changed id counts as the new one.
    /// </summary>
    public static string? ChannelOf(JsonElement json) =>
        Id(json, "channel") ?? Text(json, "channel_id") ?? Text(json, "new_channel_id")
        ?? (json.TryGetProperty("item", out var item) ? Text(item, "channel") : null);

    /// <summary>Who caused it; for changes of people, who changed.</summary>
    public static string? UserOf(JsonElement json) => Id(json, "user") ?? Text(json, "user_id");

    private static string? Id(JsonElement json, string name) =>
        json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? Text(value, "id") : Text(json, name);

    private static string? Text(JsonElement json, string name)
    {
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty(name, out var value)) return null;
        if (value.ValueKind != JsonValueKind.String) return null;

        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException broken)
        {
            // Half a surrogate pair: valid JSON, but no text.
            throw new JsonException("A text is not valid Unicode.", broken);
        }
    }
}
