namespace IncidentBot.Sandbox.Workspace;

/// <summary>A person's act that cannot be done: no such message, not a member, no such button.</summary>
internal sealed class ControlRefusal(string code, string sentence, int status = 400) : Exception(sentence)
{
    public string Code { get; } = code;

    /// <summary>HTTP 400 or 404.</summary>
    public int Status { get; } = status;
}
