using System.Net.WebSockets;
using IncidentBot.Slack.WebApi;

namespace IncidentBot.Slack.SocketMode;

/// <summary>
/// Keeps one connection open for good. When Slack announces the end of one, the next is open before the old one is left to
/// end, so that nothing falls between them (Slack docs: Using Socket Mode, refreshing connections).
/// </summary>
internal sealed class SocketPlace(SocketOpener opener, ISocketModeListener listener, SocketCount open, TimeProvider time)
{
    private static readonly TimeSpan OpenWithin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan LivedWell = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan EndsWithin = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan AfterRefusal = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(250);

    private int _failures;

    /// <summary>Runs until it is cancelled or Socket Mode is switched off.</summary>
    public async Task KeepAsync(Action switchedOff, CancellationToken cancellationToken)
    {
        var alive = new List<Task>();
        SocketConnection? current = null;
        try
        {
            while (true)
            {
                var next = await OpenPatientlyAsync(cancellationToken);
                if (current is not null)
                    alive.Add(LetEndAsync(current, cancellationToken));
                alive.RemoveAll(ending => ending.IsCompleted);
                current = next;
                var opened = time.GetTimestamp();
                var leaving = await current.Leaving.WaitAsync(cancellationToken);
                switch (leaving.Reason)
                {
                    case "link_disabled":
                        switchedOff();
                        return;
                    case null:
                        listener.Notice(new SocketNotice.Lost(), leaving.Cause);
                        _failures = time.GetElapsedTime(opened) < LivedWell ? _failures + 1 : 0;
                        await Task.Delay(Wait(), time, cancellationToken);
                        break;
                    case "too_many_websockets":
                        await current.CloseAsync();
                        listener.Notice(new SocketNotice.NotOpened(leaving.Reason, AfterRefusal));
                        await Task.Delay(AfterRefusal, time, cancellationToken);
                        break;
                    default:
                        listener.Notice(new SocketNotice.Refreshing(leaving.Reason));
                        break;
                }
            }
        }
        finally
        {
            if (current is not null)
                alive.Add(EndAsync(current));
            await Task.WhenAll(alive);
        }
    }

    /// <summary>Slack closes it once it has sent nothing for a while; only if that does not come do we.</summary>
    private async Task LetEndAsync(SocketConnection old, CancellationToken cancellationToken)
    {
        try
        {
            await old.Ended.WaitAsync(EndsWithin, time, cancellationToken);
        }
        catch (Exception patienceIsOver) when (patienceIsOver is TimeoutException or OperationCanceledException)
        {
            await EndAsync(old);
            return;
        }

        old.Dispose();
    }

    private static async Task EndAsync(SocketConnection connection)
    {
        await connection.CloseAsync();
        connection.Dispose();
    }

    private async Task<SocketConnection> OpenPatientlyAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            TimeSpan after;
            try
            {
                return await OpenAsync(cancellationToken);
            }
            catch (SlackRateLimitException later)
            {
                after = Tell(later.ErrorCode, TimeSpan.FromTicks(Math.Max(later.RetryAfter.Ticks, Failed().Ticks)));
            }
            catch (SlackException no)
            {
                after = Tell(no.ErrorCode, no.IsTransient ? Failed() : AfterRefusal);
            }
            catch (SocketRefusedException no)
            {
                after = Tell(no.Reason, no.Reason == "too_many_websockets" ? AfterRefusal : Failed());
            }
            catch (Exception broken) when (broken is SlackUnreachableException or WebSocketException or HttpRequestException or IOException)
            {
                after = Tell("unreachable", Failed(), broken);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                after = Tell("it took too long", Failed());
            }

            await Task.Delay(after, time, cancellationToken);
        }
    }

    private async Task<SocketConnection> OpenAsync(CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(OpenWithin, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        var socket = await opener.OpenAsync(either.Token);
        var connection = await SocketConnection.StartAsync(socket, listener, either.Token);
        open.Add();
        _ = connection.Ended.ContinueWith(_ => open.Remove(), CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);
        return connection;
    }

    private TimeSpan Tell(string why, TimeSpan after, Exception? cause = null)
    {
        listener.Notice(new SocketNotice.NotOpened(why, after), cause);
        return after;
    }

    private TimeSpan Failed()
    {
        _failures++;
        return Wait();
    }

    /// <summary>Nothing after a connection that lived well; then doubling.</summary>
    private TimeSpan Wait() => _failures == 0
        ? TimeSpan.Zero
        : TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, ShortestWait.Ticks << Math.Min(_failures - 1, 10)));
}
