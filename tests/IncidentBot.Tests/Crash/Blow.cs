namespace IncidentBot.Tests.Crash;

/// <summary>When the bot is killed, seen from the act that is under way.</summary>
internal abstract record Blow
{
    private Blow()
    {
    }

    /// <summary>The act happens while the bot is down.</summary>
    internal sealed record Before : Blow;

    /// <summary>So long after the act was begun, answered or not. Real time.</summary>
    internal sealed record During(TimeSpan Wait) : Blow;

    /// <summary>So long after Slack had its answer; with zero, at once. Real time.</summary>
    internal sealed record After(TimeSpan Wait) : Blow;

    /// <summary>As soon as the file shows that a request came in; Slack may have its answer or not.</summary>
    internal sealed record AtStore : Blow;

    /// <summary>As soon as the file shows that a request was handled.</summary>
    internal sealed record AtCommit : Blow;

    /// <summary>As soon as Slack was called so many times, or when nothing is left to do.</summary>
    internal sealed record AtCall(int Number) : Blow;

    /// <summary>As soon as Slack did so many times what this method was called for; the bot never hears that it worked.</summary>
    internal sealed record LostAnswer(string Method, int Times = 1) : Blow;
}
