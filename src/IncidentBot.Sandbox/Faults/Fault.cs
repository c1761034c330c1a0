using System.Text.RegularExpressions;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.Faults;

/// <summary>Something that shall go wrong the next few times.</summary>
/// <param name="On">A Web API method, <c>response_url</c>, or <c>delivery</c>.</param>
/// <param name="Kind">What goes wrong; see the lists here.</param>
/// <param name="RetryAfter">Seconds, for <c>ratelimited</c> and <c>delay</c>.</param>
internal sealed partial record Fault(string On, string Kind, int RetryAfter)
{
    public const string RateLimited = "ratelimited";
    public const string Http500 = "http_500";
    public const string BadGateway = "bad_gateway";
    public const string Timeout = "timeout";
    public const string Reset = "reset";
    public const string LostAnswer = "lost_answer";

    public const string WrongSecret = "wrong_secret";
    public const string Stale = "stale";
    public const string Future = "future";
    public const string Unsigned = "unsigned";
    public const string AlteredBody = "altered_body";
    public const string LowerCaseHeaders = "lower_case_headers";
    public const string Duplicate = "duplicate";
    public const string Shuffle = "shuffle";

    /// <summary>The app answers in time and Slack takes it for late: an event comes again, and a person sees an error.</summary>
    public const string Late = "late";

    /// <summary>The event is sent <c>retry_after</c> seconds of the workspace's clock later.</summary>
    public const string Delay = "delay";

    /// <summary>Socket Mode: the envelope is sent, and the connection breaks at once.</summary>
    public const string Cut = "cut";

    /// <summary>The event is neither sent nor sent again: Slack promises no replay.</summary>
    public const string Lost = "lost";

    private static readonly string[] OfDeliveries =
        [WrongSecret, Stale, Future, Unsigned, AlteredBody, LowerCaseHeaders, Duplicate, Shuffle, Delay, Late, Cut, Lost];

    public static Fault Of(string on, string kind, int retryAfter)
    {
        var isKnown = on == "delivery" ? OfDeliveries.Contains(kind) : ErrorCode().IsMatch(kind) && !OfDeliveries.Contains(kind);
        return isKnown
            ? new Fault(on, kind, Math.Max(1, retryAfter))
            : throw new ControlRefusal("unknown_fault", $"There is no fault {kind} on {on}.");
    }

    [GeneratedRegex("^[a-z][a-z0-9_]+$")]
    private static partial Regex ErrorCode();
}
