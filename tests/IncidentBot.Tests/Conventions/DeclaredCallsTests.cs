using IncidentBot.Delivery;
using IncidentBot.Domain.Timeline;
using IncidentBot.Evidence;
using IncidentBot.Home;
using IncidentBot.Messaging;
using IncidentBot.Roles;
using IncidentBot.Subscriptions;
using IncidentBot.Tasks;
using IncidentBot.Teams;
using IncidentBot.TestKit;
using IncidentBot.Timeline;
using IncidentBot.Wording;
using Microsoft.Extensions.DependencyInjection;

namespace IncidentBot.Tests.Conventions;

/// <summary>The pace can only count what it is told: each effect declares the calls it makes, as many of each as it makes, and makes no others.</summary>
public sealed class DeclaredCallsTests
{
    [Fact]
    public async Task Every_effect_makes_the_calls_it_declares_and_no_others()
    {
        await using var bot = await TestBot.StartAsync();
        var incident = await bot.Alice.Declares();
        await bot.Alice.OpensHome();
        var ts = await bot.Alice.In(incident).Says("Queue is full");
        var reply = await bot.Alice.In(incident).Says("So is the other one", inThread: ts);
        await bot.Alice.In(incident).Reacts(await bot.Alice.Hands.ShareAsync(incident.Channel, "graph.png", [1, 2, 3]), "pushpin");
        await bot.SettlesAsync();
        var entry = Assert.Single(await bot.Store.RecordedAsync(incident));
        await bot.Client.FaultAsync("conversations.create", "restricted_action");
        await bot.Alice.In(bot.General).Asks("/incident declare Login is slow");
        var effects = Some(bot, incident, ts, reply, entry);

        Assert.Equal(StoredShapes.All.Where(shape => shape.IsSubclassOf(typeof(Effect))).Select(shape => shape.Name).Order(), effects.Select(effect => effect.GetType().Name).Distinct().Order());
        var undeclared = new List<string>();
        foreach (var effect in effects)
        {
            foreach (var inDoubt in new[] { false, true })
                undeclared.AddRange(Undeclared(effect, inDoubt, bot.Now, await CallsOfAsync(bot, effect, inDoubt)));
        }
        Assert.Empty(undeclared);
    }

    [Fact]
    public void A_call_nobody_declared_one_too_many_and_an_effect_that_declares_nothing_are_seen()
    {
        var refresh = new RefreshCard(1);

        Assert.Equal(["RefreshCard calls users.info 1 times and says 0."], Undeclared(refresh, inDoubt: false, TestBot.StartsAt, ["chat.update", "users.info"]));
        Assert.Equal(["RefreshCard calls chat.update 2 times and says 1."], Undeclared(refresh, inDoubt: false, TestBot.StartsAt, ["chat.update", "chat.update"]));
        Assert.Equal(["RefreshCard called nothing; it cannot be told whether it declares what it calls."], Undeclared(refresh, inDoubt: false, TestBot.StartsAt, []));
    }

    private static IEnumerable<string> Undeclared(Effect effect, bool inDoubt, DateTimeOffset now, IReadOnlyList<string> made)
    {
        var declared = effect.Calls(inDoubt, now).CountBy(call => call.Method).ToDictionary();
        return made.Count == 0 && declared.Count > 0
            ? [$"{effect.GetType().Name} called nothing; it cannot be told whether it declares what it calls."]
            : made.CountBy(method => method).Where(calls => calls.Value > declared.GetValueOrDefault(calls.Key))
                .Select(calls => $"{effect.GetType().Name} calls {calls.Key} {calls.Value} times and says {declared.GetValueOrDefault(calls.Key)}.");
    }

    private static async Task<IReadOnlyList<string>> CallsOfAsync(TestBot bot, Effect effect, bool inDoubt)
    {
        await bot.SettlesAsync();
        var before = (await bot.Client.JournalAsync()).Max(entry => entry.N);
        try
        {
            await bot.Host.Services.GetRequiredService<EffectRouter>()
                .CarryOutAsync(effect, new Attempt(9_999, bot.Sandbox.TeamId, inDoubt, bot.Now), CancellationToken.None);
        }
        catch (Slack.WebApi.SlackException)
        {
            // Refused or not, it was called.
        }
        await bot.Client.QuietAsync(TimeSpan.FromMilliseconds(1));
        return [.. (await bot.Client.JournalAsync(before)).Where(entry => entry.Direction is "api" or "response_url").Select(entry => entry.Direction == "api" ? entry.Method : entry.Direction)];
    }

