using IncidentBot.Domain.Incidents;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Incidents;

/// <summary>What cannot be done besides stands on the card with a way to try it again, and holds nothing up.</summary>
public sealed class CouldNotDoTests
{
    [Fact]
    public async Task What_fails_besides_stands_on_the_card_until_it_is_tried_again()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Client.FaultAsync("pins.add", "too_many_pins", times: 1);
        await bot.Client.FaultAsync("conversations.setTopic", "too_long", times: 1);

        var incident = await bot.Alice.Declares();

        var card = await bot.CardAsync(incident);
        Assert.Contains("I could not", card.Text, StringComparison.Ordinal);
        Assert.Contains("pin this card (`too_many_pins`)", card.Text, StringComparison.Ordinal);
        Assert.Contains("set the channel's topic (`too_long`)", card.Text, StringComparison.Ordinal);
        Assert.False(card.Pinned);

        await bot.Alice.In(incident).Presses(card, "Try again");
        await bot.SettlesAsync();

        card = await bot.CardAsync(incident);
        Assert.True(card.Pinned);
        Assert.DoesNotContain("could not", card.Text, StringComparison.Ordinal);
        Assert.Contains("Checkout is failing", (await bot.ChannelAsync(incident.Channel)).Topic, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_done_after_all_is_on_the_card_no_more_also_where_nobody_had_it_tried_again()
    {
        await using var bot = await TestBot.StartAsync();
        await bot.Client.FaultAsync("conversations.setTopic", "too_long", times: 1);
        var incident = await bot.Alice.Declares();
        await bot.Client.FaultAsync("conversations.invite", "cant_invite", times: 1);
        await bot.Alice.In(incident).Asks($"/incident commander {bot.Bob.Mention}");
        Assert.Contains($"add {bot.Bob.Mention} to this channel", (await bot.CardAsync(incident)).Text, StringComparison.Ordinal);

        await bot.Bob.Hands.JoinAsync(incident.Channel);
        await bot.SettlesAsync();

        Assert.Empty((await bot.Store.IncidentAsync(incident)).CouldNotDo);
        Assert.DoesNotContain("could not", (await bot.CardAsync(incident)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_invitation_that_works_the_next_time_is_on_the_card_no_more_though_nobody_had_it_tried_again()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Client.FaultAsync("conversations.invite", "cant_invite", times: 1);
        await bot.Alice.In(incident).Asks($"/incident commander {bot.Bob.Mention}");

        Assert.Single((await bot.Store.IncidentAsync(incident)).CouldNotDo);
        await bot.Alice.In(incident).Asks($"/incident commander {bot.Alice.Mention}");
        await bot.Alice.In(incident).Asks($"/incident commander {bot.Bob.Mention}");

        Assert.Empty((await bot.Store.IncidentAsync(incident)).CouldNotDo);
        Assert.Contains(bot.Bob.Id, (await bot.ChannelAsync(incident.Channel)).Members);
    }

    [Fact]
    public void A_list_of_failures_names_each_once_and_never_grows_without_end()
    {
        var incident = Enumerable.Range(1, 30).Aggregate(Some.Incident(), (so, n) => Extras.Failed(so, new Undone(Extra.Invite, new UserId($"U{n % 15}"), $"error_{n}")));

        Assert.Equal(10, incident.CouldNotDo.Count);
        Assert.Equal(10, incident.CouldNotDo.Select(undone => undone.Person).Distinct().Count());
        Assert.Equal("error_30", incident.CouldNotDo[^1].Error);
    }
}
