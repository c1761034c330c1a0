using IncidentBot.CatchUp;
using IncidentBot.Configuration;
using IncidentBot.Delivery;
using IncidentBot.Domain.Impacts;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Reviews;
using IncidentBot.Domain.Roles;
using IncidentBot.Domain.Tasks;
using IncidentBot.Domain.Teams;
using IncidentBot.Domain.Timeline;
using IncidentBot.Domain.Times;
using IncidentBot.Domain.Updates;
using IncidentBot.Home;
using IncidentBot.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Reconciliation;
using IncidentBot.Storage;
using IncidentBot.Subscriptions;
using IncidentBot.Tasks;
using IncidentBot.TestKit;
using IncidentBot.Timeline;
using IncidentBot.Updates;
using IncidentBot.Wording;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Tests.Views;

/// <summary>The worst that can stand in a view, by type: the longest, the ugliest, everything optional there or missing.</summary>
internal static class WorstCase
{
    /// <summary>More than anybody types into a command.</summary>
    private const int LongestText = 12_000;

    private static readonly DateTimeOffset Now = Some.Moment.AddDays(400);

    /// <summary>Titles at the limit of 200 letters, and titles that try to be something else.</summary>
    public static IReadOnlyList<string> Titles { get; } =
    [
        new string('<', 200),
        string.Concat(Enumerable.Repeat("👨‍👩‍👧‍👦", 200)),
        string.Concat(Enumerable.Repeat("a" + new string('\u0301', 40), 200)),
        "<!channel> & <@U000000001> *b* `c` ‮gnp",
    ];

    /// <summary>People's words as Slack gives them to us, with what it escapes, with emoji and line breaks.</summary>
    public static string Words { get; } = Filled("&lt;!channel&gt; &amp; 👨‍👩‍👧‍👦\n", LongestText);

    public static string Link { get; } = PeoplesWords.Link("https://docs.example.com/?a=1&b=".PadRight(2_000, 'x'))!;

    public static IReadOnlyList<Usage> Usages { get; } = ReadUsages();

    public static BotOptions Options { get; } = ConfigFile.Default;

