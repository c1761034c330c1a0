using System.Diagnostics;
using System.Globalization;
using IncidentBot.Slack.Requests;

namespace IncidentBot.Benchmarks.Outside;

/// <summary>What to send: requests <paramref name="First"/> and following, each with a trigger of its own.</summary>
internal sealed record LoadOrder(Uri Target, long First, int Requests, int Connections);

/// <summary>How it went. Times are <see cref="Stopwatch"/> timestamps, which on Linux all processes of a machine share.</summary>
internal sealed record LoadResult(long Began, long Ended, double P50Milliseconds, double P99Milliseconds, double MaxMilliseconds);

/// <summary>
/// Sends signed requests over a fixed number of connections, each as fast as it is answered. Everything is rendered and
/// signed beforehand, and every connection is a thread with plain blocking calls, so that little of the machine is spent here.
/// </summary>
internal static class Load
{
    public static LoadResult Run(LoadOrder order, Uri slack)
    {
        var secret = new SigningSecret(Workspace.SigningSecret);
        var timestamp = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var requests = new byte[order.Requests][];
        for (var i = 0; i < requests.Length; i++)
            requests[i] = NoteRequest.Render(secret, order.Target, slack, timestamp, order.First + i);
        var took = new long[order.Requests];
        var next = -1;
        using var ready = new Barrier(order.Connections + 1);
        var failures = new List<Exception>();
        var threads = Enumerable.Range(0, order.Connections).Select(_ => new Thread(SendSome)).ToList();
        GC.Collect();
        threads.ForEach(thread => thread.Start());
        ready.SignalAndWait();
        var began = Stopwatch.GetTimestamp();
        threads.ForEach(thread => thread.Join());
        var ended = Stopwatch.GetTimestamp();
        if (failures.Count > 0)
            throw new AggregateException(failures);
        Array.Sort(took);
        return new LoadResult(began, ended, At(took, 0.5), At(took, 0.99), At(took, 1));

        void SendSome()
        {
            try
            {
                using var connection = new SlackConnection(order.Target);
                ready.SignalAndWait();
                for (var i = Interlocked.Increment(ref next); i < requests.Length; i = Interlocked.Increment(ref next))
                    took[i] = connection.Send(requests[i]);
            }
            catch (Exception failure)
            {
                lock (failures)
                    failures.Add(failure);
            }
        }
    }

    private static double At(long[] sorted, double share) =>
        Stopwatch.GetElapsedTime(0, sorted[Math.Min(sorted.Length - 1, (int)(sorted.Length * share))]).TotalMilliseconds;
}
