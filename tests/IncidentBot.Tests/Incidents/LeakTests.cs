using IncidentBot.Messaging;
using IncidentBot.Sandbox;
using IncidentBot.TestKit;
using IncidentBot.Wording;
using Microsoft.Extensions.DependencyInjection;
using Serilog.Events;

namespace IncidentBot.Tests.Incidents;

/// <summary>All that can happen happens to a private incident; then everything the bot ever said, and its whole log, is read.</summary>
public sealed class LeakTests
{
    /// <summary>In every name and text of the private incident, and nowhere else.</summary>
    private const string Secret = "zebrafink";

    private const string Configuration = """
        declaring: { offer_similar: on }
        nudges: { updates: on, acknowledge: on, escalate_every: 10m }
        command: { tell_channel_after: 10m, tell_others_after: 5m, tell: TEAMS }
        timeline: { checkpoint_every: 1h }
        digest: { channel_at: 09:00, zone: UTC }
        teams:
          - { key: vault, name: Keepers, channel: TEAMS, services: [{ key: vault, name: Vault }] }
        """;

    [Theory]
    [InlineData("en")]
    [InlineData("de")]
    public async Task Nobody_hears_a_word_of_a_private_incident_who_may_not_know_of_it(string language)
    {
        await using var bot = await StartAsync(language);
        var commander = new TestPerson(bot, bot.Client.As(await bot.Client.CreatePersonAsync("zebrafinklead", "Zebrafink Lead", "UTC")));
        var other = await bot.Dana.Declares("Elsewhere is broken");
        var guest = bot.Client.As(await bot.Client.CreatePersonAsync("pia", "Pia Partner", tz: null, team: "T0PARTNERS"));
        await guest.JoinAsync(other.Channel);
        var heard = new List<string>();
        await OutsidersSubscribeAsync(bot, guest);

        var incident = await DeclarePrivatelyAsync(bot);
        var ears = new WhatOthersHear(bot, [Secret, incident.Channel], [incident.Channel], [bot.Alice.Id, commander.Id, bot.Chiyo.Id], [bot.Dana.Hands, bot.Bob.Hands, guest]);
        await WorkAsync(bot, incident, commander, other);
        heard.AddRange(await ears.LeaksAsync());
        await OutsidersTryEverythingAsync(bot, incident, guest, other);
        heard.AddRange(await ears.LeaksAsync());
        await TroubleAsync(bot, incident);
        await bot.LaterAsync(TimeSpan.FromHours(1));
        await bot.LaterAsync(TimeSpan.FromDays(1));
        await bot.Alice.In(incident).Types("/incident resolve zebrafinkend");
        await bot.LaterAsync(TimeSpan.FromDays(8));
        await bot.RestartAsync();
        await OutsidersTryEverythingAsync(bot, incident, guest, other);
        await bot.Alice.In(incident).Types("/incident review waive zebrafinkwaiver");
        await bot.Alice.In(incident).Types("/incident close");
        await bot.SettlesAsync();

        Assert.Empty(heard.Concat(await ears.LeaksAsync()).Distinct());
        Assert.Contains(Secret, (await bot.CardAsync(incident)).Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_becomes_private_later_is_taken_back_where_it_can_be_and_nothing_new_is_heard()
    {
        await using var bot = await StartAsync("en");
        var commander = new TestPerson(bot, bot.Client.As(await bot.Client.CreatePersonAsync("zebrafinklead", "Zebrafink Lead", "UTC")));
        var other = await bot.Dana.Declares("Elsewhere is broken");
        var guest = bot.Client.As(await bot.Client.CreatePersonAsync("pia", "Pia Partner", tz: null, team: "T0PARTNERS"));
        await guest.JoinAsync(other.Channel);
        await OutsidersSubscribeAsync(bot, guest);
        var incident = await bot.Alice.Declares("Zebrafink breach of the payroll vault");
        foreach (var line in new[] { "service vault", "team not vault", "sev 3 zebrafinkreason", "sev 2", "note zebrafinkpublic" })
            await bot.Alice.In(incident).Asks($"/incident {line}");
        var ears = new WhatOthersHear(bot, [Secret, incident.Channel], [incident.Channel], [bot.Alice.Id, commander.Id, bot.Chiyo.Id], [bot.Dana.Hands, bot.Bob.Hands, guest]);
        Assert.NotEmpty(await ears.LeaksAsync());

        await bot.Alice.Hands.MakePrivateAsync(incident.Channel);
        await bot.SettlesAsync();
        await ears.FromNowOnAsync();
        await bot.LaterAsync(TimeSpan.FromSeconds(2));
        await WorkAsync(bot, incident, commander, other);
        await OutsidersTryEverythingAsync(bot, incident, guest, other);
        await bot.LaterAsync(TimeSpan.FromDays(1));
        await bot.Alice.In(incident).Types("/incident resolve zebrafinkend");
        await bot.LaterAsync(TimeSpan.FromDays(8));
        await OutsidersTryEverythingAsync(bot, incident, guest, other);

        Assert.Empty(await ears.LeaksAsync());
    }

    [Fact]
    public async Task Two_private_incidents_made_one_are_heard_of_by_nobody_else()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Dana.In(bot.General).Types("/incident subscribe all");
        var (first, second) = (await DeclarePrivatelyAsync(bot), await DeclarePrivatelyAsync(bot));
        await bot.Alice.In(second).Asks("/incident note zebrafinknote");
        await bot.Alice.In(second).Asks($"/incident task zebrafinktask {bot.Chiyo.Mention} due in 1h");
        var ears = new WhatOthersHear(bot, [Secret, first.Channel, second.Channel], [first.Channel, second.Channel], [bot.Alice.Id, bot.Chiyo.Id], [bot.Dana.Hands, bot.Bob.Hands]);

        var asked = await bot.Alice.In(second).AsksFor($"/incident merge #{first.Number}");
        await bot.Alice.In(second).Presses(asked, $"Merge into #{first.Number}");
        await bot.SettlesAsync();
        await bot.LaterAsync(TimeSpan.FromHours(2));

        Assert.Contains(await bot.SaidInAsync(first), text => text.Contains($"#{second.Number}", StringComparison.Ordinal));
        Assert.Empty(await ears.LeaksAsync());
    }

    private static async Task<TestBot> StartAsync(string language)
    {
        var bot = await TestBot.PrepareAsync();
        bot.Log.Least = LogEventLevel.Verbose;
        await bot.ConfigureAsync($"language: {{ workspace: {language} }}\n{Configuration.Replace("TEAMS", bot.Support, StringComparison.Ordinal)}");
        await bot.ComeUpAsync();
        return bot;
    }

    private static async Task OutsidersSubscribeAsync(TestBot bot, SandboxPerson guest)
    {
        foreach (var words in new[] { "subscribe all", "subscribe sev1", "digest on" })
            await bot.Dana.In(bot.General).Types($"/incident {words}");
        await bot.Dana.OpensHome();
        await bot.Bob.OpensHome();
        await guest.OpenHomeAsync();
        await bot.SettlesAsync();
    }

    private static async Task<TestIncident> DeclarePrivatelyAsync(TestBot bot)
    {
        await bot.Alice.In(bot.General).Types("/incident declare");
        await bot.SettlesAsync();
        await bot.Alice.Submits(("title", "Zebrafink breach of the payroll vault"), ("summary", "zebrafinksummary"), ("privacy", new[] { "private" }));
        await bot.SettlesAsync();
        return await bot.Store.NewestAsync();
    }

    private static async Task WorkAsync(TestBot bot, TestIncident incident, TestPerson commander, TestIncident other)
    {
        var here = bot.Alice.In(incident);
        await bot.Alice.Hands.InviteAsync(incident.Channel, [commander.Id]);
        await here.Captures("zebrafinkmessage, and we rolled back vault");
        string[] lines =
        [
            "sev 2 zebrafinkreason", "sev 1 zebrafinkworse", "ack", "note zebrafinknote", "note hypothesis: zebrafinkguess", "update zebrafinkupdate",
            $"task zebrafinktask {bot.Chiyo.Mention} due in 1h", "followup zebrafinkfollowup", $"role scribe {commander.Mention}", "take", $"handover {commander.Mention}",
            $"commander {commander.Mention}", "impact 4200 of 60000", "detected by staff 10m ago", "time impact-start 20m ago", "service vault", "team vault", "edit 3 text zebrafinkedited",
            "edit 3 hide zebrafinkhidden", "redact 4 zebrafinkredacted", "export", "timeline", "history", "ledger", "why", "times", "custody", "catchup all", "tasks", "help", "reconcile", $"merge #{other.Number}", "status identified",
            $"cover {bot.Dana.Mention} 2h",
        ];
        foreach (var line in lines)
            await here.Types($"/incident {line}");
        await bot.SettlesAsync();
        await bot.Alice.OpensHome();
        foreach (var button in new[] { "Update", "Resolve" })
        {
            if (Controls.Labels((await bot.CardAsync(incident)).Blocks).Contains(button))
                await here.Presses(await bot.CardAsync(incident), button);
        }
        await here.Types("/incident reopen");
        await bot.Alice.In(bot.General).Types($"/incident #{incident.Number} note zebrafinkelsewhere");
        await bot.SettlesAsync();
    }

    /// <summary>Every word there is, with its number and without, from those who may not know.</summary>
    private static async Task OutsidersTryEverythingAsync(TestBot bot, TestIncident incident, SandboxPerson guest, TestIncident other)
    {
        IReadOnlyList<Usage> usages = bot.Host.Services.GetRequiredService<CommandRouter>().Usages;
        foreach (var usage in usages.Where(usage => !usage.Hidden))
            await bot.Dana.In(bot.General).Types($"/incident #{incident.Number} {usage.Word}");
        foreach (var words in new[] { "list", "list closed", "digest", "tasks mine", "followups all", "subscriptions", "teams", $"#{other.Number} merge #{incident.Number}", $"#{other.Number} timeline", $"#{other.Number} ledger", $"#{other.Number} why", "declare breach of the payroll vault", "help", "nonsense" })
        {
            await bot.Dana.In(bot.General).Types($"/incident {words}");
            await guest.CommandAsync(other.Channel, $"/incident {words}");
        }
        var ts = await bot.Dana.In(bot.General).Says("Look at this");
        foreach (var shortcut in new[] { "add_to_timeline", "add_as_task" })
        {
            await bot.Dana.In(bot.General).Uses(shortcut, ts);
            await bot.SettlesAsync();
        }
        await bot.Dana.OpensHome();
        await bot.Bob.OpensHome();
        await bot.SettlesAsync();
    }

    private static async Task TroubleAsync(TestBot bot, TestIncident incident)
    {
        foreach (var (method, fault) in new[] { ("chat.postMessage", "invalid_blocks"), ("chat.update", "invalid_blocks"), ("conversations.setTopic", "http_500"), ("response_url", "lost_answer"), ("chat.postEphemeral", "http_500"), ("usergroups.users.list", "internal_error") })
        {
            await bot.Client.FaultAsync(method, fault, times: 2);
            await bot.Alice.In(incident).Types($"/incident update zebrafinktrouble {method}");
            await bot.Alice.In(incident).Types("/incident nonsensezebrafink");
            await bot.SettlesAsync();
        }
        await bot.Wire.SendFormAsync(("command", "/incident"), ("text", "zebrafinkunsigned"));
        await bot.Client.ClearFaultsAsync();
    }
}
