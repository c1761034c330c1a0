using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Reviews;
using IncidentBot.Domain.Tasks;
using IncidentBot.Domain.Timeline;
using IncidentBot.Domain.Updates;

namespace IncidentBot.TestKit;

/// <summary>Arbitrary valid things; a test says only what it is about.</summary>
internal static class Some
{
    public static readonly TeamId Team = new("T000000001");
    public static readonly UserId User = new("U000000001");
    public static readonly UserId OtherUser = new("U000000002");
    public static readonly ChannelId Channel = new("C000000001");
    public static readonly DateTimeOffset Moment = TestBot.StartsAt;

    public static Incident Incident(
        int number = 7,
        string title = "Checkout is failing",
        Severity? severity = null,
        IncidentStatus? status = null,
        UserId? commander = null) => new()
        {
            Id = new IncidentId(Team, number),
            Title = title,
            Severity = severity ?? Severity.Unset,
            Status = status ?? IncidentStatus.Triage,
            Reporter = User,
            Commander = commander,
            DeclaredAt = Moment,
            Channel = Channel,
            Card = Message("1930032001.000100"),
            Version = 1,
        };

    public static MessageRef Message(string ts = "1930032002.000200") => new(Channel, ts);

    public static Review Review(ReviewEnd? end = null) => new(OtherUser, Moment.AddHours(2), Moment.AddDays(5)) { End = end };

    public static StatusUpdate Update(string text = "We rolled back and are watching.") => new(text, OtherUser, Moment.AddMinutes(30));

    public static IncidentTask Task(string text = "restart the queue") => new(new IncidentId(Team, 7), 3, text, TaskSort.Task, User, Moment);

    public static TimelineEntry Entry(string text = "Error rate falls", EntryKind kind = EntryKind.Note, DateTimeOffset? at = null) =>
        new(new IncidentId(Team, 7), kind, text, HappenedAt.Exactly(at ?? Moment.AddMinutes(10)), Moment.AddMinutes(20), User) { Author = OtherUser };
}
