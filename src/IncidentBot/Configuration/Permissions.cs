namespace IncidentBot.Configuration;

/// <summary>Somebody who may do something.</summary>
internal abstract record Permitted
{
    private Permitted()
    {
    }

    public static Permitted Anyone { get; } = new All();

    /// <summary>Whoever reported the incident, has command, a role, the review or a task of it, or asks in its channel.</summary>
    public static Permitted Responders { get; } = new Involved();

    /// <summary>Whoever commands or owns the review; where nobody commands, whoever asks in the channel.</summary>
    public static Permitted Commander { get; } = new InCommand();

    /// <summary>Whose words an entry has, and whoever put them on the timeline.</summary>
    public static Permitted Author { get; } = new Writer();

    /// <summary><c>anyone</c>, <c>responders</c>, <c>commander</c>, <c>author</c> or a user group's id.</summary>
    public static Permitted Read(string text) => text.ToLowerInvariant() switch
    {
        "anyone" or "anybody" or "everyone" or "everybody" => Anyone,
        "responders" or "responder" => Responders,
        "commander" => Commander,
        "author" => Author,
        _ when SettingWords.IsGroup(text) => new Group(text),
        var word => throw new BadSettingException(
            $"\"{text}\" is nobody I know.{SettingWords.DidYouMean(word, ["anyone", "responders", "commander", "author"])} Write anyone, responders, commander, author, or the id (S…) of a Slack user group."),
    };

    /// <summary>The members of a Slack user group.</summary>
    internal sealed record Group(string Id) : Permitted;

    internal sealed record All : Permitted;

    internal sealed record Involved : Permitted;

    internal sealed record InCommand : Permitted;

    internal sealed record Writer : Permitted;
}

/// <summary>Who may do what, by words of <c>/incident</c>; what no line is about, anyone may.</summary>
internal sealed record Permissions(IReadOnlyDictionary<string, IReadOnlyList<Permitted>> ByWord)
{
    private static readonly IReadOnlyList<Permitted> ForAll = [Permitted.Anyone];

    /// <summary>
    /// Whether whoever commands the incident may too, where nobody but user groups is named: a group that cannot be read, or that they are not
    /// in, must not lock a commander out of their incident. Not redacting, which cannot be undone.
    /// </summary>
    /// <param name="word">The word.</param>
    /// <param name="who">Those who may use it.</param>
    public static bool IsTheCommandersToo(string word, IReadOnlyList<Permitted> who) =>
        word != "redact" && who.All(each => each is Permitted.Group) && WordGroup.Of(word) is { IsAboutAnIncident: true };

    /// <summary>Those who may use that word; each of them is enough.</summary>
    public IReadOnlyList<Permitted> For(string word) => ByWord.GetValueOrDefault(word, ForAll);
}
