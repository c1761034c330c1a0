namespace IncidentBot.Slack.Requests;

internal enum ContentKind
{
    Other,
    Json,
    Form,
    Interaction,
    Command,
}

/// <summary>Reads a Content-Type leniently (case, spaces, other parameters), but takes no charset other than UTF-8.</summary>
internal static class ContentKinds
{
    public static ContentKind Of(string? contentType)
    {
        var rest = contentType.AsSpan();
        var mediaType = Next(ref rest);
        while (!rest.IsEmpty)
        {
            var parameter = Next(ref rest);
            var equals = parameter.IndexOf('=');
            if (equals > 0
                && parameter[..equals].Trim().Equals("charset", StringComparison.OrdinalIgnoreCase)
                && !parameter[(equals + 1)..].Trim().Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            {
                return ContentKind.Other;
            }
        }

        if (mediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)) return ContentKind.Json;
        if (mediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase)) return ContentKind.Form;
        if (mediaType.Equals(PayloadTypes.Interaction, StringComparison.OrdinalIgnoreCase)) return ContentKind.Interaction;
        if (mediaType.Equals(PayloadTypes.Command, StringComparison.OrdinalIgnoreCase)) return ContentKind.Command;
        return ContentKind.Other;
    }

    private static ReadOnlySpan<char> Next(ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf(';');
        var part = end < 0 ? rest : rest[..end];
        rest = end < 0 ? [] : rest[(end + 1)..];
        return part.Trim();
    }
}
