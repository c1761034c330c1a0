using IncidentBot.Configuration;
using IncidentBot.Domain.Incidents;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Configuration;

public sealed class LifecycleSectionTests
{
    private const string Short = """
        lifecycle:
          - { key: burning, name: On fire, phase: live, words: [hot] }
          - { key: waiting, name: Waiting for the vendor, phase: live }
          - { key: out, name: Fire is out, phase: resolved }
          - { key: ended, name: Ended, phase: closed }
          - { key: nothing, name: No fire, phase: declined }
          - { key: joined, name: Joined, phase: merged }
        """;

    [Fact]
    public void Without_a_file_it_goes_as_the_domain_says()
    {
        var (lifecycle, expected) = (ConfigFile.Default.Lifecycle, Lifecycle.Default);

        Assert.Equal(expected.States.Select(state => state.Status), lifecycle.States.Select(state => state.Status));
        Assert.Equal(expected.States.SelectMany(state => state.Words), lifecycle.States.SelectMany(state => state.Words));
    }

    [Theory]
    [InlineData("lifecycle: []", "line 1: lifecycle: a state with phase live is missing; there has to be one of each.")]
    [InlineData("lifecycle:\n  - { key: a, name: A, phase: live }", "line 2: lifecycle: a state with phase resolved is missing; there has to be one of each.")]
    [InlineData("lifecycle:\n  - { key: a, name: A, phase: over }", "line 2: lifecycle[1].phase: \"over\" is not one of live, resolved, closed, declined, merged.")]
    public void A_slip_is_named_with_its_line(string text, string problem) =>
        Assert.Contains(problem, ConfigFile.Read(text, null).Problems.Select(each => each.ToString()));

    [Fact]
    public void A_word_means_one_state() => Assert.Equal(
        "line 7: lifecycle[6].key: \"hot\" already means another state; each word can mean one.",
        Assert.Single(ConfigFile.Read(Short.Replace("phase: merged", "phase: merged, words: [HOT]", StringComparison.Ordinal), null).Problems).ToString());

    [Fact]
    public async Task Cards_words_and_buttons_follow_a_lifecycle_of_ones_own()
    {
        await using var bot = await TestBot.StartConfiguredAsync(Short);
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        Assert.Contains("Status: On fire", (await bot.CardAsync(incident)).Text, StringComparison.Ordinal);

        await here.Chooses(await bot.CardAsync(incident), "Status", "Waiting for the vendor");
        await bot.SettlesAsync();
        await here.Asks("/incident status hot");
        await here.Asks("/incident resolve");

        var stored = await bot.Store.IncidentAsync(incident);
        Assert.Equal(new IncidentStatus("out", "Fire is out", IncidentPhase.Resolved), stored.Status);
        Assert.True(stored.Review!.IsOwed);
        Assert.Contains("This incident is resolved.", await here.Asks("/incident status waiting"), StringComparison.Ordinal);
        await here.Asks("/incident reopen");
        Assert.Equal("waiting", (await bot.Store.IncidentAsync(incident)).Status.Key);
        Assert.Contains("`burning` On fire (also hot)", await here.Asks("/incident help status"), StringComparison.Ordinal);
    }
}
