using System.Net;
using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace IncidentBot.Slack.WebApi;

/// <summary>
/// How calls are guarded. Every attempt has a deadline, and one breaker watches all calls of the client. Reads are tried again
/// quickly after failures; anything is tried again when Slack asks for a very short wait. All other patience is the caller's,
/// who can wait durably.
/// </summary>
internal sealed class SlackPipelines
{
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(10);

    /// <summary>For contents of files, either way.</summary>
    public static readonly TimeSpan LongestTransfer = TimeSpan.FromMinutes(5);

    public static readonly TimeSpan BreakDuration = TimeSpan.FromSeconds(15);
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(2);

    public const int Retries = 2;

    /// <summary>Calls in half a minute below which no ratio of failures means anything.</summary>
    public const int BreakerMinimum = 10;

    private static readonly TimeSpan ReadDelay = TimeSpan.FromMilliseconds(200);

    public SlackPipelines(TimeProvider time)
    {
        var breaker = Builder(time)
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
            {
                FailureRatio = 0.8,
                MinimumThroughput = BreakerMinimum,
                SamplingDuration = TimeSpan.FromSeconds(30),
                BreakDuration = BreakDuration,
                ShouldHandle = outcome => ValueTask.FromResult(IsFailure(outcome.Outcome)),
            })
            .Build();

        Reads = Builder(time)
            .AddRetry(Retry(time, outcome => IsOutage(outcome) || IsShortWait(outcome, time)))
            .AddPipeline(Guarded(AttemptTimeout))
            .Build();
        Writes = Builder(time)
            .AddRetry(Retry(time, outcome => IsShortWait(outcome, time)))
            .AddPipeline(Guarded(AttemptTimeout))
            .Build();
        Uploads = Guarded(LongestTransfer);

        ResiliencePipeline<HttpResponseMessage> Guarded(TimeSpan deadline) =>
            Builder(time).AddPipeline(breaker).AddTimeout(new TimeoutStrategyOptions { Timeout = deadline }).Build();
    }

    public ResiliencePipeline<HttpResponseMessage> Reads { get; }

    public ResiliencePipeline<HttpResponseMessage> Writes { get; }

    public ResiliencePipeline<HttpResponseMessage> Uploads { get; }

    private static ResiliencePipelineBuilder<HttpResponseMessage> Builder(TimeProvider time) => new() { TimeProvider = time };

    private static RetryStrategyOptions<HttpResponseMessage> Retry(TimeProvider time, Func<Outcome<HttpResponseMessage>, bool> again) => new()
    {
        MaxRetryAttempts = Retries,
        ShouldHandle = arguments => ValueTask.FromResult(again(arguments.Outcome)),
        DelayGenerator = arguments => ValueTask.FromResult<TimeSpan?>(
            arguments.Outcome.Result is { StatusCode: HttpStatusCode.TooManyRequests } response
                ? RetryAfter.Of(response, time)
                : ReadDelay * (arguments.AttemptNumber + 1)),
        OnRetry = arguments =>
        {
            arguments.Outcome.Result?.Dispose();
            return ValueTask.CompletedTask;
        },
    };

    private static bool IsFailure(Outcome<HttpResponseMessage> outcome) => IsOutage(outcome) || outcome.Exception is TimeoutRejectedException;

    private static bool IsOutage(Outcome<HttpResponseMessage> outcome) =>
        outcome.Exception is HttpRequestException || outcome.Result?.StatusCode >= HttpStatusCode.InternalServerError;

    private static bool IsShortWait(Outcome<HttpResponseMessage> outcome, TimeProvider time) =>
        outcome.Result is { StatusCode: HttpStatusCode.TooManyRequests } response && RetryAfter.Of(response, time) <= LongestWait;
}
