using System.Net;
using IncidentBot.Messaging;

namespace IncidentBot.Delivery;

/// <summary>Tells the pace what Slack bars, whoever called: a 429 counts for the method in the whole workspace (Slack docs: Rate limits).</summary>
internal sealed class RateLimitWatch(Uri api, Pace pace, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private static readonly TimeSpan Unsaid = TimeSpan.FromSeconds(5);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
            pace.Bar(CallTo(request.RequestUri!), response.Headers.RetryAfter?.Delta ?? Unsaid);
        return response;
    }

    private SlackCall CallTo(Uri address) => api.IsBaseOf(address)
        ? new SlackCall(address.Segments[^1])
        : new SlackCall(SlackCall.ResponseUrl, address.OriginalString);
}
