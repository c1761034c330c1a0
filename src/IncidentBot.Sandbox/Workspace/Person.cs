using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.Workspace;

/// <summary>Whether somebody is a guest.</summary>
internal enum Guest
{
    /// <summary>A full member.</summary>
    No,

    /// <summary>In the channels they were added to.</summary>
    MultiChannel,

    /// <summary>In one channel only.</summary>
    SingleChannel,
}

/// <summary>A user of the workspace: a person, the app's bot user, or Slackbot.</summary>
internal sealed class Person
{
    public const string SlackbotId = "USLACKBOT";

    public required string Id { get; init; }

    public required string Name { get; set; }

    public required string RealName { get; set; }

    public string? Tz { get; set; }

    /// <summary>The workspace they belong to, where that is another one: somebody who is here by a shared channel (Slack docs: Slack Connect).</summary>
    public string? HomeTeam { get; init; }

    /// <summary>Whether they are a guest of this workspace, and in how many channels they may be (Slack docs: user object).</summary>
    public Guest Guest { get; init; }

    public string Color { get; init; } = "9f69e7";

    /// <summary>The language they set Slack to, as users.info says it when asked with include_locale.</summary>
    public string Locale { get; set; } = "en-US";

    public bool IsBot { get; init; }

    public bool IsDeleted { get; set; }

    public long Updated { get; set; }

    public Availability Availability { get; set; } = Availability.There;

    public OpenView? Home { get; set; }

    /// <summary>The open modals, the one in front last; at most three (Slack docs: Modals).</summary>
    public List<OpenView> Modals { get; } = [];

    /// <summary>By action_id, what the app offered last in a menu of its own.</summary>
    public Dictionary<string, List<JsonObject>> Suggested { get; } = [];

    public bool IsSlackbot => Id == SlackbotId;

    /// <summary>The user object of users.info. Slackbot has no time zone; the e-mail address needs its own scope.</summary>
    public JsonObject ToJson(SlackWorkspace workspace, DateTimeOffset now)
    {
        var profile = new JsonObject
        {
            ["real_name"] = RealName,
            ["real_name_normalized"] = RealName,
            ["display_name"] = Name,
            ["display_name_normalized"] = Name,
            ["avatar_hash"] = "0000000000",
            ["status_text"] = "",
            ["status_emoji"] = "",
            ["team"] = HomeTeam ?? workspace.TeamId,
        };
        if (HomeTeam is null && !IsBot && !IsSlackbot && workspace.App.Has("users:read.email"))
            profile["email"] = $"{Name}@{workspace.Domain}.example";
        if (IsBot)
            profile["api_app_id"] = workspace.App.AppId;

        var user = new JsonObject
        {
            ["id"] = Id,
            ["team_id"] = HomeTeam ?? workspace.TeamId,
            ["name"] = Name,
            ["deleted"] = IsDeleted,
            ["profile"] = profile,
            ["is_bot"] = IsBot,
            ["is_app_user"] = false,
            ["updated"] = Updated,
        };
        // Slack docs: user object. True only of people of another workspace who are in no channel the app sees.
        if (HomeTeam is not null && !workspace.Conversations.Values.Any(channel => channel.Has(Id) && channel.Has(workspace.Bot.Id)))
            user["is_stranger"] = true;
        if (IsDeleted)
            return user;

        user["color"] = Color;
        user["real_name"] = RealName;
        user["is_admin"] = false;
        user["is_owner"] = false;
        user["is_primary_owner"] = false;
        user["is_restricted"] = Guest is not Guest.No;
        user["is_ultra_restricted"] = Guest is Guest.SingleChannel;
        if (IsSlackbot)
        {
            user["tz"] = null;
            user["tz_label"] = "Pacific Standard Time";
            user["tz_offset"] = -28800;
        }
        else if (Tz is not null)
        {
            var zone = TimeZoneInfo.FindSystemTimeZoneById(Tz);
            user["tz"] = Tz;
            user["tz_label"] = zone.IsDaylightSavingTime(now) ? zone.DaylightName : zone.StandardName;
            user["tz_offset"] = (int)zone.GetUtcOffset(now).TotalSeconds;
        }

        return user;
    }
}
