using IncidentBot.Configuration;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Wording;

namespace IncidentBot.Tests.Configuration;

/// <summary>The configuration is read as people write it, and every slip in it has its line.</summary>
public sealed class ConfigFileTests
{
    [Theory]
    [InlineData("commander: anyone", "line 1: commander: \"anyone\" is not one of ask, declarer, or the id of a Slack user group")]
    [InlineData("commander: 1", "line 1: commander: \"1\" is not one of ask, declarer, or the id of a Slack user group")]
    [InlineData("commander: [ask]", "line 1: commander: one word or number belongs there, not a list or a section.")]
    [InlineData("\n\ncomander: ask", "line 3: there is no comander. Did you mean commander?")]
    [InlineData("wholly_different: 1", "line 1: there is no wholly_different.")]
    [InlineData("announcement_channel: incidents", "line 1: announcement_channel: \"incidents\" is not a channel id.")]
    [InlineData("announcement_channel: U0123456", "line 1: announcement_channel: \"U0123456\" is not a channel id.")]
    [InlineData("announcement_channel: C01 234", "line 1: announcement_channel: \"C01 234\" is not a channel id.")]
    [InlineData("emoji:\n  card:\n    eyes: celebrate", "line 3: emoji.card.eyes: \"celebrate\" is not a command. Write one of ")]
    [InlineData("emoji:\n  card:\n    eyes: akc", "line 3: emoji.card.eyes: \"akc\" is not a command. Did you mean ack? Write one of ack, ")]
    [InlineData("emoji:\n  card:\n    eyes:", "line 3: emoji.card.eyes: \"\" is not a command.")]
    [InlineData("emoji:\n  timeline:\n    tada: party", "line 3: emoji.timeline.tada: \"party\" is not a kind of entry. Write one of note, deploy,")]
    [InlineData("emoji:\n  timeline:\n    tada: role", "line 3: emoji.timeline.tada: \"role\" is not a kind of entry.")]
    [InlineData("emoji:\n  card:\n    eyes: sev 9", "line 3: emoji.card.eyes: there is no severity \"9\". Write one of 1, 2, 3.")]
    [InlineData("emoji:\n  card:\n    eyes: sev critcal", "line 3: emoji.card.eyes: there is no severity \"critcal\". Did you mean critical? Write one of 1, 2, 3.")]
    [InlineData("emoji:\n  card:\n    eyes: status monitorng", "line 3: emoji.card.eyes: there is no state \"monitorng\". Did you mean monitoring? Write one of triage,")]
    [InlineData("emoji:\n  card:\n    eyes: role scrib take", "line 3: emoji.card.eyes: there is no role \"scrib\". Did you mean scribe? Write one of commander,")]
    [InlineData("emoji:\n  card:\n    eyes: team payments", "line 3: emoji.card.eyes: there is no team \"payments\". There are none in this file.")]
    [InlineData("emoji:\n  timeline:\n    white_check_mark: fix", "line 3: emoji.timeline.white_check_mark: this is the mark I put under a message myself")]
    [InlineData("emoji:\n  tasks:\n    \":heavy_exclamation_mark:\": task", "line 3: emoji.tasks.:heavy_exclamation_mark:: this is the mark I put under a message myself")]
    [InlineData("nudges: { deputy: comunications }", "line 1: nudges.deputy: there is no role \"comunications\". Did you mean communications? Write one of commander,")]
    [InlineData("emoji:\n  timelin:\n    tada: fix", "line 2: there is no emoji.timelin. Did you mean timeline?")]
    [InlineData("emoji: none", "line 1: emoji: a section with lines of its own belongs there.")]
    [InlineData("reviews:\n  due: 2", "line 2: reviews.due: \"2\" is not a duration")]
    [InlineData("reviews:\n  due: -2d", "line 2: reviews.due: \"-2d\" is not a duration")]
    [InlineData("reviews:\n  due: 0d", "line 2: reviews.due: \"0d\" is not a duration")]
    [InlineData("reviews:\n  due: soon", "line 2: reviews.due: \"soon\" is not a duration")]
    [InlineData("reviews:\n  remind_before: 1w", "line 2: reviews.remind_before: \"1w\" is not a duration")]
    [InlineData("reviews:\n  chase_every: 10s", "line 2: reviews.chase_every: \"10s\" is not a duration")]
    [InlineData("reviews:\n  chase_every: 0.5m", "line 2: reviews.chase_every: \"0.5m\" is not a duration")]
    [InlineData("reviews:\n  chase_every: 999999999d", "line 2: reviews.chase_every: \"999999999d\" is not a duration")]
    [InlineData("roles:\n  - key: commander\n  - chef", "line 3: roles: each line of this list is a section of its own")]
    [InlineData("roles:\n  - key: commander\n  - { key: cook, holders: 3 }", "line 3: roles[2].holders: \"3\" is not one of one, several.")]
    [InlineData("roles:\n  - key: commander\n  - { key: cook, short: The Chef }", "line 3: roles[2].short: \"The Chef\" cannot be typed for a role.")]
    [InlineData("roles:\n  - key: commander\n  - { key: The cook }", "line 3: roles[2].key: \"The cook\" cannot be typed for a role.")]
    [InlineData("roles:\n  - key: commander\n  - { name: Cook }", "line 3: roles[2].key is missing.")]
    [InlineData("roles:\n  - key: commander\n  - key: commander", "line 3: roles[2].key: two roles have the key commander.")]
    [InlineData("roles:\n  - { key: commander, short: lead }\n  - key: cook\n    short: lead", "line 4: roles[2].short: two roles are called lead.")]
    [InlineData("roles:\n  - { key: commander, holders: several }", "line 2: roles[1].holders: command is held by one person.")]
    [InlineData("roles:\n  - { key: commander, nam: Lead }", "line 2: there is no roles[1].nam. Did you mean name?")]
    [InlineData("roles:\n  - key: cook", "line 2: roles: there must be a role commander")]
    [InlineData("nudges: { updates: maybe }", "line 1: nudges.updates: \"maybe\" is neither on nor off.")]
    [InlineData("nudges: { escalate_every: 0m }", "line 1: nudges.escalate_every: \"0m\" is not a duration")]
    [InlineData("quiet_hours: { from: 25:00 }", "line 1: quiet_hours.from: \"25:00\" is not a time of day.")]
    [InlineData("command: { tell: \"#ops\" }", "line 1: command.tell: \"#ops\" is not a channel id.")]
    [InlineData("working_hours: { from: nine }", "line 1: working_hours.from: \"nine\" is not a time of day.")]
    [InlineData("working_hours: { days: [mon, today] }", "line 1: working_hours.days: \"today\" is not a day.")]
    [InlineData("command: { offer_for: never }", "line 1: command.offer_for: \"never\" is not a duration")]
    [InlineData("commander: ask\ncommander: ask", "line 2: this is not YAML: Duplicate key commander")]
    [InlineData("emoji: [tada", "line 2: this is not YAML: While parsing a flow sequence")]
    [InlineData("emoji: {a: [b\nc: d", "line 1: this is not YAML: something is opened and never closed.")]
    [InlineData("- commander", "line 1: this is not YAML: it does not begin with a name and a colon.")]
    [InlineData("commander: ask\n---\ncommander: ask", "line 3: this is not YAML: a second document begins here.")]
    public void A_slip_is_named_with_its_line_and_what_to_write(string text, string problem)
    {
        var problems = ConfigFile.Read(text, WorstCaseCommands).Problems;

        Assert.StartsWith(problem, Assert.Single(problems).ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_holds_anyway_and_speaks_of_what_there_is_no_more_is_left_out_and_hinted_at()
    {
        var reading = ConfigFile.Read("severities:\n  - { key: bad, name: Bad, sign: x }\nroles:\n  - key: commander\n", WorstCaseCommands);

        Assert.Empty(reading.Problems);
        Assert.Equal("", reading.Options.Nudges.Deputy);
        Assert.Equal(["red_circle"], reading.Options.CardEmoji.Where(each => each.Value.StartsWith("sev", StringComparison.Ordinal)).Select(each => each.Key));
        Assert.Contains(reading.Hints, hint => hint.StartsWith("emoji.card.large_orange_circle, as it is where you write nothing, is left out: there is no severity \"2\".", StringComparison.Ordinal));
        Assert.Contains(reading.Hints, hint => hint.StartsWith("impact.suggest.sev1, as it is where you write nothing, is left out: there is no severity \"sev1\".", StringComparison.Ordinal));
        Assert.Contains(reading.Hints, hint => hint.StartsWith("nudges.deputy, as it is where you write nothing, is left out: there is no role \"communications\".", StringComparison.Ordinal));
        Assert.Empty(ConfigFile.Read("", WorstCaseCommands).Hints);
    }

    [Fact]
    public void All_slips_are_named_at_once_in_the_order_of_their_lines()
    {
        var problems = ConfigFile.Read("reviews:\n  chase_evry: 1d\n  remind_before: never\ncommander: me\n", WorstCaseCommands).Problems;

        Assert.Equal([2L, 3L, 4L], problems.Select(problem => problem.Line));
    }

    [Theory]
    [InlineData("")]
    [InlineData("# nothing but a comment")]
    [InlineData("emoji:\n  # card:\nreviews:\n")]
    public void What_nobody_writes_holds_as_the_reference_says(string text)
    {
        var options = Read(text);

        Assert.Equal((CommanderPolicy.Ask, ""), (options.Commander, options.AnnouncementChannel));
        Assert.Equal((TimeSpan.FromDays(2), TimeSpan.FromDays(1)), (options.Reviews.TimeFor(Severity.Sev1), options.Reviews.RemindBefore));
        Assert.Equal(["commander", "scribe", "comms", "expert", "responder"], options.Roles.Select(role => role.Short));
        Assert.Equal(["expert", "responder"], options.Roles.Where(role => role.IsForSeveral).Select(role => role.Key));
        Assert.Equal("take", options.CardEmoji["raising_hand"]);
        Assert.Equal(EntryKind.Note, options.TimelineEmoji["pushpin"]);
    }

    [Fact]
    public void It_is_read_as_people_write_it()
    {
        var options = Read("""
            commander: Declarer
            command: { tell_channel_after: off, tell: S0123456 }
            nudges: { updates: off, snooze: 1h, deputy: expert }
            quiet_hours: { from: off }
            working_hours: { from: 7:30, until: 16:00, days: [sun] }
            reviews:
              due: 1.5d
              chase_every: 30m
            emoji:
              card:
                ":fire:": sev 1
                tada: resolve
              timeline: { round_pushpin: dead end }
            """);

        Assert.Equal(CommanderPolicy.Declarer, options.Commander);
        Assert.Equal((null, "S0123456"), (options.Command.Free.TellChannelAfter, options.Command.Tell));
        Assert.Equal((false, true, TimeSpan.FromHours(1), "expert"), (options.Nudges.Updates, options.Nudges.Acknowledge, options.Nudges.Snooze, options.Nudges.Deputy));
        Assert.Null(options.QuietHours);
        Assert.Equal(new TimeOnly(7, 30), options.WorkingHours.From);
        Assert.Equal([DayOfWeek.Sunday], options.WorkingHours.Days);
        Assert.Equal((TimeSpan.FromHours(36), TimeSpan.FromDays(5), TimeSpan.FromMinutes(30)), (options.Reviews.TimeFor(Severity.Unset), options.Reviews.TimeFor(Severity.Sev2), options.Reviews.ChaseEvery));
        Assert.Equal(new Dictionary<string, string> { ["fire"] = "sev 1", ["tada"] = "resolve" }, options.CardEmoji);
        Assert.Equal(new Dictionary<string, EntryKind> { ["pushpin"] = EntryKind.DeadEnd }, options.TimelineEmoji);
    }

    [Fact]
    public void The_reference_is_itself_a_configuration_that_changes_nothing()
    {
        var options = Read(ConfigFile.Reference);

        Assert.Equivalent(ConfigFile.Default, options, strict: true);
    }

    [Fact]
    public void Everything_in_the_reference_says_what_it_is_for()
    {
        var lines = ConfigFile.Reference.Split('\n');

        Assert.All(
            Enumerable.Range(1, lines.Length - 1).Where(i => lines[i].TrimStart().Contains(':', StringComparison.Ordinal) && !lines[i].TrimStart().StartsWith('#')),
            i => Assert.True(
                lines[i - 1].TrimStart().StartsWith('#') || (Indent(lines[i - 1]) > 0 && Indent(lines[i - 1]) >= Indent(lines[i])) || lines[i].EndsWith(':') || lines[i - 1].EndsWith(':'),
                $"line {i + 1}: {lines[i]}"));
    }

    private static IReadOnlyList<Usage> WorstCaseCommands => Views.WorstCase.Usages;

    private static int Indent(string line) => line.Length - line.TrimStart(' ', '-').Length;

    private static BotOptions Read(string text)
    {
        var reading = ConfigFile.Read(text, WorstCaseCommands);
        Assert.Empty(reading.Problems);
        return reading.Options;
    }
}
