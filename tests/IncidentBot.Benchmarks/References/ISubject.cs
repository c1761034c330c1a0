namespace IncidentBot.Benchmarks.References;

/// <summary>Something that takes signed requests.</summary>
internal interface ISubject : IAsyncDisposable
{
    Uri Url { get; }
}
