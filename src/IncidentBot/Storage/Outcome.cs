namespace IncidentBot.Storage;

/// <summary>What became of something that came in, as the ledger says it; a word or two beside it tell the rest.</summary>
internal enum Outcome
{
    /// <summary>It changed something, and that is on the disk.</summary>
    Recorded = 0,

    /// <summary>Somebody asked to be shown something, and was.</summary>
    Answered = 1,

    /// <summary>It is under way: a form is open, a message is being read. What follows is a request of its own.</summary>
    Begun = 2,

    /// <summary>It was known already.</summary>
    Duplicate = 3,

    /// <summary>It is nothing we act on; the words say why.</summary>
    Ignored = 4,

    /// <summary>The person was told why it cannot be.</summary>
    Refused = 5,

    /// <summary>It could not be done; the words say why.</summary>
    Failed = 6,
}
