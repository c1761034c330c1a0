using IncidentBot.Configuration;
using IncidentBot.Messaging;
using IncidentBot.Wording;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Tests.Configuration;

/// <summary>Who may do what, as it is written by hand.</summary>
public sealed class PermissionsSectionTests
{
    private static readonly IReadOnlyList<Usage> Usages =
        [.. new ServiceCollection().AddLogging().AddMessaging().BuildServiceProvider().GetServices<ISubcommand>().Select(subcommand => subcommand.Usage)];

    [Fact]
    public void Anyone_may_do_anything_but_take_words_away_where_nobody_writes_otherwise()
    {
        var permissions = ConfigFile.Default.Permissions;

        Assert.Equal([Permitted.Commander, Permitted.Author], permissions.For("redact"));
        Assert.All(Usages.Where(usage => usage.Word != "redact"), usage => Assert.Equal([Permitted.Anyone], permissions.For(usage.Word)));
    }

    [Fact]
    public void Whoever_commands_may_too_only_where_nobody_but_groups_is_named()
    {
        var group = new Permitted.Group("S012345");

        Assert.True(Permissions.IsTheCommandersToo("edit", [group, new Permitted.Group("S054321")]));
        Assert.False(Permissions.IsTheCommandersToo("edit", [Permitted.Author, group]));
        Assert.False(Permissions.IsTheCommandersToo("redact", [group]));
    }

    [Fact]
    public void A_word_goes_before_its_group_by_either_spelling()
    {
        var permissions = Read("permissions: { moving: responders, resolve: commander, assessing: anyone, severity: [responders, S012345], redact: S012345 }").Permissions;

        Assert.Equal([Permitted.Responders], permissions.For("close"));
        Assert.Equal([Permitted.Commander], permissions.For("resolve"));
        Assert.Equal([Permitted.Responders, new Permitted.Group("S012345")], permissions.For("sev"));
        Assert.Equal([Permitted.Anyone], permissions.For("impact"));
        Assert.Equal([new Permitted.Group("S012345")], permissions.For("redact"));
    }

    [Theory]
    [InlineData("permissions:\n  resolv: commander", "line 2: there is no permissions.resolv. Did you mean resolve?")]
    [InlineData("permissions:\n  help: commander", "line 2: there is no permissions.help.")]
    [InlineData("permissions:\n  resolve: comander", "line 2: permissions.resolve: \"comander\" is nobody I know. Did you mean commander? Write anyone, responders, commander, author, or the id (S…) of a Slack user group.")]
    [InlineData("permissions:\n\n  declare: responders", "line 3: permissions.declare: this is about no single incident, which alone has responders and a commander. Write anyone, or the id (S…) of a Slack user group.")]
    [InlineData("permissions:\n  resolve: [commander, author]", "line 2: permissions.resolve: only entries of the timeline have an author. Write author for edit or redact, or with somebody else for recording.")]
    [InlineData("permissions:\n  recording: author", "line 2: permissions.recording: only entries of the timeline have an author. Write author for edit or redact, or with somebody else for recording.")]
    public void A_slip_has_its_line(string text, string problem) => Assert.Equal(problem, Assert.Single(ConfigFile.Read(text, Usages).Problems).ToString());

    [Fact]
    public void Every_word_of_a_group_is_one_and_is_in_one_group_only()
    {
        var words = WordGroup.All.SelectMany(group => group.Words).ToList();

        Assert.Equal(words.Order(), words.Distinct().Order());
        Assert.Empty(words.Except(Usages.Select(usage => usage.Word)));
        Assert.Equal(
            ["cover", "help", "subscriptions", "unsubscribe"],
            Usages.Where(usage => !usage.Hidden).Select(usage => usage.Word).Except(words).Order());
    }

    private static BotOptions Read(string text)
    {
        var reading = ConfigFile.Read(text, Usages);
        Assert.Empty(reading.Problems);
        return reading.Options;
    }
}
