using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace IncidentBot.Sandbox.Tests;

/// <summary>Calls the Web API the way a client does, and shows the raw answer.</summary>
internal sealed class Bot(Uri apiUrl, string? token) : IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = apiUrl };

    public Task<JsonObject> CallAsync(string method, params (string Name, string Value)[] fields) =>
        ReadAsync(SendFormAsync(method, fields));

    /// <summary>Calls with a JSON body, as clients do for methods that read it.</summary>
    public Task<JsonObject> JsonAsync(string method, JsonObject body, string contentType = "application/json; charset=utf-8") =>
        ReadAsync(SendAsync(method, new StringContent(body.ToJsonString(), Encoding.UTF8), contentType));

    public async Task<JsonObject> OkAsync(string method, params (string Name, string Value)[] fields)
    {
        var answer = await CallAsync(method, fields);
        Assert.True((bool)answer["ok"]!, answer.ToJsonString());
        return answer;
    }

    /// <summary>Calls and answers the error code; null when it went well.</summary>
    public async Task<string?> ErrorAsync(string method, params (string Name, string Value)[] fields) =>
        (string?)(await CallAsync(method, fields))["error"];

    public Task<HttpResponseMessage> SendFormAsync(string method, params (string Name, string Value)[] fields) =>
        SendAsync(method, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))), null);

    public Task<HttpResponseMessage> SendAsync(string method, HttpContent? content, string? contentType)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, method) { Content = content };
        if (contentType is not null)
            content!.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return _http.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Posts to a response_url, without a token.</summary>
    public async Task<(int Status, JsonObject Answer)> RespondAsync(string responseUrl, JsonObject body)
    {
        using var content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json");
        using var response = await _http.PostAsync(new Uri(responseUrl), content, TestContext.Current.CancellationToken);
        return ((int)response.StatusCode, (JsonObject)JsonNode.Parse(await response.Content.ReadAsStringAsync())!);
    }

    public void Dispose() => _http.Dispose();

    private static async Task<JsonObject> ReadAsync(Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.Content.Headers.ContentType?.MediaType == "application/json", $"{(int)response.StatusCode} {text}");
        return (JsonObject)JsonNode.Parse(text)!;
    }
}