    /// <summary>Every value of a type that a view may be given.</summary>
    /// <param name="type">The type.</param>
    /// <param name="name">The parameter's name, which says what a text is.</param>
    public static IReadOnlyList<object?> Of(Type type, string name) => type switch
    {
        _ when type == typeof(string) => [Text(name)],
        _ when type == typeof(bool) => [true, false],
        _ when type == typeof(IncidentId) => [new IncidentId(Some.Team, int.MaxValue)],
        _ when type == typeof(long) => [1L, long.MaxValue],
        _ when type == typeof(long?) => [null, long.MaxValue],
        _ when type == typeof(Slack.Blocks.Button[]) => [Array.Empty<Slack.Blocks.Button>(), new[] { Buttons.Run("Show #2147483647", "show") }],
        _ when type == typeof(WayThere) => [null, new WayThere("Do it in #2147483647", Long('x', 1_900)), new WayThere("Do it in #2147483647", Words)],
        _ when type == typeof(int) => [1, int.MaxValue],
        _ when type == typeof(int?) => [null, int.MaxValue],
        _ when type == typeof(DateTimeOffset) => [Some.Moment, Now],
        _ when type == typeof(DateTimeOffset?) => [null, Some.Moment, Now],
        _ when type == typeof(Capture) => [new Capture("C1", "1.2", ":a_rather_long_emoji_name_1::skin-tone-6:", Some.User.Value, Some.User, Now)],
        _ when type == typeof(CommandLine) => [new CommandLine(null, "sev", "1")],
        _ when type == typeof(LastWord) => [new LastWord(Some.User, Now), new LastWord(Some.OtherUser, Now)],
        _ when type == typeof(Checkpoint) => [new Checkpoint(int.MaxValue, int.MaxValue, new string('f', 64), Now)],
        _ when type == typeof(AlsoStands) => [AlsoStands.Nowhere, new AlsoStands([.. Incidents().Take(1).SelectMany(incident => Enumerable.Repeat((incident, int.MaxValue), AlsoStands.MostNamed))], 99, [.. Enumerable.Repeat(int.MaxValue, AlsoStands.MostNamed)]) { With = [.. Enumerable.Repeat(9_999, 50)] }],
        _ when type == typeof(IReadOnlyList<int>) => [Array.Empty<int>(), Enumerable.Repeat(9_999, 50).ToArray()],
        _ when type == typeof(PostElsewhereStays) => [new PostElsewhereStays(int.MaxValue, Some.Channel.Value, "1930291203.258527", "is_archived")],
        _ when type == typeof(PostNotTakenBack) => [new PostNotTakenBack(Some.Channel.Value, null, Now, "is_archived"), new PostNotTakenBack(Some.Channel.Value, "1930291203.258527", Now, Text(name))],
        _ when type == typeof(Repaired) => [new Repaired(0, 0, 0, 0, 0), new Repaired(int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue, int.MaxValue) { Channel = Enum.GetValues<ChannelChange>(), Decided = Enum.GetValues<Matter>(), Unheard = [.. Enumerable.Repeat(new UnheardEmoji((Capture)Of(typeof(Capture), "")[0]!, new CommandLine(null, "sev", "1 a rather long reason & <more>")), 1_000)] }],
        _ when type == typeof(TimeOnly) => [new TimeOnly(3, 30)],
        _ when type == typeof(EntryFiles) => [EntryFiles.None, Files],
        _ when type == typeof(TimeSpan) => [TimeSpan.FromHours(-11.5), TimeSpan.FromHours(14)],
        _ when type == typeof(TimeReading.Doubtful) => [.. Enum.GetValues<TimeDoubt>().Select(doubt => new TimeReading.Doubtful(Text(name), doubt))],
        _ when type == typeof(TimeReading.Timed) => [null, .. Of(typeof(ClockChange), name).Select(change => new TimeReading.Timed(HappenedAt.Untimed, "", (ClockChange)change!) { IsYesterdays = true })],
        _ when type == typeof(UserId) => [Some.User],
        _ when type == typeof(UserId?) => [null, Some.OtherUser],
        _ when type == typeof(Role) => [WorstRole(0), WorstRole(1)],
        _ when type == typeof(IReadOnlyList<Role>) => [Options.Roles, Enumerable.Range(0, 10).Select(WorstRole).ToList()],
        _ when type == typeof(IReadOnlyList<ReminderRow>) => [Array.Empty<ReminderRow>(), Enumerable.Range(0, 16).Select(i => new ReminderRow { TeamId = "T1", Number = 1, Kind = Wishes[i % Wishes.Length], Subject = "2147483647", DueAt = Now.AddMinutes(i) }).ToList()],
        _ when type == typeof(IReadOnlyList<HeldNudgeRow>) => [Array.Empty<HeldNudgeRow>(), Enumerable.Repeat(new HeldNudgeRow { TeamId = "T1", UserId = Some.User.Value, Number = 1, Kind = "update", Of = Some.User.Value, Until = Now }, 15).ToList()],
        _ when type == typeof(CoverRow) => [null, new CoverRow { TeamId = "T1", UserId = Some.User.Value, CoveredBy = Some.OtherUser.Value, Until = Now }],
        _ when type == typeof(GoesOn) => [GoesOn.Here, new GoesOn(Words, Full(Titles[0]))],
        _ when type == typeof(MessageContent) => [MessageContent.Plain("x"), UpdateReplies.DueTo(Full(Titles[0]), Now, Now, Options)],
        _ when type == typeof(StatusUpdate) => [.. name == "last" ? new StatusUpdate?[] { null } : [], new StatusUpdate(Words, Some.User, Now), .. Updates],
        _ when type == typeof(IReadOnlyList<string>) && name == "lines" => [Array.Empty<string>(), Enumerable.Repeat(Words, 12).ToList()],
        _ when type == typeof(CommandStillFree) => [new CommandStillFree(Some.Moment, true, Some.User, Now)],
        _ when type == typeof(CommanderNotFound) => [new CommanderNotFound("S0123456", "plan_upgrade_required", Some.User, Now), new CommanderNotFound("S0123456", "", Some.User, Now)],
        _ when type == typeof(Verdict.No) => [new Verdict.No("redact", [Permitted.Commander, Permitted.Author], null), new Verdict.No("resolve", [Permitted.Responders, .. Enumerable.Range(0, 99).Select(i => new Permitted.Group($"S0123456{i}"))], "S012345678")],
        _ when type == typeof(CommandOffer) => [new CommandOffer(Some.OtherUser, Some.User, Some.Moment, Now)],
        _ when type == typeof(CommandOffered) => [new CommandOffered(Some.OtherUser, Now, Some.User, Now)],
        _ when type == typeof(IReadOnlyList<TimelineEntry>) => [Array.Empty<TimelineEntry>(), Enumerable.Repeat(Entries()[0], 6).ToList()],
        _ when type == typeof(RoleGiven) => [new RoleGiven(WorstRole(0), Some.User, Some.OtherUser, Some.User, Now), new RoleGiven(Options.Roles[1], null, Some.OtherUser, Some.User, Now)],
        _ when type == typeof(Func<string, string[]>) => [(string key) => Enumerable.Repeat(Some.User.Value, key.EndsWith('1') ? Role.MostHolders : 1).ToArray()],
        _ when type == typeof(RetroWords) => [new RetroWords(""), new RetroWords(new string('<', 200)) { Summary = new string('&', 2_000), Severity = "sev1", IsPrivate = true, Times = Enum.GetValues<NamedTime>().ToDictionary(moment => moment, _ => new string('9', 60)) }],
        _ when type == typeof(TeamDirectory) => [TeamDirectory.Empty, Teams],
        _ when type == typeof(Team) => [Teams.All[0].Team, new Team("k", "x")],
        _ when type == typeof(OwnerQuestion) => [new OwnerQuestion(Teams.All[0].Services[0].Service, Teams.All[0].Team)],
        _ when type == typeof(InvolvedTeam) => [new InvolvedTeam(Teams.All[0].Team)],
        _ when type == typeof(Service) => name == "through" ? [null, Teams.All[0].Services[0].Service] : [Teams.All[0].Services[0].Service],
        _ when type == typeof(ChannelId) => [Some.Channel],
        _ when type == typeof(ChannelId?) => [null, Some.Channel],
        _ when type == typeof(BotOptions) => [Options, Options with { CardEmoji = Many("take"), TimelineEmoji = Many(EntryKind.Fix), Severities = new SeverityScale([.. Enumerable.Range(1, 9).Select(Level)]), Lifecycle = States, Teams = Teams, Detection = new DetectionSources([.. Enumerable.Range(1, 20).Select(i => new KnownSource(new DetectionSource($"a_long_key_{i}", new string('W', 40))))]) }],
        _ when type == typeof(DigestSight) => [new DigestSight([], [], []), .. Incidents().Select(incident => new DigestSight([.. Enumerable.Repeat(incident, DigestSight.Most)], [.. Enumerable.Repeat(incident, DigestSight.Most)], [.. Enumerable.Repeat(incident, DigestSight.Most)]))],
        _ when type == typeof(TimeZoneInfo) => [TimeZoneInfo.Utc],
        _ when type == typeof(HomeSight) => [.. Incidents().Where(incident => incident.Review is not null).Select(incident => new HomeSight(
            Filled(incident), Filled(incident), [.. Enumerable.Range(0, HomeSight.Most).Select(i => new TaskOf(Tasks[0] with { Number = i }, incident))], Filled(incident), Filled(incident)))],
        _ when type == typeof(SeverityScale) => [SeverityScale.Default, new SeverityScale([.. Enumerable.Range(1, 9).Select(Level)])],
        _ when type == typeof(IReadOnlyList<string>) => [Array.Empty<string>(), Enumerable.Range(1, 50).Select(i => $"#{int.MaxValue - i}").ToList()],
        _ when type == typeof(Severity) => [Severity.Unset, Level(1).Severity],
        _ when type == typeof(IncidentStatus) => [IncidentStatus.Triage, new IncidentStatus("longest", new string('W', 40), IncidentPhase.Closed)],
        _ when type == typeof(ImpactEstimate) => [WorstImpact, WorstImpact with { Affected = WorstImpact.Affected with { Count = null, AreDistinct = false } }],
        _ when type == typeof(PeopleCount) => [new PeopleCount(0, 100_000_000_000)],
        _ when type == typeof(DetectionSource) => [new DetectionSource("longest", new string('W', 40))],
        _ when type == typeof(Usage) => [.. Usages],
        _ when type == typeof(IReadOnlyList<Usage>) => [Usages],
        _ when type == typeof(Incident) => [.. Incidents()],
        _ when type == typeof(IReadOnlyList<Incident>) => [Array.Empty<Incident>(), .. Incidents().Where(incident => name != "owed" || incident.Review is not null).Select(incident => Enumerable.Repeat(incident, Most(name)).ToList())],
        _ when type == typeof(Declaration) => [.. Titles.Select(title => new Declaration(title, Words, Severity.Unset, IsPrivate: false, Some.User))],
        _ when type == typeof(Review) => [Some.Review(), .. Ends().Select(end => Some.Review(end))],
        _ when type == typeof(WordsChange) => [.. Enum.GetValues<EntryChange>().Select(change => new WordsChange(change, Some.OtherUser))],
        _ when type == typeof(TimelineEntry) => [.. Entries()],
        _ when type == typeof(TaskAdded) || type == typeof(TaskEvent) => [.. Tasks.Select(task => new TaskAdded(task, Some.User, Now))],
        _ when type == typeof(Going) => [new Going(IncidentStatus.Closed, Words) { OpenTasks = [.. Enumerable.Repeat(Tasks[0], CloseReplies.MostTasks)] }],
        _ when type == typeof(TaskRef) => [new TaskRef(Incidents().First().Id, int.MaxValue)],
        _ when type == typeof(AtHand) => [AtHand.Nothing, new AtHand(int.MaxValue, int.MaxValue, [.. Enumerable.Repeat(Entries()[0], AtHand.Most)]), AtHand.Nothing with { GoesOnAs = Incidents().First() }],
        _ when type == typeof(Knowledge) => [.. Incidents().Select(incident => new Knowledge(incident, Now, new WhatChanged([.. Enumerable.Repeat(Entries()[0] with { Permalink = Link[..900] }, Knowledge.MostChanges)], int.MaxValue - 9), [.. Enumerable.Repeat(Tasks[0], 200)], [.. Enumerable.Repeat(Entries()[0] with { Permalink = Link[..300] }, 200)], "https://example.slack.com/archives/C000000001/p1930032001000100") { UpdateDueAt = Now, FollowUps = [.. Enumerable.Repeat(Tasks[0], 200)], GoesOn = Words[..270] })],
        _ when type == typeof(IncidentTask) => [.. Tasks],
        _ when type == typeof(IReadOnlyList<IncidentTask>) => [Array.Empty<IncidentTask>(), .. Tasks.Select(task => Enumerable.Repeat(task with { Number = int.MaxValue }, 20).ToList())],
        _ when type == typeof(IReadOnlyList<UserId>) => [Array.Empty<UserId>(), Enumerable.Repeat(Some.User, 1_000).ToList()],
        _ when type == typeof(Page<IncidentTask>) => [.. Pages(Array.Empty<IncidentTask>(), 0), .. Tasks.Select(task => FullPage(i => task with { Number = int.MaxValue - i }))],
        _ when type == typeof(Page<TaskOf>) => [.. Pages(Array.Empty<TaskOf>(), 0), .. Tasks.Select(task => FullPage(i => new TaskOf(task with { Number = int.MaxValue - i }, Full(Titles[0]))))],
        _ when type == typeof(Page<TimelineLine>) => [.. Pages(Entries().Select(entry => new TimelineLine(entry, new WordsChange(EntryChange.Reworded, Some.OtherUser))), ShowTimeline.PageSize)],
        _ when type == typeof(EntryVersion) => [.. Revisions().Select(Version)],
        _ when type == typeof(Page<EntryVersion>) => [.. Pages(Revisions().Select(Version), History.PageSize), .. Pages(Revisions().Select(Version), History.EntryPageSize)],
        _ when type == typeof(Page<InboxRow>) => [.. Pages(CameIn(), ShowLedger.PageSize)],
        _ when type == typeof(IReadOnlyList<OutboxRow>) => [Array.Empty<OutboxRow>(), Enumerable.Repeat(Owed(), ShowLedger.MostUnsent).ToList()],
        _ when type == typeof(EntryRevision) => [.. Revisions()],
        _ when type == typeof(Decision.Accepted) => [.. Of(typeof(IncidentEvent), "").Select(happened => new Decision.Accepted(Full(Titles[0]), [(IncidentEvent)happened!]))],
        _ when type.IsSubclassOf(typeof(IncidentEvent)) && !type.IsAbstract => [.. Made(type)],
        _ when type.IsEnum => [.. Enum.GetValues(type).Cast<object>()],
        _ when type.IsAbstract => [.. Kinds(type).SelectMany(Made)],
        _ => throw new NotSupportedException($"Say what the worst {type.Name} is."),
    };

