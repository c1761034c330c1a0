namespace IncidentBot.Slack.Blocks;

/// <summary>An object Slack tells apart by its <c>type</c>.</summary>
public interface ITyped
{
    /// <summary>Slack's name of the type.</summary>
    string Type { get; }
}
