using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.Workspace;

/// <summary>A user group ("subteam"): people that are mentioned by one handle.</summary>
internal sealed class UserGroup
{
    /// <summary>Events list at most so many people; the count is right all the same (Slack docs: subteam_updated).</summary>
    private const int MostListed = 500;

    public required string Id { get; init; }

    public required string Name { get; set; }

    public required string Handle { get; set; }

    public string Description { get; set; } = "";

    public required string CreatedBy { get; init; }

    public required string UpdatedBy { get; set; }

    public string? DeletedBy { get; set; }

    /// <summary>Unix seconds, as the two below.</summary>
    public required long Created { get; init; }

    public required long Updated { get; set; }

    /// <summary>When it was switched off; 0 while it is on.</summary>
    public long Deleted { get; set; }

    /// <summary>User ids.</summary>
    public IReadOnlyList<string> Users { get; set; } = [];

    /// <summary>Ids of the channels its people are added to.</summary>
    public IReadOnlyList<string> Channels { get; set; } = [];

    public bool IsEnabled => Deleted == 0;

    public JsonObject ToJson(SlackWorkspace workspace, bool withUsers = true, bool withCount = true)
    {
        var json = new JsonObject
        {
            ["id"] = Id,
            ["team_id"] = workspace.TeamId,
            ["is_usergroup"] = true,
            ["is_subteam"] = true,
            ["name"] = Name,
            ["description"] = Description,
            ["handle"] = Handle,
            ["is_external"] = false,
            ["date_create"] = Created,
            ["date_update"] = Updated,
            ["date_delete"] = Deleted,
            ["auto_type"] = null,
            ["auto_provision"] = false,
            ["enterprise_subteam_id"] = "",
            ["created_by"] = CreatedBy,
            ["updated_by"] = UpdatedBy,
            ["deleted_by"] = DeletedBy,
            ["prefs"] = new JsonObject { ["channels"] = Texts(Channels), ["groups"] = new JsonArray() },
        };
        if (withUsers)
            json["users"] = Texts(Users.Take(MostListed));
        if (withCount)
            json["user_count"] = Users.Count;
        json["channel_count"] = Channels.Count;
        return json;
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => (JsonNode)text)]);
}
