namespace IncidentBot.Benchmarks;

/// <summary>How much is measured.</summary>
internal sealed record Plan(int Rounds, int Requests, int Connections, string Folder)
{
    /// <summary>Reads <c>--rounds 5 --requests 20000 --connections 16 --folder /where/the/databases/go</c>, each with a default.</summary>
    public static Plan Read(string[] args)
    {
        var words = new ConfigurationBuilder().AddCommandLine(args).Build();
        return new Plan(
            words.GetValue("rounds", 5),
            words.GetValue("requests", 20_000),
            words.GetValue("connections", 16),
            words.GetValue("folder", Path.GetTempPath())!);
    }
}
