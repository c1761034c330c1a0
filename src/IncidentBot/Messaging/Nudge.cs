using System.Threading.Channels;

namespace IncidentBot.Messaging;

/// <summary>A tap on a sleeper's shoulder. Any number of taps while it is awake make one more round, never none.</summary>
internal sealed class Nudge(TimeProvider clock)
{
    private readonly Channel<byte> taps = Channel.CreateBounded<byte>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    public void Tap() => taps.Writer.TryWrite(0);

    /// <summary>Sleeps until tapped, or for <paramref name="atMost"/>.</summary>
    public async Task WaitAsync(TimeSpan atMost, CancellationToken ct)
    {
        using var alarm = new CancellationTokenSource(atMost, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, alarm.Token);
        try
        {
            await taps.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // The time is up; that is as good a reason to look as a tap.
        }
    }
}
