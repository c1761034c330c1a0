namespace IncidentBot.Messaging;

/// <summary>
/// Whether Slack still accepts us. While it does not, nothing is sent: it is owed, and goes out when the app is back. Only
/// Slack's own word counts (auth.test); whoever suspects something says so, and it is asked.
/// </summary>
internal sealed class SlackAccess(ILogger<SlackAccess> log)
{
    private readonly Lock gate = new();
    private TaskCompletionSource doubt = Fresh();
    private TaskCompletionSource? shut;

    /// <summary>Slack's reason while it refuses us; null while it does not.</summary>
    public string? LostWhy { get; private set; }

    /// <summary>Whether anything may be sent: Slack accepts us, and nobody doubts it.</summary>
    public bool IsOpen
    {
        get
        {
            lock (gate)
                return shut is null;
        }
    }

    /// <summary>Has it asked, soon; until the answer is yes nothing is sent.</summary>
    public void Doubt()
    {
        lock (gate)
        {
            doubt.TrySetResult();
            shut ??= Fresh();
        }
    }

    /// <summary>Waits until somebody doubts it.</summary>
    public async Task DoubtedAsync(CancellationToken ct)
    {
        await doubt.Task.WaitAsync(ct);
        lock (gate)
            doubt = Fresh();
    }

    /// <summary>Slack refuses us: nothing goes out from now on.</summary>
    public void Lose(string why)
    {
        lock (gate)
        {
            if (LostWhy is null)
                log.LogCritical("Slack refuses the bot: {Error}. Nothing is sent until the app is installed again; what is owed waits", why);
            LostWhy = why;
            shut ??= Fresh();
        }
    }

    /// <summary>Slack accepts us.</summary>
    public void Confirm()
    {
        lock (gate)
        {
            if (LostWhy is not null)
                log.LogInformation("Slack accepts the bot again; what waited goes out");
            LostWhy = null;
            shut?.SetResult();
            shut = null;
        }
    }

    /// <summary>Returns at once while it is open, else when it is again.</summary>
    public Task OpenAsync(CancellationToken ct)
    {
        lock (gate)
            return shut is null ? Task.CompletedTask : shut.Task.WaitAsync(ct);
    }

    private static TaskCompletionSource Fresh() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
