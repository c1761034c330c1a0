using IncidentBot.Sandbox.Deliveries;
using IncidentBot.Sandbox.Faults;
using IncidentBot.Sandbox.Journals;
using IncidentBot.Sandbox.SocketMode;
using IncidentBot.Sandbox.WebApi;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.Control;

/// <summary>All parts of a running sandbox, wired together.</summary>
internal sealed class SandboxEngine : IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    public SandboxEngine(SandboxOptions options, MovableClock clock)
    {
        Workspace = new SlackWorkspace(options, clock);
        Activity = new Activity(clock);
        Journal = new Journal(clock);
        Sockets = new SocketLinks(Workspace, Journal);
        SocketEndpoint = new SocketEndpoint(Workspace, Sockets, _stop.Token);
        Sender = new AppSender(Workspace, App, Sockets, Faults, Journal);
        Events = new EventDeliveries(Workspace, Sender, App, Sockets, Faults, Activity, _stop.Token);
        Installation = new AppInstallation(Workspace, Sender, App);
        Api = new ApiEndpoint(Workspace, Events, Faults, Journal, Activity);
        Files = new FileEndpoints(Workspace, Faults, Activity);
        ResponseUrls = new ResponseUrlEndpoint(Workspace, Events, Faults, Journal, Activity);
        Workspace.Scheduled.WhenAdded = new ScheduledPosts(Workspace, Events, Activity, _stop.Token).Start;
        Followers = new ClockFollowers(clock);
    }

    public SlackWorkspace Workspace { get; }

    public InstalledApp App { get; } = new();

    public FaultBook Faults { get; } = new();

    public Activity Activity { get; }

    public Journal Journal { get; }

    public SocketLinks Sockets { get; }

    public SocketEndpoint SocketEndpoint { get; }

    public AppSender Sender { get; }

    public EventDeliveries Events { get; }

    public AppInstallation Installation { get; }

    public ApiEndpoint Api { get; }

    public FileEndpoints Files { get; }

    public ResponseUrlEndpoint ResponseUrls { get; }

    public ClockFollowers Followers { get; }

    /// <summary>Ends with the sandbox.</summary>
    public CancellationToken Stopping => _stop.Token;

    /// <summary>Does one step and lets the events out that it raised.</summary>
    public T Do<T>(Func<T> step)
    {
        var turn = Workspace.Do(step);
        Events.Send(turn.Events);
        return turn.Answer;
    }

    public void Stop() => _stop.Cancel();

    public void Dispose()
    {
        Sender.Dispose();
        Events.Dispose();
        _stop.Dispose();
    }
}
