using IncidentBot.Sandbox.Journals;
using IncidentBot.Sandbox.Workspace;

namespace IncidentBot.Sandbox.Deliveries;

/// <summary>Posts scheduled messages when the workspace's clock reaches their time, and tells the app as of any message.</summary>
internal sealed class ScheduledPosts(SlackWorkspace workspace, EventDeliveries events, Activity activity, CancellationToken stop)
{
    /// <summary>Timers end at 49 days, and messages may wait for 120.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(30);

    public void Start(ScheduledMessage scheduled)
    {
        activity.Begin();
        _ = Task.Run(() => PostWhenDueAsync(scheduled), stop);
    }

    private async Task PostWhenDueAsync(ScheduledMessage scheduled)
    {
        var due = DateTimeOffset.FromUnixTimeSeconds(scheduled.PostAt);
        for (var left = due - workspace.Now; left > TimeSpan.Zero; left = due - workspace.Now)
            await activity.RestAsync(left < LongestPause ? left : LongestPause, stop);
        var turn = workspace.Do(() =>
        {
            workspace.Scheduled.PostDue(workspace);
            return true;
        });
        events.Send(turn.Events);
        activity.End();
    }
}
