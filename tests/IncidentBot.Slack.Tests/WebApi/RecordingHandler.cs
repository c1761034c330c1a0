using System.Net.Http.Headers;

namespace IncidentBot.Slack.Tests.WebApi;

/// <summary>Answers everything alike and remembers the last address, for addresses that exist nowhere.</summary>
internal sealed class RecordingHandler(string answer) : HttpMessageHandler
{
    public Uri? Called { get; private set; }

    public AuthenticationHeaderValue? Authorization { get; private set; }

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        (Called, Authorization) = (request.RequestUri, request.Headers.Authorization);
        return Task.FromResult(new HttpResponseMessage { Content = new StringContent(answer) });
    }
}