    /// <summary>One of each, about things that are there; answers once for each way they can go.</summary>
    private static IReadOnlyList<Effect> Some(TestBot bot, TestIncident incident, string ts, string reply, TimelineEntry entry)
    {
        var words = MessageContent.Plain("Words");
        var comparing = new Comparing(incident.Number, incident.Channel, null, null, IsThorough: true, null);
        var seen = new ChannelReading(bot.Now) { Messages = [new MessageSeen(ts, bot.Now)] };
        var here = new ReplyTo(bot.Alice.Id, incident.Channel, null, bot.Now, InPlace: false);
        var closed = here with { ResponseUrl = "https://hooks.slack.com/commands/T1/1/closed" };
        return
        [
            new CorrectPost(incident.Channel, ts, words),
            new BlackenPost(incident.Channel, null, 1, bot.Now) { Ts = ts },
            new PostMessage(incident.Channel, null, words),
            new PostMessage(incident.Channel, incident.Card, words),
            new DirectMessage(bot.Alice.Id, words),
            new Answer(here, words, 1),
            new Answer(here with { Channel = null }, words, 1),
            new Answer(closed, words, 1),
            new Answer(closed with { Channel = null }, words, 1),
            new OpenForm(QuestionForm.Callback, QuestionForm.Remember(new Question("Note", "What happened?", "A sentence", Multiline: false), CommandLine.Read("note"), null), "1.2.3", here, 1),
            new LookUpPerson(bot.Bob.Id),
            new ReadUserGroup(incident.Number, "S0123456789"),
            new LookUpGroup("S0123456789"),
            new LookUpChannel(bot.General),
            new LookAtCandidate(incident.Number, bot.Bob.Id),
            new AdoptChannel(bot.General, "Checkout fails", bot.Alice.Id, bot.Now, null),
            new CreateChannel(incident.Number + 1, "another-one", 0, IsPrivate: false, null),
            new Invite(incident.Channel, bot.Bob.Id),
            new PostCard(incident.Number, incident.Channel),
            new RefreshCard(incident.Number, incident.Channel),
            new PostAnnouncement(incident.Number, bot.Announcements),
            new RefreshAnnouncement(incident.Number),
            new RefreshTopic(incident.Number, incident.Channel),
            new AddReaction(incident.Channel, ts, "eyes"),
            new RemoveReaction(incident.Channel, ts, "eyes"),
            new PinMessage(incident.Channel, incident.Card),
            new ReadMessage(incident.Number, incident.Channel, ts),
            new ReadForTask(incident.Number, incident.Channel, ts, bot.Alice.Id, Domain.Tasks.TaskSort.Task),
            new ReadForTask(incident.Number, incident.Channel, "1.000001", bot.Alice.Id, Domain.Tasks.TaskSort.Task),
            new ReadMessage(incident.Number, incident.Channel, reply),
            new ReadMessage(incident.Number, incident.Channel, "1.000001"),
            new CompareChannel(comparing),
            new ReadOlder(comparing, seen with { Oldest = ts }),
            new ReadOlder(comparing, null),
            new ReadFurther(comparing, null, []),
            new ReadFurther(comparing, seen, [new Wanted(incident.Card, WantedKind.Message), new Wanted("1.000001", WantedKind.Message)]),
            new ReadFurther(comparing, seen, [new Wanted(reply, WantedKind.Message)]),
            new ReadFurther(comparing, seen, [new Wanted(ts, WantedKind.Thread)]),
            new ReadFurther(comparing, seen, [new Wanted(ts, WantedKind.Thread, After: ts), new Wanted("1.000001", WantedKind.Thread)]),
            new ReadFurther(comparing, seen, [new Wanted(ts, WantedKind.People)]),
            new PublishHome(bot.Alice.Id),
            new AskOwnerFirst(incident.Number, ["checkout"], bot.Alice.Id, bot.Alice.Id),
            new TellTeam(incident.Number, "payments", bot.Announcements, words, bot.Alice.Id),
            new PostElsewhere(incident.Number, bot.Announcements, words),
            new TakeBackPost(incident.Number, incident.Channel, incident.Card, words),
            new TellSubscribers(incident.Number, words, bot.Alice.Id),
            new ForgetOnDisk(null),
            new CopyFile(incident.Number, 1, "F0123456789"),
            new CopyFile(incident.Number, entry.Number, entry.Files.All[0].Id),
            new SendBundle(incident.Number, bot.Alice.Id),
            new BlackenPost(incident.Channel, null, 9_999, bot.Now),
        ];
    }
}
