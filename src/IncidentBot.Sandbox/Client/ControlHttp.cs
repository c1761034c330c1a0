using System.Net.Http.Json;
using System.Text.Json;

namespace IncidentBot.Sandbox;

/// <summary>Speaks the control API's JSON.</summary>
internal sealed class ControlHttp(Uri sandboxUrl) : IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = new Uri(sandboxUrl, "/_sandbox/") };

    public void Dispose() => _http.Dispose();

    public async Task<T> GetAsync<T>(string path, CancellationToken cancellationToken)
    {
        using var response = await _http.GetAsync(new Uri(path, UriKind.Relative), cancellationToken);
        return await ReadAsync<T>(response, cancellationToken);
    }

    /// <summary>Sends a JSON object; entries that are null are left out.</summary>
    public async Task<T> SendAsync<T>(
        HttpMethod method, string path, CancellationToken cancellationToken, params IReadOnlyList<(string Name, object? Value)> fields)
    {
        var body = fields.Where(field => field.Value is not null).ToDictionary(field => field.Name, field => field.Value);
        using var request = new HttpRequestMessage(method, path) { Content = JsonContent.Create(body) };
        using var response = await _http.SendAsync(request, cancellationToken);
        return await ReadAsync<T>(response, cancellationToken);
    }

    private static async Task<T> ReadAsync<T>(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode)
            return (await response.Content.ReadFromJsonAsync<T>(Json, cancellationToken))!;
        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        if (response.Content.Headers.ContentType?.MediaType != "application/json")
            throw new SandboxException($"http_{(int)response.StatusCode}", text);
        var refusal = JsonSerializer.Deserialize<JsonElement>(text);
        throw new SandboxException(refusal.GetProperty("error").GetString()!, refusal.GetProperty("message").GetString()!);
    }
}
