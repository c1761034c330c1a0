namespace IncidentBot.Messaging;

/// <summary>A subcommand whose line may be about something that went on in another incident: it is done, and judged, only there.</summary>
internal interface IActsElsewhere
{
    /// <summary>Whether it went on elsewhere, and was done there or whoever asks was told why not. Asked before anybody is judged here.</summary>
    Task<bool> IsDoneThereAsync(CommandLine line, Turn turn, CancellationToken ct);
}
