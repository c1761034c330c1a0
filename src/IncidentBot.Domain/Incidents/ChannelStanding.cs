namespace IncidentBot.Domain.Incidents;

/// <summary>Whether anything can be said and heard in the incident's channel.</summary>
public enum ChannelStanding
{
    /// <summary>The bot is in it and may write.</summary>
    Open = 0,

    /// <summary>It is archived: nobody writes there until somebody unarchives it.</summary>
    Archived = 1,

    /// <summary>The bot was removed from it: it hears nothing until somebody invites it again.</summary>
    BotOutside = 2,
}
