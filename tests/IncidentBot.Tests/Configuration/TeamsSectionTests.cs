using IncidentBot.Configuration;
using IncidentBot.Domain.Incidents;

namespace IncidentBot.Tests.Configuration;

public sealed class TeamsSectionTests
{
    [Fact]
    public void Without_a_file_there_are_none() => Assert.Empty(ConfigFile.Default.Teams.All);

    [Fact]
    public void A_team_may_say_all_of_it_or_hardly_anything()
    {
        var reading = ConfigFile.Read(
            "teams:\n  - { key: payments, name: Payments, group: S01234567, channel: C01234567, lead: U01234567, services: [{ key: checkout, name: The checkout, words: [basket] }, { key: invoices }] }\n  - { key: search }",
            null);

        Assert.Empty(reading.Problems);
        var teams = reading.Options.Teams;
        Assert.Equal(["payments", "search"], teams.All.Select(team => team.Team.Key));
        Assert.Equal(("Payments", "S01234567", new ChannelId("C01234567"), new UserId("U01234567")), (teams.All[0].Team.Name, teams.All[0].Team.Group, teams.All[0].Team.Channel!.Value, teams.All[0].Team.Lead!.Value));
        Assert.Equal(("search", null, null, null), (teams.All[1].Team.Name, teams.All[1].Team.Group, teams.All[1].Team.Channel, teams.All[1].Team.Lead));
        Assert.Equal("checkout", teams.Service("The-Checkout")?.Key);
        Assert.Equal("payments", teams.OwnerOf(teams.Service("BASKET")!)?.Key);
        Assert.Equal("invoices", teams.Service("invoices")?.Name);
    }

    [Fact]
    public void A_team_works_by_its_own_calendar_where_it_names_one_and_else_by_everybodys()
    {
        var reading = ConfigFile.Read(
            "calendars:\n  - { key: standard, holidays: [2031-05-01 May Day] }\n  - { key: gulf, zone: Asia/Dubai, days: [sun, mon, tue, wed, thu] }\nteams:\n  - { key: payments, calendar: gulf }\n  - { key: search }",
            null);

        Assert.Empty(reading.Problems);
        Assert.Contains(DayOfWeek.Sunday, reading.Options.CalendarOf("payments").Days);
        Assert.Same(reading.Options.BusinessDays, reading.Options.CalendarOf("search"));
        Assert.Same(reading.Options.BusinessDays, reading.Options.CalendarOf("nobody"));
    }

    [Theory]
    [InlineData("teams:\n  - key: a\n    calendar: standrd", "line 3: teams[1].calendar: there is no calendar standrd. Did you mean standard?")]
    [InlineData("teams:\n  - { key: a }\n  - { key: b, name: A }", "line 3: teams[2].key: \"a\" already means the team a; each word can mean one.")]
    [InlineData("teams:\n  - { name: A }", "line 2: teams[1].key is missing.")]
    [InlineData("teams:\n  - { key: a, group: '@payments' }", "line 2: teams[1].group: \"@payments\" is not the id of a Slack user group. It begins with S; Slack shows it in the group's address.")]
    [InlineData("teams:\n  - { key: a, channel: payments }", "line 2: teams[1].channel: \"payments\" is not a channel id. It begins with C; Slack shows it at the end of the channel's details.")]
    [InlineData("teams:\n  - key: a\n    lead: alice", "line 3: teams[1].lead: \"alice\" is not a person's id. It begins with U; Slack copies it from the menu of their profile.")]
    [InlineData("teams:\n  - { key: a, name: A, services: [{ key: x }] }\n  - key: b\n    services:\n      - { key: y, words: [X] }", "line 5: teams[2].services[1].key: \"x\" already means a service of A; a service has one owner, and each word means one.")]
    [InlineData("teams:\n  - { key: a, chanel: C01234567 }", "line 2: there is no teams[1].chanel. Did you mean channel?")]
    [InlineData("teams:\n  - key: a\n    services: [x]", "line 3: teams[1].services: each line of this list is a section of its own, beginning with a dash.")]
    public void A_slip_is_named_with_its_line(string text, string problem) =>
        Assert.Equal(problem, Assert.Single(ConfigFile.Read(text, null).Problems).ToString());

    [Fact]
    public void More_than_a_menu_takes_is_said() => Assert.Equal(
        "line 2: teams: at most 100 services of all teams together; more do not fit a menu.",
        Assert.Single(ConfigFile.Read($"teams:\n  - {{ key: a, services: [{string.Join(", ", Enumerable.Range(1, 101).Select(i => $"{{ key: s{i} }}"))}] }}", null).Problems).ToString());
}
