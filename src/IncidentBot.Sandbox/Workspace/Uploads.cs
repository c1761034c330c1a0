namespace IncidentBot.Sandbox.Workspace;

/// <summary>Addresses bytes may be sent to, by the secret in them.</summary>
internal sealed class Uploads
{
    private readonly Dictionary<string, string> _open = [];

    public string Open(string fileId, Ids ids)
    {
        var secret = ids.Token(40);
        _open.Add(secret, fileId);
        return secret;
    }

    public string? FileOf(string secret) => _open.GetValueOrDefault(secret);
}