    /// <summary>Each part as long as its field takes, and each longer than that: typed as its &amp; is, or by another way.</summary>
    private static StatusUpdate[] Updates { get; } = [Update(Slack.Blocks.BlockLimits.PlainTextInputMax), Update(Slack.Blocks.BlockLimits.PlainTextInputMax + 1)];

    private static StatusUpdate Update(int length) => new("x", Some.User, Now)
    {
        Audience = UpdateAudience.External,
        Parts = new UpdateParts(string.Concat(Enumerable.Repeat("&amp;", length)), Long('x', length), string.Concat(Enumerable.Repeat("&amp;", length))),
    };

    public static Incident Full(string title) => Some.Incident(int.MaxValue, title, Severity.Sev1, commander: Some.OtherUser) with
    {
        Summary = Filled("<!channel> & 👨‍👩‍👧‍👦\n", 2_000),
        AcknowledgedBy = Some.User,
        AcknowledgedAt = Some.Moment.AddMinutes(61),
        Services = [.. Teams.Services.Select(known => known.Service)],
        Teams = [.. Teams.All.Select(known => new InvolvedTeam(known.Team))],
        Custody = Custody.Of(Enumerable.Range(0, 100).Select(i => new CustodyLink(i % 2 == 0 ? Some.User : null, Some.Moment.AddMinutes(i)))),
        Roles = RoleHolders.Of(Enumerable.Range(0, 10).SelectMany(i => Enumerable.Range(0, Role.MostHolders).Select(_ => new RoleHolder(WorstRole(i).Key, WorstRole(i).Name, Some.User)))),
        LastUpdate = new StatusUpdate(Words, Some.OtherUser, Some.Moment.AddHours(1)) { Audience = UpdateAudience.External },
        SnoozedUntil = Now,
        Review = Some.Review(),
        Impacts = new ImpactHistory(Enumerable.Repeat(WorstImpact, ImpactHistory.Most)),
        Times = new IncidentTimes(Enum.GetValues<NamedTime>().Select(name => new Stamp(name, Some.Moment.AddMinutes(-(int)name), IsGiven: true))),
        DetectedBy = new DetectionSource("longest", new string('W', 40)),
        Version = int.MaxValue,
    };

