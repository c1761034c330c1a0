using System.Text.Json.Nodes;
using IncidentBot.Sandbox.Deliveries;
using IncidentBot.Sandbox.SocketMode;

namespace IncidentBot.Sandbox.Workspace;

/// <summary>What one step answered, and the events the app must hear of it.</summary>
internal sealed record Turn<T>(T Answer, IReadOnlyList<EventCallback> Events);

/// <summary>
/// The whole state of the workspace. One gate protects it: read and change it only inside <see cref="Do{T}"/>.
/// </summary>
internal sealed class SlackWorkspace
{
    private static readonly string[] Colors = ["9f69e7", "4bbe2e", "e7392d", "3c989f", "674b1b", "e96699", "e0a729", "684b6c", "5b89d5", "2b6836"];

    private readonly Lock _gate = new();
    private readonly MessageLog _eventClock = new();
    private List<EventCallback> _raised = [];

    public SlackWorkspace(SandboxOptions options, MovableClock clock)
    {
        Clock = clock;
        Options = options;
        Ids = new Ids(options.Seed);
        TeamName = options.TeamName;
        Domain = options.TeamName.ToLowerInvariant().Replace(' ', '-');
        TeamId = Ids.Next("T");
        App = AppIdentity.Create(options, Ids);
        Tokens = new AppTokens(App, Ids);
        Add(new Person { Id = Person.SlackbotId, Name = "slackbot", RealName = "Slackbot", Color = "757575" });
        Bot = Add(new Person { Id = App.BotUserId, Name = App.Manifest.Name, RealName = App.Manifest.Name, IsBot = true, Color = "e7392d", Updated = NowSeconds });
        Settle(options.Population);
    }

    public SandboxOptions Options { get; }

    public MovableClock Clock { get; }

    public Ids Ids { get; }

    public AppIdentity App { get; }

    public Person Bot { get; }

    public AppTokens Tokens { get; }

    public OAuthCodes Codes { get; } = new();

    public string TeamId { get; }

    public string TeamName { get; set; }

    public string Domain { get; set; }

    public Dictionary<string, Person> People { get; } = [];

    public Dictionary<string, Conversation> Conversations { get; } = [];

    public Dictionary<string, OpenView> Views { get; } = [];

    public Dictionary<string, UserGroup> UserGroups { get; } = [];

    /// <summary>Deleted ones included.</summary>
    public Dictionary<string, Canvas> Canvases { get; } = [];

    public Dictionary<string, SharedFile> Files { get; } = [];

    public Uploads Uploads { get; } = new();

    public ScheduledMessages Scheduled { get; } = new();

    public Triggers Triggers { get; } = new();

    public ResponseUrls ResponseUrls { get; } = new();

    public SocketTickets SocketTickets { get; } = new();

    /// <summary>Cursors of an earlier generation have expired.</summary>
    public int CursorGeneration { get; set; }

    public Changes Changes { get; } = new();

    /// <summary>Where this sandbox is reached; known once it listens.</summary>
    public Uri Root { get; set; } = new("http://127.0.0.1/");

    public DateTimeOffset Now => Clock.GetUtcNow();

    public long NowSeconds => Now.ToUnixTimeSeconds();

    /// <summary>Does one step with the state to itself; returns what it answered and which events it raised.</summary>
    public Turn<T> Do<T>(Func<T> step)
    {
        lock (_gate)
        {
            _raised = [];
            var answer = step();
            return new Turn<T>(answer, _raised);
        }
    }

    /// <summary>Reads the state; a step that raises events must use <see cref="Do{T}"/>.</summary>
    public T Read<T>(Func<T> question)
    {
        lock (_gate)
            return question();
    }

    /// <summary>Tells the app of something, if it subscribed, has the scope and can see it.</summary>
    public void Raise(JsonObject inner, Conversation? where = null)
    {
        if (Subscriptions.Reaches(this, inner, where))
            _raised.Add(EventCallback.Wrap(this, inner, where));
    }

    /// <summary>An event_ts: unique over the workspace, near the present moment.</summary>
    public string EventTs() => _eventClock.NextTs(Now);

    public Person Add(Person person)
    {
        People.Add(person.Id, person);
        return person;
    }

    public Person AddPerson(string name, string realName, string? tz, string? homeTeam = null, Guest guest = Guest.No) => Add(new Person
    {
        Id = Ids.Next("U"),
        Name = name,
        RealName = realName,
        Tz = tz,
        HomeTeam = homeTeam,
        Guest = guest,
        Color = Colors[People.Count % Colors.Length],
        Updated = NowSeconds,
    });

    public Conversation Add(Conversation conversation)
    {
        Conversations.Add(conversation.Id, conversation);
        return conversation;
    }

    private void Settle(SandboxPopulation population)
    {
        foreach (var seed in population.People)
            AddPerson(seed.Name, seed.RealName, seed.Tz);
        var people = People.Values.Where(person => !person.IsBot && !person.IsSlackbot).ToList();
        foreach (var seed in population.Channels)
        {
            var members = people.Where(person => seed.Members is null || seed.Members.Contains(person.Name)).ToList();
            var channel = Add(new Conversation
            {
                Id = Ids.Next("C"),
                Name = seed.Name,
                Kind = seed.IsPrivate ? ConversationKind.PrivateChannel : ConversationKind.PublicChannel,
                Creator = members.FirstOrDefault()?.Id ?? Person.SlackbotId,
                Created = NowSeconds,
                IsGeneral = seed == population.Channels[0],
            });
            channel.Members.AddRange(members.Select(member => member.Id));
            if (seed.WithBot)
                channel.Members.Add(Bot.Id);
            if (seed.Topic.Length > 0)
                channel.Topic = new Caption(SlackText.Normalize(seed.Topic), channel.Creator, NowSeconds);
        }
    }
}
