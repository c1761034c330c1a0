using IncidentBot.Domain.Channels;
using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Tests.Channels;

/// <summary>Words on a channel: news once, known twice, overtaken when they come late.</summary>
public sealed class ChannelWordTests
{
    private static readonly Incident WithChannel = IncidentChannel.Made(Some.Incident(), new ChannelId("C0OVENS"), "inc-7-ovens");

    [Fact]
    public void What_is_news_is_one_version_on_and_says_who_and_when()
    {
        var news = News(ChannelArchiving.Archived(WithChannel, Some.Ben, Some.Now));

        Assert.Equal([new ChannelArchived(Some.Ben, Some.Now)], news.Events);
        Assert.Equal((WithChannel.Version + 1, true), (news.After.Version, news.After.Standing.IsArchived));
    }

    [Fact]
    public void Unarchived_while_the_bot_is_outside_it_stays_outside()
    {
        var outside = News(BotPresence.Removed(WithChannel, Some.Ben, Some.Now)).After;
        var archived = News(ChannelArchiving.Archived(outside, Some.Ben, Some.Now.AddMinutes(1))).After;

        var news = News(ChannelArchiving.Unarchived(archived, Some.Ben, Some.Now.AddMinutes(2)));

        Assert.Equal([new ChannelUnarchived(Some.Ben, Some.Now.AddMinutes(2))], news.Events);
        Assert.Equal((false, true, false), (news.After.Standing.IsArchived, news.After.Standing.IsBotOutside, news.After.Standing.IsOpen));
    }

    [Fact]
    public void The_same_word_again_is_known_and_only_its_time_is_kept()
    {
        var once = News(BotPresence.Removed(WithChannel, Some.Ben, Some.Now)).After;

        var known = Assert.IsType<ChannelWord.Known>(BotPresence.Removed(once, UserId.Unsaid, Some.Now.AddSeconds(1))).After;

        Assert.Equal(once with { Standing = once.Standing with { OutsideSaidAt = Some.Now.AddSeconds(1) } }, known);
    }

    [Fact]
    public void A_late_word_changes_nothing_and_says_whether_the_later_one_contradicts_it()
    {
        var back = News(BotPresence.BroughtBack(News(BotPresence.Removed(WithChannel, Some.Ben, Some.Now)).After, Some.Ben, Some.Now.AddMinutes(2))).After;

        Assert.Equal(new ChannelWord.Overtaken(IsContradicted: true), BotPresence.Removed(back, Some.Ben, Some.Now.AddMinutes(1)));
        Assert.Equal(new ChannelWord.Overtaken(IsContradicted: false), BotPresence.BroughtBack(back, Some.Ben, Some.Now.AddMinutes(1)));
    }

    [Fact]
    public void In_whatever_order_words_come_the_last_on_each_fact_stands() => Seeds.Each(300, random =>
    {
        var incident = WithChannel;
        (DateTimeOffset At, bool Is)? archived = null, outside = null;
        for (var word = 0; word < 20; word++)
        {
            var (at, isSo) = (Some.Now.AddSeconds(random.Next(1_000_000)), random.Next(2) == 1);
            if (random.Next(2) == 1)
            {
                archived = archived is { } a && a.At > at ? a : (at, isSo);
                incident = After(incident, isSo ? ChannelArchiving.Archived(incident, Some.Ben, at) : ChannelArchiving.Unarchived(incident, Some.Ben, at));
            }
            else
            {
                outside = outside is { } o && o.At > at ? o : (at, isSo);
                incident = After(incident, isSo ? BotPresence.Removed(incident, Some.Ben, at) : BotPresence.BroughtBack(incident, Some.Ben, at));
            }
        }

        Assert.Equal((archived?.Is ?? false, outside?.Is ?? false), (incident.Standing.IsArchived, incident.Standing.IsBotOutside));
    });

    [Fact]
    public void Since_when_it_was_outside_comes_with_its_return()
    {
        var outside = News(BotPresence.OutOfSight(WithChannel, Some.Cleo, Some.Now)).After;

        var back = News(BotPresence.BroughtBack(outside, Some.Ben, Some.Now.AddHours(1)));

        Assert.Equal([new BotBroughtBack(Some.Now, Some.Ben, Some.Now.AddHours(1))], back.Events);
    }

    [Fact]
    public void A_rename_is_news_but_the_first_name_heard_and_the_same_name_again_are_not()
    {
        var renamed = News(IncidentChannel.Renamed(WithChannel, "ovens", Some.Ben, Some.Now));

        Assert.Equal([new ChannelRenamed("inc-7-ovens", "ovens", Some.Ben, Some.Now)], renamed.Events);
        Assert.IsType<ChannelWord.Known>(IncidentChannel.Renamed(renamed.After, "ovens", Some.Ben, Some.Now.AddSeconds(1)));
        Assert.IsType<ChannelWord.Known>(IncidentChannel.Renamed(WithChannel with { ChannelName = "" }, "ovens", Some.Ben, Some.Now));
        Assert.Equal(new ChannelWord.Overtaken(IsContradicted: true), IncidentChannel.Renamed(renamed.After, "inc-7-ovens", Some.Ben, Some.Now.AddSeconds(-1)));
    }

    [Fact]
    public void Made_private_it_stays_private()
    {
        var once = News(IncidentChannel.MadePrivate(WithChannel, Some.Ben, Some.Now)).After;

        Assert.True(once.IsPrivate);
        Assert.IsType<ChannelWord.Known>(IncidentChannel.MadePrivate(once, Some.Ben, Some.Now));
    }

    [Fact]
    public void Of_a_channel_that_is_gone_nothing_stays_and_the_next_one_begins_anew()
    {
        var archived = News(ChannelArchiving.Archived(WithChannel with { Card = new MessageRef(new ChannelId("C0OVENS"), "1.2") }, Some.Ben, Some.Now)).After;

        var gone = News(IncidentChannel.Deleted(archived, Some.Ben, Some.Now.AddMinutes(1)));
        var next = IncidentChannel.Made(archived, new ChannelId("C0BREAD"), "inc-7-bread");

        Assert.Equal([new ChannelGone("inc-7-ovens", Some.Ben, Some.Now.AddMinutes(1))], gone.Events);
        Assert.Equal((null, null, "", ChannelStanding.Fresh), (gone.After.Channel, gone.After.Card, gone.After.ChannelName, gone.After.Standing));
        Assert.Equal((new ChannelId("C0BREAD"), null, ChannelStanding.Fresh), (next.Channel, next.Card, next.Standing));
    }

    [Fact]
    public void Under_another_id_the_card_follows_and_nothing_happened()
    {
        var moved = IncidentChannel.Moved(WithChannel with { Card = new MessageRef(new ChannelId("C0OVENS"), "1.2") }, new ChannelId("G0OVENS"));

        Assert.Equal((new ChannelId("G0OVENS"), new MessageRef(new ChannelId("G0OVENS"), "1.2"), WithChannel.Version), (moved.Channel, moved.Card, moved.Version));
    }

    private static Decision.Accepted News(ChannelWord word) => Assert.IsType<ChannelWord.News>(word).Decision;

    private static Incident After(Incident before, ChannelWord word) => word switch
    {
        ChannelWord.News news => news.Decision.After,
        ChannelWord.Known known => known.After,
        _ => before,
    };
}