    /// <summary>As many as the configuration takes, each as long.</summary>
    private static TeamDirectory Teams { get; } = new([
        .. Enumerable.Range(1, 50).Select(i => new KnownTeam(new Team($"a_long_team_key_{i}", new string('"', 40)) { Group = "S0123456789", Channel = Some.Channel, Lead = Some.User })
        {
            Services = [.. Enumerable.Range(1, 2).Select(j => new KnownService(new Service($"a_service_{i}_{j}", new string('W', 40))))],
        }),
    ]);

    private static string[] Wishes { get; } =
        [.. typeof(ReminderKinds).GetFields().Select(field => (string)field.GetValue(null)!).Append("of-tomorrow")];

    private static string Long(char letter, int length) => new(letter, length);

    private static Role WorstRole(int i) => new($"key-{i}", new string('<', 40), $"a-rather-long-word-{i}", new string('&', 200), IsForSeveral: i % 2 == 1);

    private static IEnumerable<Incident> Incidents() =>
        from title in Titles
        let full = Full(title)
        let over = full with { Status = IncidentStatus.Resolved, ResolvedAt = Now }
        from incident in new[]
        {
            full,
            full with { Channel = null, Card = null, Commander = null, AcknowledgedAt = null, AcknowledgedBy = null, LastUpdate = null, Review = null, Summary = "" },
            over,
            over with { Status = IncidentStatus.Closed, ClosedAt = Now, IsPrivate = true },
            full with { Status = IncidentStatus.Declined, Review = null },
            over with { IsRetroactive = true },
            full with { Status = new IncidentStatus("longest", new string('W', 40), IncidentPhase.Live) },
            full with { IsDrill = true, CouldNotDo = [.. Enumerable.Range(1, 10).Select(i => new Undone(Extra.Invite, new UserId($"U{i:000000000}"), "an_error_code_of_some_length"))] },
        }.Concat(Ends().Select(end => over with { Review = Some.Review(end) }))
        select incident;

