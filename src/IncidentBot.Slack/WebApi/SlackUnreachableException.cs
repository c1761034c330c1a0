namespace IncidentBot.Slack.WebApi;

/// <summary>No answer of Slack's came back: a timeout, a broken connection, an outage, or something that is not Slack talking.</summary>
public sealed class SlackUnreachableException : Exception
{
    /// <summary>This method got no answer, for this reason.</summary>
    public SlackUnreachableException(string method, string reason, bool mayHaveHappened, Exception? innerException = null)
        : base($"Slack did not answer {method}: {reason}", innerException)
    {
        Method = method;
        MayHaveHappened = mayHaveHappened;
    }

    /// <summary>The method called, or <c>response_url</c>.</summary>
    public string Method { get; }

    /// <summary>
    /// True when Slack may have done it and only the answer was lost: look before doing it again.
    /// False only when the request was surely never sent.
    /// </summary>
    public bool MayHaveHappened { get; }

    /// <summary>After many failures in a row no call is made for a while: how long still. Null when this call was made.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
