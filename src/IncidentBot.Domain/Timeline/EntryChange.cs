namespace IncidentBot.Domain.Timeline;

/// <summary>What made a version of an entry. Stored by number for ever: add at the end.</summary>
public enum EntryChange
{
    /// <summary>It was put on the timeline.</summary>
    Recorded = 0,

    /// <summary>Somebody else captured the same message, or the same person in another way.</summary>
    CapturedAgain = 1,

    /// <summary>One of several took their emoji or pin back; the entry stands.</summary>
    CaptureTakenBack = 2,

    /// <summary>The last one took their emoji or pin back; the entry is gone from the timeline.</summary>
    Withdrawn = 3,

    /// <summary>It was captured again after it had been withdrawn.</summary>
    Restored = 4,

    /// <summary>The message was edited in Slack.</summary>
    MessageEdited = 5,

    /// <summary>The message was deleted in Slack.</summary>
    MessageDeleted = 6,

    /// <summary>Somebody changed its words.</summary>
    Reworded = 7,

    /// <summary>Somebody hid it.</summary>
    Hidden = 8,

    /// <summary>Somebody showed it again.</summary>
    Shown = 9,

    /// <summary>Somebody corrected its time.</summary>
    Retimed = 10,

    /// <summary>Somebody corrected what it is about.</summary>
    Rekinded = 11,

    /// <summary>Its words were taken away for ever, here and in every version before.</summary>
    Redacted = 12,

    /// <summary>A file of the message is in our store now.</summary>
    FileCopied = 13,

    /// <summary>A file of the message could not be copied.</summary>
    FileNotCopied = 14,

    /// <summary>The only choice of what it is about was taken back: nobody chose.</summary>
    KindGivenBack = 15,
}
