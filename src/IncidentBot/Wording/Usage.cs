using IncidentBot.Domain.Incidents;

namespace IncidentBot.Wording;

/// <summary>Where a subcommand makes sense.</summary>
internal enum Where
{
    Anywhere,

    /// <summary>In an incident's channel, or with its number in front.</summary>
    InIncident,
}

/// <summary>How a subcommand is called: help, routing, the manifest's hint and the reference page come from this.</summary>
/// <param name="Word">The word people type.</param>
/// <param name="Arguments">What follows, for the usage line; empty when nothing does.</param>
/// <param name="Summary">What it does, in a few words.</param>
/// <param name="Where">Where it makes sense.</param>
/// <param name="AlsoSpelled">A second spelling, at most one.</param>
internal sealed record Usage(string Word, string Arguments, string Summary, Where Where, string? AlsoSpelled = null)
{
    /// <summary>Words only buttons type are left out of help.</summary>
    public bool Hidden { get; init; }

    /// <summary>What it decides about an incident, where it is one thing.</summary>
    public Matter? Decides { get; init; }

    /// <summary>What help says of this command alone, below its line.</summary>
    public string More { get; init; } = "";

    public string Line => Arguments.Length == 0 ? Speak($"/incident {Word}") : Speak($"/incident {Word} {Arguments}");
}
