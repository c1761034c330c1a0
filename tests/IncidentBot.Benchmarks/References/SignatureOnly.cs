namespace IncidentBot.Benchmarks.References;

/// <summary>Reference 1: what Kestrel and the signature cost, and nothing else.</summary>
internal sealed class SignatureOnly : ISubject
{
    private readonly WebApplication app;

    private SignatureOnly(WebApplication app) => this.app = app;

    public Uri Url => new(new Uri(app.Urls.First()), "/slack/events");

    public static async Task<SignatureOnly> StartAsync()
    {
        var app = Quiet.Web("http://127.0.0.1:0");
        var verification = new Verification();
        app.MapPost("/slack/events", async (HttpContext http) => { await verification.BodyAsync(http); });
        await app.StartAsync();
        return new SignatureOnly(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
