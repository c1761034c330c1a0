using System.Diagnostics;
using IncidentBot.Benchmarks.Outside;
using IncidentBot.Benchmarks.References;
using IncidentBot.Configuration;
using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Storage;
using Serilog.Core;
using Serilog.Events;

namespace IncidentBot.Benchmarks.Bot;

/// <summary>The bot as it runs in production, on a fresh database file with open incidents in it.</summary>
internal sealed class RealBot : ISubject
{
    private readonly BotHost host;
    private readonly Logger logger;

    private RealBot(BotHost host, Logger logger, string path)
    {
        (this.host, this.logger) = (host, logger);
        Ledger = new Ledger(path);
    }

    public Uri Url => new(host.Url, "/slack/events");

    /// <summary>What its database says it did.</summary>
    public Ledger Ledger { get; }

    public static async Task<RealBot> StartAsync(string path, Uri slack)
    {
        var logger = Logs.ToConsole(asJson: false, LogEventLevel.Warning);
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            [Settings.BotToken.Name] = "xoxb-benchmark",
            [Settings.SigningSecret.Name] = Workspace.SigningSecret,
            [Settings.ApiUrl.Name] = new Uri(slack, "/api/").AbsoluteUri,
            [Settings.Pace.Name] = "off",
            [Settings.Database.Name] = path,
        }).Build();
        var host = await BotHost.StartAsync(settings, TimeProvider.System, logger, "http://127.0.0.1:0", CancellationToken.None);
        await host.Services.GetRequiredService<WorkspaceIdentity>().KnownAsync(CancellationToken.None);
        var bot = new RealBot(host, logger, path);
        await bot.DeclareIncidentsAsync();
        await bot.MeetPeopleAsync();
        return bot;
    }

    /// <summary>Stores requests as if they had just been acknowledged, then wakes whoever handles them, and returns when all is sent.</summary>
    public async Task<BacklogPace> WorkOffAsync(long first, int requests, Uri slack)
    {
        var before = Ledger.Applied;
        await TakeInAsync(first, requests, slack);
        GC.Collect();
        var began = Stopwatch.GetTimestamp();
        host.Services.GetRequiredService<Nudges>().Inbox.Tap();
        await Ledger.AppliedAsync(before + requests);
        var applied = Stopwatch.GetTimestamp();
        await Ledger.DrainedAsync();
        return new BacklogPace(requests, began, applied, Stopwatch.GetTimestamp());
    }

    public async ValueTask DisposeAsync()
    {
        Ledger.Dispose();
        await host.DisposeAsync();
        await logger.DisposeAsync();
    }

    private async Task TakeInAsync(long first, int requests, Uri slack)
    {
        var now = TimeProvider.System.GetUtcNow();
        await WriteAsync(db => db.Inbox.AddRange(Enumerable.Range(0, requests).Select(i => new InboxRow
        {
            TeamId = Workspace.Team,
            Key = NoteRequest.TriggerOf(first + i),
            Kind = NoteRequest.ContentType,
            Body = NoteRequest.Body(slack, first + i),
            ReceivedAt = now,
        })));
    }

    private Task<int> DeclareIncidentsAsync() => WriteAsync(db => db.Incidents.AddRange(Enumerable.Range(1, Workspace.Incidents).Select(number => new IncidentRow
    {
        TeamId = Workspace.Team,
        Number = number,
        Title = $"Checkout is failing in region {number}",
        Reporter = Workspace.UserOf(number),
        SeverityKey = Severity.Sev2.Key,
        SeverityRank = Severity.Sev2.Rank,
        SeverityName = Severity.Sev2.Name,
        SeveritySign = Severity.Sev2.Sign,
        StatusKey = IncidentStatus.Investigating.Key,
        StatusName = IncidentStatus.Investigating.Name,
        DeclaredAt = TimeProvider.System.GetUtcNow(),
        ChannelId = Workspace.ChannelOf(number),
        CardTs = "1700000000.000100",
    })));

    /// <summary>Who writes is known already, as in any workspace after its first day: only reading how they read is measured, not asking once.</summary>
    private Task<int> MeetPeopleAsync() => WriteAsync(db => db.People.AddRange(Enumerable.Range(0, Workspace.People).Select(person => new PersonRow
    {
        TeamId = Workspace.Team,
        UserId = Workspace.UserOf(person),
        Name = $"Responder {person}",
        TimeZone = "Europe/Berlin",
        Locale = "en-US",
        IsActive = true,
        LookedUpAt = TimeProvider.System.GetUtcNow(),
    })));

    private Task<int> WriteAsync(Action<BotDbContext> add) => host.Services.GetRequiredService<SingleWriter>().WriteAsync(
        db =>
        {
            add(db);
            return db.SaveChangesAsync();
        },
        CancellationToken.None);
}
