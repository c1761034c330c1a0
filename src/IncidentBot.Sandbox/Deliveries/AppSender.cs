using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using IncidentBot.Sandbox.Faults;
using IncidentBot.Sandbox.Journals;
using IncidentBot.Sandbox.SocketMode;
using IncidentBot.Sandbox.Workspace;
using IncidentBot.Slack.Requests;

namespace IncidentBot.Sandbox.Deliveries;

/// <summary>
/// Sends one signed request to the app: three seconds until the end of the answer's headers, at most two redirects (Slack
/// docs: Events API, Verifying requests). The three seconds are real; the signed timestamp is the workspace's.
/// </summary>
internal sealed class AppSender(SlackWorkspace workspace, InstalledApp app, SocketLinks sockets, FaultBook faults, Journal journal) : IDisposable
{
    private const int MostRedirects = 2;
    private const int LongestAnswer = 1_000_000;
    private const string UserAgent = "Slackbot 1.0 (+https://api.slack.com/robots)";
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(3);

    private readonly SigningSecret _secret = new(workspace.App.SigningSecret);
    private readonly SigningSecret _wrongSecret = new(workspace.App.SigningSecret + "-wrong");
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, UseCookies = false })
    {
        Timeout = Timeout.InfiniteTimeSpan,
    };

    /// <param name="delivery">What to send.</param>
    /// <param name="retry">0 for the first attempt, then 1 to 3.</param>
    /// <param name="reason">Why the attempt before failed.</param>
    /// <param name="cancellationToken">Ends with the sandbox.</param>
    public async Task<Attempt> SendAsync(Delivery delivery, int retry, string? reason, CancellationToken cancellationToken)
    {
        if (!IsSentAnyway(delivery.Kind) && !workspace.Read(() => workspace.Tokens.IsInstalled))
            return new Attempt(0, "", null, 0, "app_not_installed", NoRetry: true);
        var fault = faults.Take("delivery")?.Kind;
        var attempt = await SendOnceAsync(delivery, fault, retry, reason, cancellationToken);
        if (fault == Fault.Duplicate)
            await SendOnceAsync(delivery, null, retry, reason, cancellationToken);
        return attempt;
    }

    public void Dispose() => _http.Dispose();

    /// <summary>What an app that is in no workspace gets: that it is, and what tries its addresses.</summary>
    private static bool IsSentAnyway(string kind) => kind is "url_verification" or "ssl_check" || Subscriptions.SaysGoodbye(kind);

    private static double Elapsed(long started) => TimeProvider.System.GetElapsedTime(started).TotalMilliseconds;

    private async Task<Attempt> SendOnceAsync(Delivery delivery, string? fault, int retry, string? reason, CancellationToken cancellationToken)
    {
        var started = TimeProvider.System.GetTimestamp();
        var attempt = sockets.IsOn
            ? await sockets.SendAsync(delivery, retry, cutsAfterwards: fault == Fault.Cut, cancellationToken)
            : app.Addresses is { } addresses
            ? await TryAsync(delivery, addresses.For(delivery.Target), fault, retry, reason, cancellationToken)
            : new Attempt(0, "", null, 0, "connection_failed", NoRetry: false);
        if (fault == Fault.Late && attempt.Succeeded)
            attempt = attempt with { Failure = sockets.IsOn ? "timeout" : "http_timeout" };
        attempt = attempt with { LatencyMs = Math.Round(attempt.LatencyMs > 0 ? attempt.LatencyMs : Elapsed(started), 2) };
        journal.Add(new JournalEntry
        {
            Direction = "delivery",
            Method = delivery.Kind,
            Args = PayloadText.ForJournal(delivery),
            Status = attempt.Status,
            Answer = attempt.Body,
            LatencyMs = attempt.LatencyMs,
            Attempt = retry,
            Reason = reason,
            Outcome = attempt.Failure ?? "ok",
            Delivery = delivery.Key is null ? null : delivery,
        });
        return attempt;
    }

    private async Task<Attempt> TryAsync(
        Delivery delivery, Uri address, string? fault, int retry, string? reason, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(Deadline, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var started = TimeProvider.System.GetTimestamp();
        try
        {
            for (var redirects = 0; ; redirects++)
            {
                using var request = Signed(delivery, address, fault, retry, reason);
                using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
                if (response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.Found && response.Headers.Location is { } location)
                {
                    if (redirects == MostRedirects)
                        return new Attempt((int)response.StatusCode, "", null, Elapsed(started), "too_many_redirects", NoRetry: false);
                    address = new Uri(address, location);
                    continue;
                }

                var latency = Elapsed(started);
                var noRetry = response.Headers.TryGetValues("X-Slack-No-Retry", out var values) && values.Contains("1");
                return new Attempt(
                    (int)response.StatusCode,
                    await ReadAsync(response, either.Token),
                    response.Content.Headers.ContentType?.MediaType,
                    latency,
                    response.IsSuccessStatusCode ? null : "http_error",
                    noRetry);
            }
        }
        // Also where a connection was given up that another request had begun to open.
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Attempt(0, "", null, Elapsed(started), "http_timeout", NoRetry: false);
        }
        catch (HttpRequestException failure)
        {
            var kind = failure.HttpRequestError switch
            {
                HttpRequestError.SecureConnectionError => "ssl_error",
                HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError => "connection_failed",
                _ => "unknown_error",
            };
            return new Attempt(0, "", null, Elapsed(started), kind, NoRetry: false);
        }
        // Such as a redirect to an address that is none of the web.
        catch (Exception broken) when (broken is IOException or NotSupportedException)
        {
            return new Attempt(0, "", null, Elapsed(started), "unknown_error", NoRetry: false);
        }
    }

    private HttpRequestMessage Signed(Delivery delivery, Uri address, string? fault, int retry, string? reason)
    {
        var skew = fault switch
        {
            Fault.Stale => -301,
            Fault.Future => 301,
            _ => 0,
        };
        var timestamp = (workspace.NowSeconds + skew).ToString(CultureInfo.InvariantCulture);
        var signature = SlackSignature.Sign(fault == Fault.WrongSecret ? _wrongSecret : _secret, timestamp, delivery.Body);
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(Sent(delivery.Body, fault)) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue(delivery.ContentType);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        if (fault != Fault.Unsigned)
        {
            request.Headers.TryAddWithoutValidation(Cased("X-Slack-Request-Timestamp", fault), timestamp);
            request.Headers.TryAddWithoutValidation(Cased("X-Slack-Signature", fault), signature);
        }

        if (retry > 0)
        {
            request.Headers.TryAddWithoutValidation(Cased("X-Slack-Retry-Num", fault), retry.ToString(CultureInfo.InvariantCulture));
            request.Headers.TryAddWithoutValidation(Cased("X-Slack-Retry-Reason", fault), reason);
        }

        return request;
    }

    private static string Cased(string header, string? fault) =>
        fault == Fault.LowerCaseHeaders ? header.ToLowerInvariant() : header;

    /// <summary>An altered body differs in one byte near its end, after it was signed.</summary>
    private static byte[] Sent(byte[] body, string? fault)
    {
        if (fault != Fault.AlteredBody)
            return body;
        var altered = body.ToArray();
        altered[^1] ^= 1;
        return altered;
    }

    private static async Task<string> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        return text.Length > LongestAnswer ? text[..LongestAnswer] : text;
    }
}