    private static ReviewEnd[] Ends() => [new ReviewEnd.Done(Link), new ReviewEnd.Waived(Words)];

    private static IncidentTask[] Tasks { get; } =
    [
        Some.Task(Slack.Blocks.Mrkdwn.Truncate(Words, IncidentTask.LongestText)) with { Number = int.MaxValue, Owner = Some.OtherUser, DueAt = Now, Permalink = Link },
        Some.Task("x") with { Sort = TaskSort.FollowUp, State = TaskState.Dropped },
        Some.Task(),
    ];

    private static EntryFiles Files { get; } = EntryFiles.Of(Enumerable.Range(1, 10).Select(i => new EntryFile($"F{i}", Titles[i % 4], long.MaxValue, FileFate.NotCopied, "", Titles[3])));

    private static IEnumerable<Page<T>> Pages<T>(IEnumerable<T> rows, int size) =>
        rows.Select(row => new Page<T>([.. Enumerable.Repeat(row, size)], 10_000, int.MaxValue, int.MaxValue))
            .Append(new Page<T>([], 1, 0, 0)).Append(new Page<T>([], 10_000, int.MaxValue, 0));

    private static Page<T> FullPage<T>(Func<int, T> row) => new([.. Enumerable.Range(0, TaskLists.PageSize).Select(row)], 10_000, int.MaxValue, int.MaxValue);

