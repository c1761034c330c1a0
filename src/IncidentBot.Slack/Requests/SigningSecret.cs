using System.Text;

namespace IncidentBot.Slack.Requests;

/// <summary>The secret Slack and the app share to sign requests. Can be used, but never read back or printed.</summary>
public sealed class SigningSecret
{
    private readonly byte[] _bytes;

    /// <summary>Takes the secret as shown on the app's Basic Information page.</summary>
    /// <exception cref="ArgumentException">The secret is null, empty or blank: an empty secret would accept anybody's signature.</exception>
    public SigningSecret(string secret)
    {
        if (string.IsNullOrWhiteSpace(secret))
            throw new ArgumentException("The Slack signing secret is missing: set it to the app's Signing Secret.", nameof(secret));
        _bytes = Encoding.UTF8.GetBytes(secret);
    }

    internal ReadOnlySpan<byte> Bytes => _bytes;

    /// <summary>Always masked, so that a secret cannot reach a log.</summary>
    public override string ToString() => "SigningSecret(***)";
}
