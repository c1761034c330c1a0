namespace IncidentBot.Messaging;

/// <summary>Where Slack's requests come in, when that is something that can close.</summary>
internal interface IEar
{
    /// <summary>Whether Slack can reach us there now.</summary>
    bool IsOpen { get; }
}

/// <summary>Told when Slack can reach us again after it perhaps could not; whoever looks after what was missed waits for it.</summary>
internal sealed class Hearing(TimeProvider clock)
{
    private int returned;

    public Nudge Nudge { get; } = new(clock);

    public void Return()
    {
        Interlocked.Exchange(ref returned, 1);
        Nudge.Tap();
    }

    /// <summary>Whether it was told so since it was last asked.</summary>
    public bool TakeReturn() => Interlocked.Exchange(ref returned, 0) == 1;
}
