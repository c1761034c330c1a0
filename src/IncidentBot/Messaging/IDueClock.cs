namespace IncidentBot.Messaging;

/// <summary>Told of moments at which something becomes due, after the commit that made them. It may forget: the rows are the memory.</summary>
internal interface IDueClock
{
    Task WakeAtAsync(DateTimeOffset moment, CancellationToken ct);
}
