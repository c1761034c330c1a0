using IncidentBot.Delivery;
using IncidentBot.Domain.Channels;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Wording;

namespace IncidentBot.Incidents;

/// <summary><c>/incident adopt</c> — people talk about it in a channel already: that channel becomes the incident's, with its name and all that was said. What that means is said first.</summary>
internal sealed class Adopt : ISubcommand
{
    public Usage Usage => new("adopt", "[title]", Unspoken("Make this very channel the channel of a new incident"), Where.Anywhere);

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (await Adopting.ReadAsync(line, turn, ct) is var (title, here))
            turn.Answer(AdoptReplies.Confirm(title, here), "asked to confirm");
    }
}

/// <summary><c>adoptnow Checkout is failing</c>, typed by the button that confirms.</summary>
internal sealed class AdoptNow : ISubcommand
{
    public Usage Usage => new("adoptnow", "[title]", Unspoken("Make this very channel the channel of a new incident, confirmed"), Where.Anywhere) { Hidden = true };

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (await Adopting.ReadAsync(line, turn, ct) is not var (title, here))
            return;
        turn.Await("adopting");
        turn.Owe(new AdoptChannel(here.Value, title, turn.By.Value, turn.Now, turn.ReplyTo));
    }
}

/// <summary>What both share.</summary>
internal static class Adopting
{
    /// <summary>The title, perhaps empty, and the channel; null where it cannot be, and whoever asked was told why, and while the turn waits.</summary>
    public static async Task<(string Title, ChannelId Here)?> ReadAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (turn.Here is not { } here)
            turn.Refuse(AdoptReplies.No("is_conversation"), "no channel");
        else if (await turn.InChannelAsync(here.Value, ct) is { } incident)
            turn.Refuse(AdoptReplies.Taken(incident), "it has an incident");
        else if (here.Value == turn.Options.AnnouncementChannel)
            turn.Refuse(AdoptReplies.No("is_announcement"), "the announcement channel");
        else if (await MessageWords.OrWaitAsync(line.Rest, turn, ct) is { } words)
            return Titled(PeoplesWords.Plain(words), here, turn);
        return null;
    }

    private static (string Title, ChannelId Here)? Titled(string title, ChannelId here, Turn turn)
    {
        if (title.Length == 0 || new Declaration(title, "", Severity.Unset, IsPrivate: false, turn.By).Objection() is not { } why)
            return (title, here);
        turn.Refuse(why);
        return null;
    }
}

/// <summary>The channel can be the incident's: it is declared there. A private channel makes a private incident.</summary>
internal sealed class Adopted : IFactHandler<ChannelAdopted>, IFactHandler<ChannelNotAdopted>
{
    public async Task HearAsync(ChannelAdopted fact, Turn turn, CancellationToken ct)
    {
        if (fact.Topic.Length > 0)
            turn.ForgetRequest();
        if (await turn.InChannelAsync(fact.Channel, ct) is { } taken)
        {
            Tell(fact.ReplyTo, () => AdoptReplies.Taken(taken), turn);
            turn.Duplicate("it has an incident");
            return;
        }
        var title = fact.Title.Length > 0 ? fact.Title : fact.Name.Replace('-', ' ').Replace('_', ' ');
        var declaration = new Declaration(title, "", Severity.Unset, fact.IsPrivate, new UserId(fact.By));
        var accepted = await Declaring.AcceptedAsync(declaration, fact.At, turn, ct);
        turn.Accept(accepted);
        Declaring.NoteWhole(declaration, accepted.After, turn);
        if (fact.Topic.Length > 0)
            turn.RecordFirst(FormerTopic(fact, accepted.After.Id, turn));
        var incident = IncidentChannel.Made(accepted.After, new ChannelId(fact.Channel), fact.Name);
        ChannelMade.Furnish(incident, turn);
        Tell(fact.ReplyTo, () => AdoptReplies.Done(incident, fact.Topic.Length > 0), turn);
        turn.Noted("adopted");
        turn.EndRequest();
    }

    /// <summary>The incident's topic takes its place; what people had written there is kept, as nobody's words: Slack does not say whose they all were.</summary>
    private static TimelineEntry FormerTopic(ChannelAdopted fact, IncidentId incident, Turn turn) => new(
        incident, EntryKind.Note, AdoptReplies.FormerTopic(PeoplesWords.Silent(PeoplesWords.Harmless(fact.Topic))), HappenedAt.Exactly(fact.At), turn.Now, new UserId(fact.By));

    public Task HearAsync(ChannelNotAdopted fact, Turn turn, CancellationToken ct)
    {
        Tell(fact.ReplyTo, () => AdoptReplies.No(fact.Error), turn);
        turn.Fail($"not adopted: {fact.Error}");
        turn.EndRequest();
        return Task.CompletedTask;
    }

    private static void Tell(ReplyTo? asker, Func<MessageContent> content, Turn turn)
    {
        if (asker is not null)
            turn.Tell(asker, content);
    }
}

/// <summary>What whoever adopts is told.</summary>
internal static class AdoptReplies
{
    public static MessageContent Taken(Incident incident) => MessageContent.Plain(Speak($"This channel belongs to incident {IncidentWords.Number(incident)} already. `/incident declare what is wrong` makes another one in a channel of its own."));

    /// <summary>Everybody in the channel will notice, so it is said first what they will see.</summary>
    public static MessageContent Confirm(string title, ChannelId here) => MessageContent.With(
        Speak($"{Mrkdwn.Channel(here.Value)} becomes the channel of a new incident{(title.Length > 0 ? $" ({Mrkdwn.Truncate(Mrkdwn.Escape(title), 300)})" : "")}: everybody in it sees a pinned card, and it is announced like any other, unless the channel is private. Name and people stay. Its topic will say how the incident stands; what it says now is kept on the timeline. Nothing has happened yet."),
        Buttons.Run(Speak("Make this channel the incident's"), Mrkdwn.Truncate($"adoptnow {Mrkdwn.Escape(title)}".TrimEnd(), BlockLimits.ButtonValueMax), ButtonStyle.Primary));

    public static string FormerTopic(string topic) => Speak($"The topic of the channel was: {topic}");

    public static MessageContent Done(Incident incident, bool hadTopic) => MessageContent.Plain(
        Speak($"This channel is now that of incident {IncidentWords.Title(incident)}. Its name stays{(hadTopic ? Speak(", and what its topic said is on the timeline") : "")}. Put 📌 on what was said before, and it is on the timeline with its own time.")
        + DeclareReplies.Cut(incident));

    public static MessageContent No(string error) => MessageContent.Plain(error switch
    {
        "is_conversation" => Speak("An incident needs a channel; this is a conversation between people. `/incident declare what is wrong` makes a channel."),
        "is_announcement" => Speak("Incidents are announced here, so this cannot be one's own channel. `/incident declare what is wrong` makes a channel."),
        "is_archived" => Speak("This channel is archived. Unarchive it first, or type `/incident declare what is wrong`."),
        "not_in_channel" or "channel_not_found" => Speak("I am not in this channel, and it is private, so somebody has to let me in: type `/invite @IncidentBot`, then `/incident adopt` again. Nothing was declared."),
        _ => Speak($"I could not take this channel (`{Mrkdwn.Escape(error)}`). Nothing was declared. `/incident declare what is wrong` makes one of its own."),
    });
}
