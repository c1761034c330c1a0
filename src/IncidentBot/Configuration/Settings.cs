using IncidentBot.Slack.SocketMode;

namespace IncidentBot.Configuration;

/// <summary>
/// Every setting there is. How to reach Slack, the database and the machine; how the bot behaves stands in its own file
/// (<see cref="ConfigFile"/>). They come from the environment or the command line; the reference page is written from this
/// list, and a test keeps the two alike.
/// </summary>
internal static class Settings
{
    public static readonly Setting BotToken = new("SLACK_BOT_TOKEN", "", "The bot token of the installed app (`xoxb-…`).") { Required = true };
    public static readonly Setting SigningSecret = new("SLACK_SIGNING_SECRET", "", "The app's signing secret; requests not signed with it are refused. Required, unless `SLACK_APP_TOKEN` is set: then nothing is taken over HTTP.");
    public static readonly Setting AppToken = new("SLACK_APP_TOKEN", "", "An app-level token (`xapp-…`) with `connections:write`; turns Socket Mode on, which needs no address Slack can reach.");
    public static readonly Setting SocketConnections = new("SLACK_SOCKET_CONNECTIONS", "2", "How many sockets are kept open in Socket Mode, 1 to 5.");
    public static readonly Setting ApiUrl = new("SLACK_API_URL", "https://slack.com/api/", "Where Slack's Web API is.");
    public static readonly Setting Pace = new("SLACK_PACE", "on", "Whether calls keep below Slack's published limits before Slack has to refuse them; `off` is for a stand-in for Slack that limits nothing. What Slack bars with a 429 is always obeyed.");
    public static readonly Setting PostsPerMinute = new("SLACK_POSTS_PER_MINUTE", "300", "How many messages a minute the bot posts at most in the whole workspace, 1 to 6000; Slack promises *several hundred*. A channel gets one a second.");
    public static readonly Setting Database = new("DATABASE", "incidentbot.db", "The SQLite file everything is kept in; made when missing.");
    public static readonly Setting Files = new("FILES", "", "The folder copies of captured files are kept in; beside the database when empty (`incidentbot.db.files`). Whoever reads the database may read it, nobody else.");
    public static readonly Setting LargestFile = new("LARGEST_FILE", "25", "The largest file that is copied, in MB, 1 to 1000; a larger one is named in its entry, with its size.");
    public static readonly Setting Port = new("PORT", "3000", "The port to listen on; Slack's requests come to `/slack/events`.");
    public static readonly Setting Config = new("CONFIG", "incidentbot.yaml", "The YAML file that says how the bot behaves. Without one the defaults hold; `incidentbot config reference` prints them.");
    public static readonly Setting KeepRequests = new("KEEP_REQUESTS", "7d", "How long handled requests are kept, to recognise them when Slack sends them again; at least 1d.");
    public static readonly Setting LogFormat = new("LOG_FORMAT", "text", "`text` for people, `json` for machines.");
    public static readonly Setting SandboxClock = new("SANDBOX_CLOCK", "", "For tests: the address of a sandbox on this machine whose clock is followed.");

    public static readonly IReadOnlyList<Setting> All =
    [
        BotToken, SigningSecret, AppToken, SocketConnections, ApiUrl, Pace, PostsPerMinute, Database, Files, LargestFile, Port, Config, KeepRequests, LogFormat, SandboxClock,
    ];

    private enum LogWords
    {
        Text,
        Json,
    }

    private enum PaceWords
    {
        On,
        Off,
    }

    /// <summary>Reads how to reach Slack and the database.</summary>
    /// <exception cref="BadSettingException">Something is missing or cannot be used; the message says what to set.</exception>
    public static ConnectionOptions Connections(IConfiguration configuration)
    {
        if (SandboxClock.Read(configuration, text => text.Length == 0 ? null : SettingWords.Url(text)) is var clockUrl && clockUrl is { IsLoopback: false })
            throw new BadSettingException($"{SandboxClock.Name} must be on this machine; a real workspace keeps real time.");
        var appToken = AppToken.Read(configuration, SettingWords.AppToken);
        return new ConnectionOptions
        {
            BotToken = BotToken.Read(configuration, SettingWords.BotToken),
            SigningSecret = Secret(configuration, mayBeMissing: appToken is not null),
            AppToken = appToken,
            SocketConnections = SocketConnections.Read(configuration, SettingWords.Number(1, SocketModeOptions.MostConnections)),
            ApiUrl = ApiUrl.Read(configuration, SettingWords.Url),
            PostsPerMinute = PostsAllowed(configuration),
            Database = DatabaseOf(configuration),
            Files = FilesOf(configuration),
            LargestFile = LargestFile.Read(configuration, SettingWords.Number(1, 1_000)) * 1_000_000L,
            Port = Port.Read(configuration, SettingWords.Port),
            Config = Config.Read(configuration, SettingWords.Text),
            ConfigIsNamed = Config.IsSet(configuration),
            KeepRequestsFor = KeepRequests.Read(configuration, KeptLongEnough),
            SandboxClock = clockUrl,
            LogAsJson = LogFormat.Read(configuration, SettingWords.OneOf<LogWords>) == LogWords.Json,
        };
    }

    /// <summary>Reads where the database is, for what needs nothing else.</summary>
    public static string DatabaseOf(IConfiguration configuration) => Database.Read(configuration, SettingWords.Text);

    /// <summary>Reads where the copies of files are.</summary>
    public static string FilesOf(IConfiguration configuration) => Files.Read(configuration, SettingWords.Text) is { Length: > 0 } folder ? folder : $"{DatabaseOf(configuration)}.files";

    private static int? PostsAllowed(IConfiguration configuration)
    {
        var posts = PostsPerMinute.Read(configuration, SettingWords.Number(1, 6_000));
        return Pace.Read(configuration, SettingWords.OneOf<PaceWords>) == PaceWords.On ? posts : null;
    }

    private static TimeSpan KeptLongEnough(string text) => SettingWords.Duration(text) is var keep && keep >= TimeSpan.FromDays(1)
        ? keep
        : throw new BadSettingException("it must be at least 1d: Slack sends again for up to a day.");

    /// <summary>Without it nobody could be told from Slack over HTTP; with Socket Mode nothing need come that way.</summary>
    private static string? Secret(IConfiguration configuration, bool mayBeMissing) =>
        SigningSecret.Read(configuration, text => text.Length > 0 ? SettingWords.Token(text) : null) ?? (mayBeMissing ? null : throw SigningSecret.Missing());
}
