namespace IncidentBot.Domain.Channels;

/// <summary>Whether anything can be said and heard in an incident's channel: two facts that change by themselves, each with the time of the last word on it.</summary>
public sealed record ChannelStanding
{
    /// <summary>A channel of which nothing was heard yet.</summary>
    public static ChannelStanding Fresh { get; } = new();

    /// <summary>Whether it is archived: nobody writes there until somebody unarchives it.</summary>
    public bool IsArchived { get; init; }

    /// <summary>When the last word on <see cref="IsArchived"/> was said, by Slack's clock; empty before the first. An older one that comes late changes nothing.</summary>
    public DateTimeOffset? ArchivedSaidAt { get; init; }

    /// <summary>Whether the bot is not in it: it hears nothing until somebody invites it again.</summary>
    public bool IsBotOutside { get; init; }

    /// <summary>The same for <see cref="IsBotOutside"/>.</summary>
    public DateTimeOffset? OutsideSaidAt { get; init; }

    /// <summary>Whether the bot can write there.</summary>
    public bool IsOpen => !IsArchived && !IsBotOutside;
}
