using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Web;

/// <summary>A request as Slack publishes it, ready for the wire.</summary>
internal sealed partial record OfficialPayload(string Name, string ContentType, string Text)
{
    private static readonly string Root = Path.Combine(AppContext.BaseDirectory, "OfficialPayloads");

    /// <summary>Blanked ids that Slack never leaves blank.</summary>
    private static readonly Dictionary<string, string> Blanks = new()
    {
        ["event_id"] = "Ev{0}",
        ["trigger_id"] = "{0}.1.shape",
        ["team_id"] = "T0SHAPE",
        ["user_id"] = "U0SHAPE",
        ["channel_id"] = "C0SHAPE",
        ["command"] = "/incident",
        ["response_url"] = "https://hooks.slack.com/shape",
        ["id"] = "V0SHAPE",
    };

    public static IReadOnlyList<OfficialPayload> All { get; } =
        [.. Directory.EnumerateFiles(Root, "*.*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select((path, number) => Read(path, number))];

    public byte[] Body => Encoding.UTF8.GetBytes(
        ContentType == SlackWire.Json || !Text.StartsWith('{') ? Text
        : Name.EndsWith("/slash_command.json", StringComparison.Ordinal) ? Form(JsonNode.Parse(Text)!.AsObject())
        : "payload=" + Uri.EscapeDataString(Text));

    /// <summary>The same, as if it had happened in another workspace.</summary>
    public OfficialPayload In(string team) => this with { Text = Team().Replace(Text, found => found.Groups["before"].Value + team) };

    /// <summary>The same, happened once more.</summary>
    public OfficialPayload Again(int number) => this with { Text = Once().Replace(Text, found => $"{found.Value}{number}.") };

    public override string ToString() => Name;

    private static OfficialPayload Read(string path, int number)
    {
        var name = Path.GetRelativePath(Root, path).Replace('\\', '/');
        var text = File.ReadAllText(path).Replace("hooks.slack.com", "hooks.invalid", StringComparison.Ordinal);
        if (name.Contains("-shapes/", StringComparison.Ordinal))
            text = Blank().Replace(text.Replace("\n  \"type\": \"\"", "\n  \"type\": \"event_callback\"", StringComparison.Ordinal), found => Filled(found, number));
        return new OfficialPayload(name, name.StartsWith("events", StringComparison.Ordinal) ? SlackWire.Json : SlackWire.Form, text);
    }

    private static string Form(JsonObject fields) => string.Join('&', fields.Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value?.ToString() ?? "")}"));

    private static string Filled(Match found, int number) => Blanks.TryGetValue(found.Groups["field"].Value, out var value)
        ? $"\"{found.Groups["field"].Value}\": \"{string.Format(CultureInfo.InvariantCulture, value, number)}\""
        : found.Value;

    [GeneratedRegex("\"(?<field>[a-z_]+)\": \"\"")]
    private static partial Regex Blank();

    [GeneratedRegex("\"(event_id|trigger_id)\": ?\"|trigger_id=")]
    private static partial Regex Once();

    [GeneratedRegex("(?<before>\"team(_id)?\": \"|\\bteam_id=|team(_id)?%22%3A%22|team%22%3A%7B%22id%22%3A%22|\"team\": \\{\\s*\"id\": \")[A-Z0-9_]+")]
    private static partial Regex Team();
}
