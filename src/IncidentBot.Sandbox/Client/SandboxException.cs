namespace IncidentBot.Sandbox;

/// <summary>The sandbox refused what a test asked of it: no such channel, not a member, no such button.</summary>
public sealed class SandboxException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="code">The error code.</param>
    /// <param name="sentence">What is wrong.</param>
    public SandboxException(string code, string sentence)
        : base($"{code}: {sentence}") => Code = code;

    /// <summary>The error code, such as <c>not_in_channel</c>.</summary>
    public string Code { get; }
}
