using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Wording;

namespace IncidentBot.Tests.Channels;

/// <summary>All that is done in an incident's channel asks what became of it when it is refused for the channel's sake.</summary>
public sealed class SaidInChannelTests
{
    private static readonly SaidInChannel[] All =
    [
        new PostMessage("C1", null, MessageContent.Plain("Words")),
        new CorrectPost("C1", "1.2", MessageContent.Plain("Words")),
        new PostCard(7, "C1"),
        new RefreshCard(7, "C1"),
        new RefreshTopic(7, "C1"),
        new AddReaction("C1", "1.2", "eyes"),
        new RemoveReaction("C1", "1.2", "eyes"),
        new PinMessage("C1", "1.2"),
        new Invite("C1", "U1"),
    ];

    [Fact]
    public void Refused_for_the_channels_sake_each_is_news_of_that_channel()
    {
        Assert.Equal(typeof(SaidInChannel).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(SaidInChannel))).Select(type => type.Name).Order(), All.Select(each => each.GetType().Name).Order());
        foreach (var error in new[] { "is_archived", "is_inactive", "not_in_channel", "channel_not_found" })
            Assert.All(All, each => Assert.Equal(new ChannelRefusesUs("C1", error), each.WhenGivenUp(error)));
    }

    [Fact]
    public void Refused_for_another_reason_it_is_not_and_who_could_not_be_brought_in_is_named()
    {
        Assert.All(All.Where(each => each is not (Invite or PinMessage or RefreshTopic)), each => Assert.Null(each.WhenGivenUp("msg_too_long")));
        Assert.Equal(new ExtraRefused(Extra.Pin, null, "C1", "too_many_pins"), new PinMessage("C1", "1.2").WhenGivenUp("too_many_pins"));
        Assert.Equal(new ExtraRefused(Extra.Topic, 7, null, "too_long"), new RefreshTopic(7, "C1").WhenGivenUp("too_long"));
        Assert.Equal(new InviteRefused("C1", "U1", "cant_invite"), new Invite("C1", "U1").WhenGivenUp("cant_invite"));
    }

    [Fact]
    public void What_was_stored_before_it_named_its_channel_still_goes_out()
    {
        var stored = StoredShapes.Read<RefreshCard>("refresh-card", """{"Number":7}""");

        Assert.Equal((null, null), (stored.Into, stored.WhenGivenUp("is_inactive")));
    }
}
