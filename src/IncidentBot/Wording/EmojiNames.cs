namespace IncidentBot.Wording;

/// <summary>Brings the many names of one emoji to one: people's skin tones and Slack's aliases mean the same.</summary>
internal static class EmojiNames
{
    /// <summary>The bot's own mark under a message: it was taken.</summary>
    public const string Tick = "white_check_mark";

    /// <summary>The bot's own mark under a message: it could not be taken.</summary>
    public const string Refused = "exclamation";

    private static readonly Dictionary<string, string> Aliases = new()
    {
        ["man-raising-hand"] = "raising_hand",
        ["woman-raising-hand"] = "raising_hand",
        ["orange_circle"] = "large_orange_circle",
        ["yellow_circle"] = "large_yellow_circle",
        ["large_red_circle"] = "red_circle",
        ["round_pushpin"] = "pushpin",
        ["heavy_check_mark"] = "white_check_mark",
        ["heavy_exclamation_mark"] = "exclamation",
        ["no_entry_sign"] = "no_entry",
        ["mag_right"] = "mag",
        ["pencil"] = "memo",
    };

    /// <summary><c>raising_hand::skin-tone-3</c> and <c>woman-raising-hand</c> are both <c>raising_hand</c>.</summary>
    public static string Plain(string name)
    {
        var end = name.IndexOf("::", StringComparison.Ordinal);
        var plain = end < 0 ? name : name[..end];
        return Aliases.GetValueOrDefault(plain, plain);
    }
}
