namespace IncidentBot.Configuration;

/// <summary>Something in the configuration that cannot be used.</summary>
/// <param name="Line">Where it stands, counted from 1.</param>
/// <param name="Sentence">What is wrong, and what to write instead.</param>
internal sealed record ConfigProblem(long Line, string Sentence)
{
    public override string ToString() => $"line {Line}: {Sentence}";
}
