namespace IncidentBot.Slack.Requests;

/// <summary>Walks the pairs of a form body without copying. Slack never encodes names, so they are compared as they are.</summary>
internal ref struct FormPairs(ReadOnlySpan<byte> body)
{
    private ReadOnlySpan<byte> _rest = body;

    public ReadOnlySpan<byte> Name { get; private set; }

    /// <summary>Still encoded; see <see cref="FormText"/>.</summary>
    public ReadOnlySpan<byte> Value { get; private set; }

    public bool MoveNext()
    {
        if (_rest.IsEmpty) return false;

        var end = _rest.IndexOf((byte)'&');
        var pair = end < 0 ? _rest : _rest[..end];
        _rest = end < 0 ? [] : _rest[(end + 1)..];

        var equals = pair.IndexOf((byte)'=');
        Name = equals < 0 ? pair : pair[..equals];
        Value = equals < 0 ? [] : pair[(equals + 1)..];
        return true;
    }
}