    private static IEnumerable<InboxRow> CameIn() => Enum.GetValues<InboxState>().Select(state => new InboxRow
    {
        Id = long.MaxValue,
        TeamId = "T1",
        Key = "Ev1",
        Kind = "message-read",
        Body = [],
        Source = InboxSource.Learned,
        State = state,
        Outcome = Outcome.Failed,
        OutcomeWords = Titles[3],
        NextTryAt = Now,
        CameAgain = int.MaxValue,
    });

    private static OutboxRow Owed() => new()
    {
        Id = long.MaxValue,
        TeamId = "T1",
        Stream = "channel",
        Kind = "post-message",
        Payload = "",
        Error = Titles[3],
        TurnAt = Now,
    };

    private static TimelineEntry[] Entries() =>
    [
        Some.Entry(Words, EntryKind.DeadEnd) with { AuthorName = Titles[3], Permalink = Link, Files = Files },
        Some.Entry(Words) with { Happened = new HappenedAt(null, Words, TimePrecision.Unknown), Author = null },
        Some.Entry("", EntryKind.RootCause) with { Happened = new HappenedAt(Now, "14:05 America/Argentina/ComodRivadavia", TimePrecision.Minute) },
    ];

    private static IEnumerable<EntryRevision> Revisions() =>
        from entry in Entries()
        from change in Enum.GetValues<EntryChange>()
        select new EntryRevision(entry with { Number = int.MaxValue, State = EntryState.Hidden | EntryState.SourceDeleted }, change, Some.OtherUser, Words, Now);

