using System.Globalization;

namespace IncidentBot.Sandbox.Workspace;

/// <summary>
/// Hands out ids of Slack's look (a prefix that names the kind, then upper-case base-36) from a seeded sequence. Not safe for
/// several threads: the workspace's gate protects it.
/// </summary>
internal sealed class Ids(int seed)
{
    private const string Base36 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";
    private const string Base62 = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    private readonly Random _random = new(seed);

    public string Next(string prefix) => $"{prefix}0{_random.GetString(Base36, 9)}";

    public string Token(int length) => _random.GetString(Base62, length);

    public string Hex(int length) => _random.GetHexString(length, lowercase: true);

    public string Digits(int length) =>
        string.Create(CultureInfo.InvariantCulture, $"{_random.Next(1, 10)}{_random.GetString("0123456789", length - 1)}");

    public string ClientMessageId() => $"{Hex(8)}-{Hex(4)}-4{Hex(3)}-a{Hex(3)}-{Hex(12)}";

    public int[] Shuffled(int count)
    {
        var order = Enumerable.Range(0, count).ToArray();
        _random.Shuffle(order);
        return order;
    }
}
