using IncidentBot.Domain.Impacts;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Reminders;
using IncidentBot.Domain.Reviews;
using IncidentBot.Domain.Roles;
using IncidentBot.Domain.Tasks;
using IncidentBot.Domain.Teams;
using IncidentBot.Domain.Timeline;
using IncidentBot.Domain.Times;

namespace IncidentBot.Configuration;

/// <summary>How the bot behaves, as its file says (<see cref="ConfigFile"/>); complete without one.</summary>
internal sealed record BotOptions
{
    public CommanderPolicy Commander { get; init; } = CommanderPolicy.Ask;

    /// <summary>Whether open incidents that sound alike are shown before another one is declared.</summary>
    public bool OfferSimilar { get; init; } = true;

    /// <summary>Which language people are spoken to in.</summary>
    public LanguageOptions Language { get; init; } = LanguageOptions.Default;

    /// <summary>Where incidents are announced, by id; empty announces nowhere.</summary>
    public string AnnouncementChannel { get; init; } = "";

    /// <summary>How bad an incident may be.</summary>
    public SeverityScale Severities { get; init; } = SeverityScale.Default;

    /// <summary>The roles there are, command among them.</summary>
    public IReadOnlyList<Role> Roles { get; init; } = [];

    public CommandOptions Command { get; init; } = new();

    public Permissions Permissions { get; init; } = new(new Dictionary<string, IReadOnlyList<Permitted>>());

    /// <summary>When nobody is reminded, by their own clocks; null where everybody always is.</summary>
    public DailyHours? QuietHours { get; init; } = new(new TimeOnly(22, 0), new TimeOnly(7, 0));

    public NudgeOptions Nudges { get; init; } = new();

    /// <summary>When people are at work, by their own clocks.</summary>
    public DailyHours WorkingHours { get; init; } = new(new TimeOnly(9, 0), new TimeOnly(18, 0));

    /// <summary>Which days people work on.</summary>
    public BusinessDays BusinessDays { get; init; } = BusinessDays.Default;

    /// <summary>Which days a team works on: those of its own calendar, or everybody's where it names none or is gone from the configuration.</summary>
    /// <param name="team">The team's key.</param>
    public BusinessDays CalendarOf(string team) => TeamDirectory.CalendarIn(Teams, team) ?? BusinessDays;

    /// <summary>Where an incident may stand.</summary>
    public Lifecycle Lifecycle { get; init; } = Lifecycle.Default;

    /// <summary>From how many per cent of the daily users on which severity is suggested.</summary>
    public IReadOnlyList<ImpactThreshold> ImpactThresholds { get; init; } = [];

    /// <summary>How the first sign of an incident may reach people.</summary>
    public DetectionSources Detection { get; init; } = DetectionSources.Default;

    /// <summary>Who answers for what.</summary>
    public TeamDirectory Teams { get; init; } = TeamDirectory.Empty;

    /// <summary>What incidents' channels are called.</summary>
    public ChannelNameTemplate ChannelName { get; init; } = ChannelNameTemplate.Default;

    public GuardOptions Guard { get; init; } = new();

    public ReviewPolicy Reviews { get; init; } = new();

    /// <summary>Which emoji on a message of the incident's channel puts it on the timeline, and as what.</summary>
    public IReadOnlyDictionary<string, EntryKind> TimelineEmoji { get; init; } = new Dictionary<string, EntryKind>();

    /// <summary>Which emoji on a message of the incident's channel makes a task or follow-up of it.</summary>
    public IReadOnlyDictionary<string, TaskSort> TaskEmoji { get; init; } = new Dictionary<string, TaskSort>();

    /// <summary>When the announcement channel hears how things stand.</summary>
    public DigestOptions Digest { get; init; } = new(null, TimeZoneInfo.Utc);

    /// <summary>How what is to be done is chased.</summary>
    public TaskPolicy Tasks { get; init; } = new();

    /// <summary>Which emoji on the card does what, as a command line.</summary>
    public IReadOnlyDictionary<string, string> CardEmoji { get; init; } = new Dictionary<string, string>();

    /// <summary>How long a change of a timeline waits for its checkpoint at most; null where no checkpoints are made.</summary>
    public TimeSpan? CheckpointEvery { get; init; } = TimeSpan.FromDays(1);

    public ReconciliationOptions Reconciliation { get; init; } = new();
}

/// <summary>How channels are compared with what is stored.</summary>
internal sealed record ReconciliationOptions
{
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Messages in a page of a channel.</summary>
    public int Page { get; init; } = 100;

    /// <summary>Pages, threads and messages read besides, where something may have been missed.</summary>
    public int Reads { get; init; } = 20;

    public int PerMinute { get; init; } = 10;
}

/// <summary>How the bot reaches Slack and its own memory.</summary>
internal sealed record ConnectionOptions
{
    public required string BotToken { get; init; }

    /// <summary>Null where nothing is taken over HTTP.</summary>
    public required string? SigningSecret { get; init; }

    /// <summary>The token for Socket Mode; null where it is not used.</summary>
    public required string? AppToken { get; init; }

    public required int SocketConnections { get; init; }

    public required Uri ApiUrl { get; init; }

    /// <summary>How many messages a minute the whole workspace takes; null where nothing is limited.</summary>
    public int? PostsPerMinute { get; init; }

    public required string Database { get; init; }

    /// <summary>The folder of the copies of files.</summary>
    public required string Files { get; init; }

    /// <summary>The most bytes a copy may have.</summary>
    public required long LargestFile { get; init; }

    public required int Port { get; init; }

    /// <summary>The file that says how the bot behaves; it need not be there.</summary>
    public required string Config { get; init; }

    /// <summary>Whether somebody named that file; then it must be there at start.</summary>
    public required bool ConfigIsNamed { get; init; }

    /// <summary>How long handled requests are kept, to recognise them when they come again. At least a day.</summary>
    public required TimeSpan KeepRequestsFor { get; init; }

    /// <summary>A sandbox whose clock is followed instead of the machine's; only on this machine.</summary>
    public Uri? SandboxClock { get; init; }

    public bool LogAsJson { get; init; }

    /// <summary>Without the secrets.</summary>
    public override string ToString() => $"{ApiUrl}, {Database}, port {Port}";
}
