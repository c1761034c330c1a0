namespace IncidentBot.Benchmarks.References;

/// <summary>Reference 2: signature checked, raw body on the disk before the 200. What durability costs at least.</summary>
internal sealed class SignatureAndDisk : ISubject
{
    private readonly WebApplication app;
    private readonly GroupCommit log;

    private SignatureAndDisk(WebApplication app, GroupCommit log) => (this.app, this.log) = (app, log);

    public Uri Url => new(new Uri(app.Urls.First()), "/slack/events");

    public static async Task<SignatureAndDisk> StartAsync(string path)
    {
        var log = new GroupCommit(path);
        var app = Quiet.Web("http://127.0.0.1:0");
        var verification = new Verification();
        app.MapPost("/slack/events", async (HttpContext http) =>
        {
            if (await verification.BodyAsync(http) is { } body)
                await log.StoreAsync(body);
        });
        await app.StartAsync();
        return new SignatureAndDisk(app, log);
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        await log.DisposeAsync();
    }
}
