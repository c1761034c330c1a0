using System.Runtime.CompilerServices;

namespace IncidentBot.Tests;

/// <summary>What runs only with <c>INCIDENTBOT_LONG_TESTS=1</c> (<c>bash tests/run.sh --long</c>).</summary>
internal static class LongTests
{
    public static string? Skip(string takes) =>
        Environment.GetEnvironmentVariable("INCIDENTBOT_LONG_TESTS") == "1" ? null : $"Takes {takes}; set INCIDENTBOT_LONG_TESTS=1.";
}

/// <summary>A fact of the long suites.</summary>
internal sealed class LongFactAttribute : FactAttribute
{
    public LongFactAttribute(string takes, [CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line) => Skip = LongTests.Skip(takes);
}

/// <summary>A theory of the long suites; skipped as one, not once per row.</summary>
internal sealed class LongTheoryAttribute : TheoryAttribute
{
    public LongTheoryAttribute(string takes, [CallerFilePath] string? file = null, [CallerLineNumber] int line = -1)
        : base(file, line) => Skip = LongTests.Skip(takes);
}
