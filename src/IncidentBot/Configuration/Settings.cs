using IncidentBot.Domain.Reviews;
using IncidentBot.Slack.SocketMode;

namespace IncidentBot.Configuration;

/// <summary>
/// Every setting there is. They come from the environment or the command line; the reference page is written from this
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
    public static readonly Setting AnnouncementChannel = new("ANNOUNCEMENT_CHANNEL", "", "The id (`C…`) of the channel incidents are announced in; empty announces nowhere.");
    public static readonly Setting Commander = new("COMMANDER", "ask", "Who commands a new incident: `ask` leaves it open until somebody takes it, `declarer` gives it to whoever declares.");
    public static readonly Setting CardEmoji = new("CARD_EMOJI", "raising_hand=take, eyes=ack, red_circle=sev 1, large_orange_circle=sev 2, large_yellow_circle=sev 3, white_check_mark=resolve", "What an emoji on the incident's card does, as `emoji=command`.");
    public static readonly Setting TimelineEmoji = new("TIMELINE_EMOJI", "pushpin=note, stopwatch=note, memo=note, rocket=deploy, rotating_light=alert, mega=detection, mag=investigation, bulb=hypothesis, door=dead-end, no_entry=dead-end, dart=root-cause, pager=escalation, fire_extinguisher=mitigation, construction=mitigation, hammer_and_wrench=fix, test_tube=verification, loudspeaker=communication, scales=decision, chart_with_downwards_trend=impact", "Which emoji puts a message on the timeline, as `emoji=kind`.");
    public static readonly Setting ReviewDueSev1 = new("REVIEW_DUE_SEV1", "2d", "How long the review may take after a SEV-1 is resolved.");
    public static readonly Setting ReviewDueSev2 = new("REVIEW_DUE_SEV2", "5d", "The same for SEV-2.");
    public static readonly Setting ReviewDueSev3 = new("REVIEW_DUE_SEV3", "10d", "The same for SEV-3.");
    public static readonly Setting ReviewDueUnset = new("REVIEW_DUE_UNSET", "5d", "The same where nobody ever set a severity.");
    public static readonly Setting ReviewRemindBefore = new("REVIEW_REMIND_BEFORE", "1d", "How long before a review is due its owner is first reminded.");
    public static readonly Setting ReviewChaseEvery = new("REVIEW_CHASE_EVERY", "1d", "How often an overdue review is chased.");
    public static readonly Setting CheckpointEvery = new("CHECKPOINT_EVERY", "1d", "How long after a change of its timeline, at most, a checkpoint is posted in an incident's channel; closing posts one at once. `off` posts none.");
    public static readonly Setting ReconcileEvery = new("RECONCILE_EVERY", "15m", "How often the channel of each open incident is compared with what is stored, to mend what was missed; also after every absence of the bot.");
    public static readonly Setting ReconcilePage = new("RECONCILE_PAGE", "100", "How many of a channel's newest messages are compared, 1 to 999. Apps that Slack restricts to small pages set 15.");
    public static readonly Setting ReconcileReads = new("RECONCILE_READS", "20", "How many older messages and threads are read besides where something may have been missed, 0 to 200 a channel; a quiet channel costs three calls.");
    public static readonly Setting ReconcilePerMinute = new("RECONCILE_PER_MINUTE", "10", "How many channels are begun with in a minute at most, 1 to 60. Slack allows 20, and people's captures need some of them.");
    public static readonly Setting KeepRequests = new("KEEP_REQUESTS", "7d", "How long handled requests are kept, to recognise them when Slack sends them again; at least 1d.");
    public static readonly Setting LogFormat = new("LOG_FORMAT", "text", "`text` for people, `json` for machines.");
    public static readonly Setting SandboxClock = new("SANDBOX_CLOCK", "", "For tests: the address of a sandbox on this machine whose clock is followed.");

    public static readonly IReadOnlyList<Setting> All =
    [
        BotToken, SigningSecret, AppToken, SocketConnections, ApiUrl, Pace, PostsPerMinute, Database, Files, LargestFile, Port, AnnouncementChannel, Commander, CardEmoji, TimelineEmoji,
        ReviewDueSev1, ReviewDueSev2, ReviewDueSev3, ReviewDueUnset, ReviewRemindBefore, ReviewChaseEvery,
        CheckpointEvery, ReconcileEvery, ReconcilePage, ReconcileReads, ReconcilePerMinute, KeepRequests, LogFormat, SandboxClock,
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
        var clock = Value(configuration, SandboxClock);
        var clockUrl = clock.Length == 0 ? null : SettingWords.Url(SandboxClock, clock);
        if (clockUrl is { IsLoopback: false })
            throw new BadSettingException($"{SandboxClock.Name} must be on this machine; a real workspace keeps real time.");
        var appToken = SettingWords.AppToken(AppToken, Value(configuration, AppToken));
        return new ConnectionOptions
        {
            BotToken = SettingWords.BotToken(BotToken, Value(configuration, BotToken)),
            SigningSecret = Secret(configuration, mayBeMissing: appToken is not null),
            AppToken = appToken,
            SocketConnections = SettingWords.Number(SocketConnections, Value(configuration, SocketConnections), 1, SocketModeOptions.MostConnections),
            ApiUrl = SettingWords.Url(ApiUrl, Value(configuration, ApiUrl)),
            PostsPerMinute = PostsAllowed(configuration),
            Database = Value(configuration, Database),
            Files = FilesOf(configuration),
            LargestFile = SettingWords.Number(LargestFile, Value(configuration, LargestFile), 1, 1_000) * 1_000_000L,
            Port = SettingWords.Port(Port, Value(configuration, Port)),
            SandboxClock = clockUrl,
            LogAsJson = SettingWords.OneOf<LogWords>(LogFormat, Value(configuration, LogFormat)) == LogWords.Json,
        };
    }

    private static int? PostsAllowed(IConfiguration configuration)
    {
        var posts = SettingWords.Number(PostsPerMinute, Value(configuration, PostsPerMinute), 1, 6_000);
        return SettingWords.OneOf<PaceWords>(Pace, Value(configuration, Pace)) == PaceWords.On ? posts : null;
    }

    /// <summary>Reads where the database is, for what needs nothing else.</summary>
    public static string DatabaseOf(IConfiguration configuration) => Value(configuration, Database);

    /// <summary>Reads where the copies of files are.</summary>
    public static string FilesOf(IConfiguration configuration) => Value(configuration, Files) is { Length: > 0 } folder ? folder : $"{DatabaseOf(configuration)}.files";

    /// <summary>Reads how the bot behaves.</summary>
    /// <exception cref="BadSettingException">Something cannot be used; the message says what to set.</exception>
    public static BotOptions Behaviour(IConfiguration configuration)
    {
        var keep = Duration(KeepRequests);
        if (keep < TimeSpan.FromDays(1))
            throw new BadSettingException($"{KeepRequests.Name} must be at least 1d: Slack sends again for up to a day.");
        return new BotOptions
        {
            AnnouncementChannel = SettingWords.ChannelId(AnnouncementChannel, Value(configuration, AnnouncementChannel)),
            Commander = SettingWords.OneOf<CommanderPolicy>(Commander, Value(configuration, Commander)),
            CardEmoji = SettingWords.Emoji(CardEmoji, Value(configuration, CardEmoji), line => line.Length > 0 ? line : null),
            TimelineEmoji = SettingWords.Kinds(TimelineEmoji, Value(configuration, TimelineEmoji)),
            Reviews = new ReviewPolicy
            {
                Sev1 = Duration(ReviewDueSev1),
                Sev2 = Duration(ReviewDueSev2),
                Sev3 = Duration(ReviewDueSev3),
                Unset = Duration(ReviewDueUnset),
                RemindBefore = Duration(ReviewRemindBefore),
                ChaseEvery = Duration(ReviewChaseEvery),
            },
            CheckpointEvery = Value(configuration, CheckpointEvery).Equals("off", StringComparison.OrdinalIgnoreCase) ? null : Duration(CheckpointEvery),
            Reconciliation = new ReconciliationOptions
            {
                Every = Duration(ReconcileEvery),
                Page = SettingWords.Number(ReconcilePage, Value(configuration, ReconcilePage), 1, 999),
                Reads = SettingWords.Number(ReconcileReads, Value(configuration, ReconcileReads), 0, 200),
                PerMinute = SettingWords.Number(ReconcilePerMinute, Value(configuration, ReconcilePerMinute), 1, 60),
            },
            KeepRequestsFor = keep,
        };

        TimeSpan Duration(Setting setting) => SettingWords.Duration(setting, Value(configuration, setting));
    }

    /// <summary>Without it nobody could be told from Slack over HTTP; with Socket Mode nothing need come that way.</summary>
    private static string? Secret(IConfiguration configuration, bool mayBeMissing) => Value(configuration, SigningSecret) switch
    {
        { Length: > 0 } secret => SettingWords.Token(SigningSecret, secret),
        _ when mayBeMissing => null,
        _ => throw Missing(SigningSecret),
    };

    private static BadSettingException Missing(Setting setting) =>
        new($"{setting.Name} is not set. What belongs there: {setting.Meaning} To try the bot without Slack, run it with the word \"sandbox\".");

    private static string Value(IConfiguration configuration, Setting setting)
    {
        var value = configuration[setting.Name]?.Trim();
        if (!string.IsNullOrEmpty(value))
            return value;
        return setting.Required
            ? throw Missing(setting)
            : setting.Default;
    }
}
