using IncidentBot.Evidence;
using IncidentBot.Slack.WebApi;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Evidence;

/// <summary>The timeline with its proof, for whoever asks in Slack.</summary>
public sealed class SendExportTests
{
    [Theory]
    [InlineData("language: { persons: off }")]
    [InlineData("language: { persons: on }")]
    public async Task Whoever_asks_gets_the_bundle_directly_and_it_is_whole(string language)
    {
        await using var bot = await TestBot.StartConfiguredAsync(language);
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident note cache restarted");

        Assert.Equal("The timeline of #1 comes to you as a direct message, in a file. Nobody else sees it.", await bot.Alice.In(incident).Asks("/incident export"));

        var (name, bundle) = Assert.Single(await BundlesAsync(bot, bot.Alice));
        var verdict = await BundleCheck.OfAsync(bundle, "", default);
        Assert.Collection(
            verdict.Sentences,
            whole => Assert.StartsWith("The timeline of incident #1 is unbroken: 2 versions", whole, StringComparison.Ordinal),
            rest => Assert.StartsWith("Not covered: ", rest, StringComparison.Ordinal),
            end => Assert.StartsWith("Whether the latest versions were left off only a checkpoint tells", end, StringComparison.Ordinal));
        Assert.Contains(await bot.Alice.DirectMessages(), message => message.Text.Contains($"`incidentbot verify {name}`", StringComparison.Ordinal));
        Assert.DoesNotContain(await bot.MessagesAsync(incident.Channel), message => message.Text.Contains(name, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_that_was_lost_sends_it_no_second_time()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Client.FaultAsync("files.completeUploadExternal", "lost_answer");
        await bot.Alice.In(incident).Asks("/incident export");

        await bot.LaterAsync(TimeSpan.FromMinutes(2));

        Assert.Single(await BundlesAsync(bot, bot.Alice));
    }

    [Fact]
    public async Task Where_files_are_forbidden_the_asker_is_told_what_to_do_instead()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Client.FaultAsync("files.getUploadURLExternal", "file_uploads_disabled");
        await bot.Alice.In(incident).Asks("/incident export");
        await bot.SettlesAsync();

        Assert.Contains(await bot.Alice.DirectMessages(), message => message.Text.StartsWith("The timeline of #1 could not be sent (`file_uploads_disabled`).", StringComparison.Ordinal));
        Assert.Empty(await BundlesAsync(bot, bot.Alice));
    }

    [Fact]
    public async Task A_private_incident_is_exported_only_for_those_who_may_know_of_it()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Alice.Uses("declare_incident");
        await bot.SettlesAsync();
        await bot.Alice.Submits(("title", "Payroll leaked"), ("privacy", new[] { "private" }));
        await bot.SettlesAsync();
        var incident = await bot.Store.NewestAsync();

        Assert.StartsWith($"There is no incident #{incident.Number} that you can see here.", await bot.Bob.In(bot.General).Asks($"/incident #{incident.Number} export"), StringComparison.Ordinal);
        Assert.Empty(await BundlesAsync(bot, bot.Bob));
    }

    /// <summary>The files in the direct conversation with the bot, as the bot's own token gets them.</summary>
    private static async Task<IReadOnlyList<(string Name, Stream Bundle)>> BundlesAsync(TestBot bot, TestPerson person)
    {
        using var http = new HttpClient(SlackApiClient.CreateHandler());
        var slack = new SlackApiClient(new SlackApiOptions { BaseUrl = bot.Sandbox.ApiUrl, BotToken = bot.Sandbox.BotToken }, http, TimeProvider.System);
        var found = new List<(string, Stream)>();
        foreach (var file in (await slack.Conversations.History(await slack.Conversations.Open([person.Id]))).Messages.SelectMany(message => message.Files))
        {
            var bundle = new MemoryStream();
            await slack.Download(file.UrlPrivateDownload!, file.Mimetype!, bundle, 1_000_000);
            bundle.Position = 0;
            found.Add((file.Name!, bundle));
        }
        return found;
    }
}
