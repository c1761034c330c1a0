namespace IncidentBot.Slack.Requests;

/// <summary>What <see cref="SlackSignature.Verify"/> found. Only <see cref="Valid"/> may be trusted.</summary>
public enum SignatureVerdict
{
    /// <summary>Signed with our secret, within the last (or next) five minutes.</summary>
    Valid,

    /// <summary>One of the two headers is absent or empty.</summary>
    Missing,

    /// <summary>A header does not have the documented form.</summary>
    Malformed,

    /// <summary>More than 300 seconds away from our clock: perhaps a replay.</summary>
    Stale,

    /// <summary>Well formed and fresh, but not made with our secret over these bytes.</summary>
    Wrong,
}