    private static EntryVersion Version(EntryRevision revision) =>
        EntryVersion.Of(revision.After, revision.Change, revision.By, revision.Why, revision.At) with { Sequence = int.MaxValue };

    private static IEnumerable<Type> Kinds(Type type) => type.Assembly.GetTypes().Where(kind => kind.IsSubclassOf(type) && !kind.IsAbstract);

    private static IEnumerable<object?> Made(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(each => each.GetParameters().Length).First();
        var arguments = constructor.GetParameters().Select(parameter => Of(parameter.ParameterType, parameter.Name!)).ToList();
        var most = arguments.Select(values => values.Count).DefaultIfEmpty(1).Max();
        return Enumerable.Range(0, most).Select(i => constructor.Invoke([.. arguments.Select(values => values[i % values.Count])]));
    }

    private static string Text(string name) => name.ToLowerInvariant() switch
    {
        "rule" => "sev:gone",
        "callbackid" => "add_to_timeline",
        "remembered" => QuestionForm.Remember(new Question("Waive the review", new string('x', 80), new string('x', 80), true), new CommandLine(int.MaxValue, "review", "waive"), Some.Channel),
        "user" => Some.User.Value,
        "channel" => Some.Channel.Value,
        "group" => "S0123456789",
        "error" or "reason" when name == "error" => "channel_is_limited_access",
        "link" => Link,
        "verb" => "take",
        _ => Words,
    };

    private static int Most(string name) => name switch { "owed" => 15, "alike" => 3, _ => 20 };

    private static ImpactEstimate WorstImpact { get; } = new(
        new AffectedUsers(new PeopleCount(0, 100_000_000_000), AreDistinct: true) { Source = new string('W', 120), Window = new string('W', 120), Link = Link },
        new DailyActiveUsers(new PeopleCount(1, 100_000_000_000)) { Source = new string('W', 120), Link = Link },
        Some.User,
        Now);

    private static Lifecycle States { get; } = new([
        .. Lifecycle.Default.States, .. Enumerable.Range(1, 12).Select(i => new LifecycleState(new IncidentStatus($"a_long_key_{i}", new string('W', 40), IncidentPhase.Live)) { Words = [new string('w', 40)] }),
    ]);

    /// <summary>As long as the configuration lets it be.</summary>
    private static SeverityLevel Level(int rank) =>
        new(new Severity($"sev{rank}", rank, new string('W', 40), ":a_rather_long_emoji_name_123:")) { Description = new string('w', 200) };

    private static Dictionary<string, T> Many<T>(T meaning) => Enumerable.Range(1, 150).ToDictionary(i => $"a_rather_long_emoji_name_{i}", _ => meaning);

    private static List<Incident> Filled(Incident with) => [.. Enumerable.Repeat(with, HomeSight.Most)];

    private static string Filled(string with, int length) => string.Concat(Enumerable.Repeat(with, (length / with.Length) + 1))[..(length / with.Length * with.Length)];

    private static IReadOnlyList<Usage> ReadUsages()
    {
        using var services = new ServiceCollection().AddLogging().AddMessaging().BuildServiceProvider();
        return services.GetRequiredService<CommandRouter>().Usages;
    }
}
