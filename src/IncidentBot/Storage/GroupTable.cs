using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage;

/// <summary>Who is in a Slack user group that the configuration names, as Slack last said.</summary>
internal sealed class GroupRow
{
    public required string TeamId { get; init; }

    public required string GroupId { get; init; }

    /// <summary>Their ids, each between two blanks.</summary>
    public string Users { get; set; } = " ";

    /// <summary>Slack's word for why it did not say, when it was last asked; empty where it did.</summary>
    public string Trouble { get; set; } = "";

    /// <summary>When Slack was last asked.</summary>
    public DateTimeOffset AskedAt { get; set; }

    /// <summary>When it last said who is in it; empty where it never did.</summary>
    public DateTimeOffset? KnownAt { get; set; }

    public bool Has(string user) => Users.Contains($" {user} ", StringComparison.Ordinal);

    public void Take(IEnumerable<string> users) => Users = $" {string.Join(' ', users)} ";
}

internal sealed class GroupTable : IEntityTypeConfiguration<GroupRow>
{
    public void Configure(EntityTypeBuilder<GroupRow> builder)
    {
        builder.ToTable("user_groups");
        builder.HasKey(row => new { row.TeamId, row.GroupId });
    }
}
