using IncidentBot.Domain.Reviews;
using IncidentBot.Domain.Tasks;
using IncidentBot.Wording;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace IncidentBot.Configuration;

/// <summary>How the bot behaves, as read from one YAML file; or everything that is wrong with that file.</summary>
/// <param name="Options">What it says; where there are problems, nobody may use it.</param>
/// <param name="Problems">In the order of their lines.</param>
internal sealed record ConfigReading(BotOptions Options, IReadOnlyList<ConfigProblem> Problems)
{
    /// <summary>What is left out of what holds anyway, and why: nobody's mistake, but worth knowing.</summary>
    public IReadOnlyList<string> Hints { get; init; } = [];
}

/// <summary>Reads the configuration. What holds without a file is a file too, so that it is its own reference.</summary>
internal static class ConfigFile
{
    /// <summary>The commented reference: everything there is, as it holds where nobody writes otherwise.</summary>
    public static string Reference { get; } = Embedded();

    private static readonly YamlMappingNode Defaults = Root(Reference);

    /// <summary>What holds without a file.</summary>
    public static BotOptions Default => Read("", null).Options;

    /// <summary>Reads a whole file, and says all that is wrong with it at once.</summary>
    /// <param name="text">The file.</param>
    /// <param name="commands">The commands an emoji may give; null where any word will do.</param>
    public static ConfigReading Read(string text, IReadOnlyList<Usage>? commands)
    {
        var problems = new List<ConfigProblem>();
        var hints = new List<string>();
        var root = new ConfigSection(Written(text, problems), Defaults, "", problems, hints);
        var options = Options(root, commands);
        root.Close();
        return new ConfigReading(options, [.. problems.OrderBy(problem => problem.Line)]) { Hints = hints };
    }

    private static BotOptions Options(ConfigSection root, IReadOnlyList<Usage>? commands)
    {
        var (emoji, reviews, reconciliation) = (root.Part("emoji"), root.Part("reviews"), root.Part("reconciliation"));
        var (severities, reviewDue) = SeveritiesSection.Read(root);
        var tasks = root.Part("tasks");
        var otherwise = reviews.Read("due", SettingWords.ReviewTime);
        var (calendar, calendars) = CalendarsSection.Read(root);
        var (roles, lifecycle, teams) = (RolesSection.Read(root), LifecycleSection.Read(root), TeamsSection.Read(root, calendars));
        return new BotOptions
        {
            Language = LanguageSection.Read(root),
            AnnouncementChannel = root.Read("announcement_channel", SettingWords.ChannelId),
            OfferSimilar = root.Part("declaring").Read("offer_similar", SettingWords.OnOrOff),
            Commander = root.Read("commander", CommanderPolicy.Read),
            Command = CommandSection.Read(root),
            Permissions = PermissionsSection.Read(root, commands),
            QuietHours = HoursSection.Quiet(root),
            Nudges = NudgesSection.Read(root, roles),
            WorkingHours = HoursSection.Working(root),
            BusinessDays = calendar,
            Roles = roles,
            CardEmoji = EmojiSection.Card(emoji, commands, new Nameable(severities, lifecycle, roles, teams)),
            TimelineEmoji = EmojiSection.Timeline(emoji),
            Severities = severities,
            Lifecycle = lifecycle,
            Detection = DetectionSection.Read(root),
            Teams = teams,
            ChannelName = ChannelsSection.Read(root),
            Guard = GuardSection.Read(root),
            ImpactThresholds = ImpactSection.Read(root, severities),
            TaskEmoji = EmojiSection.Tasks(emoji),
            Digest = DigestSection.Read(root),
            Tasks = new TaskPolicy
            {
                ChaseEvery = tasks.Read("chase_every", SettingWords.Duration),
                ChaseFollowUpsEvery = tasks.Read("chase_follow_ups_every", SettingWords.Duration),
            },
            Reviews = new ReviewPolicy
            {
                BySeverity = reviewDue.Where(each => each.Value.Time is not null).ToDictionary(each => each.Key, each => each.Value.Time!.Value),
                Otherwise = otherwise.Time ?? TimeSpan.FromDays(otherwise.BusinessDays!.Value),
                InBusinessDays = reviewDue.Append(new("", otherwise)).Where(each => each.Value.BusinessDays is not null).ToDictionary(each => each.Key, each => each.Value.BusinessDays!.Value),
                Calendar = calendar,
                RemindBefore = reviews.Read("remind_before", SettingWords.Duration),
                ChaseEvery = reviews.Read("chase_every", SettingWords.Duration),
            },
            CheckpointEvery = root.Part("timeline").Read("checkpoint_every", SettingWords.OffOr(SettingWords.Duration)),
            Reconciliation = new ReconciliationOptions
            {
                Every = reconciliation.Read("every", SettingWords.Duration),
                Page = reconciliation.Read("page", SettingWords.Number(1, 999)),
                Reads = reconciliation.Read("reads", SettingWords.Number(4, 200)),
                PerMinute = reconciliation.Read("per_minute", SettingWords.Number(1, 60)),
            },
        };
    }

    private static YamlMappingNode? Written(string text, List<ConfigProblem> problems)
    {
        try
        {
            return Root(text);
        }
        catch (YamlException wrong)
        {
            problems.Add(new ConfigProblem(wrong.Start.Line, $"this is not YAML: {wrong.Message}"));
            return null;
        }
        catch (InvalidOperationException)
        {
            // What the parser throws where a list or a quotation is never closed; it does not say which.
            problems.Add(new ConfigProblem(1, "this is not YAML: something is opened and never closed."));
            return null;
        }
    }

    private static YamlMappingNode Root(string text)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(text));
        return stream.Documents switch
        {
            [] => new YamlMappingNode(),
            [{ RootNode: YamlMappingNode root }] => root,
            [{ RootNode: YamlScalarNode { Value: "" } }] => new YamlMappingNode(),
            [{ RootNode: var other }] => throw new YamlException(other.Start, other.End, "it does not begin with a name and a colon."),
            [_, var second, ..] => throw new YamlException(second.RootNode.Start, second.RootNode.End, "a second document begins here."),
        };
    }

    private static string Embedded()
    {
        using var file = new StreamReader(typeof(ConfigFile).Assembly.GetManifestResourceStream("IncidentBot.Configuration.defaults.yaml")!);
        return file.ReadToEnd();
    }
}
