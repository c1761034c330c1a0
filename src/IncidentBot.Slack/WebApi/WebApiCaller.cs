using System.Net.Http.Headers;
using System.Text.Json;
using IncidentBot.Slack.Blocks;
using Polly;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace IncidentBot.Slack.WebApi;

/// <summary>Sends one call and turns whatever comes back into an answer or one of our three exceptions.</summary>
internal sealed class WebApiCaller(Uri baseUrl, string token, HttpClient http, TimeProvider time)
{
    public const string ResponseUrlName = "response_url";


    private static readonly MediaTypeHeaderValue Json = new("application/json") { CharSet = "utf-8" };

    private readonly AuthenticationHeaderValue _authorization = new("Bearer", token);
    private readonly SlackPipelines _pipelines = new(time);

    public async Task<T> Call<T>(WebMethod method, Args args, CancellationToken cancellationToken)
    {
        var body = await Send(method, args, cancellationToken);
        try
        {
            return SlackJson.Deserialize<T>(body);
        }
        catch (JsonException odd)
        {
            throw new SlackUnreachableException(method.Name, "the answer lacks what the method promises", mayHaveHappened: true, odd);
        }
    }

    public Task Call(WebMethod method, Args args, CancellationToken cancellationToken) => Send(method, args, cancellationToken);

    /// <summary>Posts without our token: a response_url is its own permission.</summary>
    public async Task Respond(Uri responseUrl, byte[] json, CancellationToken cancellationToken)
    {
        using var response = await Exchange(
            ResponseUrlName, _pipelines.Writes, () => Post(responseUrl, JsonContent(json)), cancellationToken);
        await Answer.ReadResponseUrl(response, time, cancellationToken);
    }

    public async Task<long> Download(string url, string mimetype, Stream to, long most, CancellationToken cancellationToken)
    {
        var address = FileTransfer.Checked(url, baseUrl, FileTransfer.DownloadName);
        using var response = await Exchange(
            FileTransfer.DownloadName,
            _pipelines.Reads,
            () => new HttpRequestMessage(HttpMethod.Get, address) { Headers = { Authorization = _authorization } },
            cancellationToken,
            HttpCompletionOption.ResponseHeadersRead);
        FileTransfer.Judge(FileTransfer.DownloadName, response, time);
        using var patience = new CancellationTokenSource(SlackPipelines.LongestTransfer, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await FileTransfer.CopyAsync(response, mimetype, to, most, either.Token);
        }
        catch (Exception broken) when (broken is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new SlackUnreachableException(FileTransfer.DownloadName, "it broke off", mayHaveHappened: true, broken);
        }
    }

    public async Task Upload(string url, byte[] content, CancellationToken cancellationToken)
    {
        var address = FileTransfer.Checked(url, baseUrl, FileTransfer.UploadName);
        using var response = await Exchange(FileTransfer.UploadName, _pipelines.Uploads, () => Post(address, new ByteArrayContent(content)), cancellationToken);
        FileTransfer.Judge(FileTransfer.UploadName, response, time);
    }

    private async Task<byte[]> Send(WebMethod method, Args args, CancellationToken cancellationToken)
    {
        var address = new Uri(baseUrl, method.Name);
        using var response = await Exchange(
            method.Name,
            method.IsRead ? _pipelines.Reads : _pipelines.Writes,
            () =>
            {
                var request = Post(address, method.TakesJson ? JsonContent(args.ToJson()) : new FormUrlEncodedContent(args.ToForm()));
                request.Headers.Authorization = _authorization;
                return request;
            },
            cancellationToken);
        return await Answer.Read(method.Name, response, time, cancellationToken);
    }

    private async Task<HttpResponseMessage> Exchange(
        string method,
        ResiliencePipeline<HttpResponseMessage> pipeline,
        Func<HttpRequestMessage> request,
        CancellationToken cancellationToken,
        HttpCompletionOption until = HttpCompletionOption.ResponseContentRead)
    {
        try
        {
            return await pipeline.ExecuteAsync(
                async attempt =>
                {
                    using var message = request();
                    return await http.SendAsync(message, until, attempt);
                },
                cancellationToken);
        }
        catch (BrokenCircuitException open)
        {
            throw new SlackUnreachableException(method, "too many calls failed lately, so none is made for a while", mayHaveHappened: false, open)
            {
                RetryAfter = open.RetryAfter ?? SlackPipelines.BreakDuration,
            };
        }
        catch (HttpRequestException broken)
        {
            throw new SlackUnreachableException(method, $"the connection failed ({broken.HttpRequestError})", MayHaveBeenSent(broken), broken);
        }
        catch (TimeoutRejectedException late)
        {
            throw new SlackUnreachableException(method, "it took too long", mayHaveHappened: true, late);
        }
        catch (OperationCanceledException late) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SlackUnreachableException(method, "it took too long", mayHaveHappened: true, late);
        }
    }

    private static bool MayHaveBeenSent(HttpRequestException broken) => broken.HttpRequestError is not (
        HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError or HttpRequestError.ProxyTunnelError);

    private static HttpRequestMessage Post(Uri address, HttpContent content) =>
        new(HttpMethod.Post, address) { Content = content };

    private static ByteArrayContent JsonContent(byte[] json) => new(json) { Headers = { ContentType = Json } };
}
