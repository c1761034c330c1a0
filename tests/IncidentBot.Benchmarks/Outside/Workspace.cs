using System.Globalization;

namespace IncidentBot.Benchmarks.Outside;

/// <summary>The made-up workspace: who is in it, and which request belongs to which incident.</summary>
internal static class Workspace
{
    public const string Team = "T0BENCH";
    public const string BotUser = "U0BOT";
    public const int Incidents = 50;
    public const int People = 20;
    public const string SigningSecret = "8f742231b10e8888abcd99yyyzzz85a5";

    /// <summary>Incident numbers start at one.</summary>
    public static int IncidentOf(long request) => (int)(request % Incidents) + 1;

    public static string ChannelOf(int incident) => string.Create(CultureInfo.InvariantCulture, $"C0BENCH{incident:D3}");

    public static string ChannelNameOf(int incident) => string.Create(CultureInfo.InvariantCulture, $"inc-{incident}-benchmark");

    public static string UserOf(long request) => string.Create(CultureInfo.InvariantCulture, $"U0BENCH{request % People:D3}");
}
