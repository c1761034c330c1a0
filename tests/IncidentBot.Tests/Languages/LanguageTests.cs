using IncidentBot.TestKit;
using IncidentBot.Wording.Languages;

namespace IncidentBot.Tests.Languages;

/// <summary>Who reads what in which language.</summary>
public sealed class LanguageTests
{
    private const string ForPersons = "language: { persons: on }";

    [Fact]
    public async Task Whoever_set_slack_to_german_is_answered_in_german_and_the_channel_reads_the_workspaces_language()
    {
        await using var bot = await GermanAliceAsync(ForPersons);
        var incident = await bot.Alice.Declares();

        var answer = await bot.Alice.In(incident).Asks("/incident take");
        var bobs = await bot.Bob.In(incident).Asks("/incident ack");

        Assert.Contains("Du leitest den Vorfall jetzt", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("gesehen", bobs, StringComparison.Ordinal);
        Assert.Contains(await bot.SaidInAsync(incident), said => said.Contains("took command", StringComparison.Ordinal));
        Assert.Contains("Severity", (await bot.CardAsync(incident)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Slack_is_asked_of_those_who_are_answered_again_after_half_a_day_and_not_of_those_who_are_ignored()
    {
        await using var bot = await GermanAliceAsync(ForPersons);
        await bot.Bob.Declares();
        var announcement = (await bot.MessagesAsync(bot.Announcements))[^1];
        await bot.Dana.In(bot.Announcements).Reacts(announcement.Ts, "tada");
        await bot.Bob.In(bot.General).Asks("/incident help");
        var before = await AskedOfAsync(bot, bot.Bob);

        await bot.LaterAsync(TimeSpan.FromHours(13));
        var meanwhile = await AskedOfAsync(bot, bot.Bob);
        await bot.Bob.In(bot.General).Asks("/incident help");

        Assert.InRange(before, 1, 2);
        Assert.Equal(meanwhile + 1, await AskedOfAsync(bot, bot.Bob));
        Assert.Equal(0, await AskedOfAsync(bot, bot.Dana));
    }

    private static async Task<int> AskedOfAsync(TestBot bot, TestPerson person) =>
        (await bot.Store.OutboxAsync()).Count(row => row.Kind == "look-up-person" && row.Payload.Contains(person.Id, StringComparison.Ordinal));

    [Fact]
    public async Task Forms_their_errors_direct_messages_and_the_home_tab_come_in_the_persons_language()
    {
        await using var bot = await GermanAliceAsync(ForPersons);
        var incident = await bot.Bob.Declares();

        await bot.Alice.In(bot.General).Types("/incident declare");
        await bot.SettlesAsync();
        var form = (await bot.Alice.Form())!.Value.GetRawText();
        var errors = (await bot.Alice.Submits(("title", "  "))).Errors;
        await bot.Bob.In(incident).Asks($"/incident commander {bot.Alice.Mention}");
        var home = (await bot.Alice.OpensHome()).GetRawText();

        Assert.Contains("Was geht nicht?", form, StringComparison.Ordinal);
        Assert.Contains("in wenigen Worten", Assert.Single(errors!).Value, StringComparison.Ordinal);
        Assert.Contains(await bot.Alice.DirectMessages(), message => message.Text.Contains("Leitung", StringComparison.Ordinal));
        Assert.Contains("Vorfall melden", home, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_german_workspace_reads_german_in_its_channels_and_whoever_is_not_known_yet_too()
    {
        await using var bot = await TestBot.StartConfiguredAsync("language: { workspace: de, persons: off }");

        var incident = await bot.Alice.Declares();
        var answer = await bot.Alice.In(incident).Asks("/incident take");

        Assert.Contains("Du leitest den Vorfall jetzt", answer, StringComparison.Ordinal);
        Assert.Contains("Schweregrad", (await bot.CardAsync(incident)).Text, StringComparison.Ordinal);
        Assert.Contains("Vorfall gemeldet", await bot.Alice.In(incident).Asks("/incident timeline"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Why_something_was_undone_is_written_in_the_language_of_the_timeline_whoever_undid_it()
    {
        await using var bot = await TestBot.StartConfiguredAsync("language: { workspace: de, persons: on }");
        await bot.Alice.Hands.ChangeProfileAsync(locale: "en-US");
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);
        await here.Asks("/incident sev 3");

        await here.Presses(await here.AsksFor("/incident sev 1"), "Undo");
        await bot.SettlesAsync();

        Assert.Contains(await bot.Store.TimelineAsync(incident), entry => entry.Text.EndsWith(": ein Versehen, rückgängig gemacht", StringComparison.Ordinal));
        Assert.Contains("Severity", (await here.Whispers())[^1].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Subscribing_to_a_severity_is_answered_with_its_german_name()
    {
        await using var bot = await GermanAliceAsync(ForPersons);

        var answer = await bot.Alice.In(bot.General).Asks("/incident subscribe sev1");

        Assert.Contains("Du hörst direkt von Vorfällen mit SEV-1 KRITISCH", answer, StringComparison.Ordinal);
        Assert.Contains("SEV-2 HOCH und schlimmer", await bot.Alice.In(bot.General).Asks("/incident subscribe sev2"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_of_ones_own_go_before_ours()
    {
        await using var bot = await TestBot.StartConfiguredAsync("language: { persons: off }\ntexts:\n  en:\n    You command now.: You are the captain now.");
        var incident = await bot.Alice.Declares();

        Assert.Contains("You are the captain now.", await bot.Alice.In(incident).Asks("/incident take"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_sentence_is_found_by_its_english_form_with_what_is_put_in()
    {
        var own = Language.English.With(new Dictionary<string, string> { ["{0} commands {1} already."] = "{1}: {0} tut das schon.", ["Undo"] = "Zurück" });
        using var spoken = own.Speak();
        var (a, b) = ("A", "B");

        Assert.Equal("B: A tut das schon.", Sentences.Speak($"{a} commands {b} already."));
        Assert.Equal("1.5 {x} stays", Sentences.Speak($"{1.5} {{x}} stays"));
        Assert.Equal("Zurück", Sentences.Speak("Undo"));
        Assert.Equal("What nobody wrote otherwise", Sentences.Speak("What nobody wrote otherwise"));
    }

    [Fact]
    public async Task German_words_are_understood_and_german_numbers_said()
    {
        await using var bot = await GermanAliceAsync(ForPersons);
        var incident = await bot.Alice.Declares();
        var here = bot.Alice.In(incident);

        await here.Asks("/incident sev hoch Zahlungen gehen nicht");
        await here.Asks("/incident detected von Kunden");
        await here.Asks("/incident status Untersuchung");
        var share = await here.Asks("/incident impact 200 verschiedene von 60.000");
        await here.Asks("/incident status behoben");

        var stands = await bot.Store.IncidentAsync(incident);
        Assert.Equal(("sev2", "customer", "resolved"), (stands.Severity.Key, stands.DetectedBy!.Key, stands.Status.Key));
        Assert.Contains("0,33 %", share, StringComparison.Ordinal);
        Assert.Contains("60.000", share, StringComparison.Ordinal);
    }

    /// <summary>Somebody is known once they have spoken to the bot.</summary>
    private static async Task<TestBot> GermanAliceAsync(string yaml)
    {
        var bot = await TestBot.StartConfiguredAsync(yaml);
        await bot.Alice.Hands.ChangeProfileAsync(locale: "de-DE");
        await bot.Alice.In(bot.General).Asks("/incident list");
        return bot;
    }
}
