using System.Globalization;
using System.Text;
using IncidentBot.Domain.Times;

namespace IncidentBot.Domain.Incidents;

/// <summary>What a person says when declaring: a title is enough.</summary>
/// <param name="Title">What is wrong, unescaped.</param>
/// <param name="Summary">More about it, or empty.</param>
/// <param name="Severity">How bad it is, or unset.</param>
/// <param name="IsPrivate">Whether only invited people may know.</param>
/// <param name="By">The reporter.</param>
public sealed record Declaration(string Title, string Summary, Severity Severity, bool IsPrivate, UserId By)
{
    /// <summary>When the first sign of it was, where it is known: the message it was declared from.</summary>
    public DateTimeOffset? FirstSignal { get; init; }

    /// <summary>The longest title taken, in characters as people count them: it must fit a card line and a form field.</summary>
    public const int LongestTitle = 200;

    /// <summary>All that was said as a title, as Slack mrkdwn; empty where it was typed without markup, and is the title itself.</summary>
    public string Said { get; init; } = "";

    /// <summary>Whether it is only practised: run like any other, counted nowhere, and no review is owed.</summary>
    public bool IsDrill { get; init; }

    /// <summary>Why this cannot be declared, or null when it can. Asked by the form as well, so that both say the same. A title that is too long stops nobody: it is cut.</summary>
    public Refusal? Objection() => ObjectionTo(Title) is TitleMissing missing ? missing : null;

    /// <summary>Why that cannot be a title, or null when it can.</summary>
    /// <param name="title">The words, unescaped.</param>
    public static Refusal? ObjectionTo(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        if (title.EnumerateRunes().All(IsInvisible))
            return new TitleMissing();
        var length = new StringInfo(title.Trim()).LengthInTextElements;
        return length > LongestTitle ? new TitleTooLong(length) : null;
    }

    /// <summary>The title as it is kept: one line.</summary>
    /// <param name="title">The words, unescaped.</param>
    public static string Flat(string title)
    {
        ArgumentNullException.ThrowIfNull(title);
        return string.Join(' ', title.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>The title as it is kept, no longer than a title may be: cut behind a word, where one ends in its second half.</summary>
    /// <param name="title">The words, unescaped.</param>
    public static string Cut(string title)
    {
        var flat = Flat(title);
        var letters = new StringInfo(flat);
        if (letters.LengthInTextElements <= LongestTitle)
            return flat;
        var kept = letters.SubstringByTextElements(0, LongestTitle - 1);
        var word = flat[kept.Length] == ' ' ? kept.Length : kept.LastIndexOf(' ');
        return (word > kept.Length / 2 ? kept[..word] : kept).TrimEnd(' ', ',', ';', ':', '.', '-') + "…";
    }

    /// <summary>Declares it: in triage, nobody in command.</summary>
    /// <param name="id">The next free number of the workspace.</param>
    /// <param name="now">The moment of declaring.</param>
    /// <param name="first">Where it stands then, where that is not triage.</param>
    public Decision Declare(IncidentId id, DateTimeOffset now, IncidentStatus? first = null)
    {
        if (Objection() is { } why)
            return Decision.Refuse(why);
        var incident = new Incident
        {
            Id = id,
            Title = Cut(Title),
            IsTitleCut = Cut(Title) != Flat(Title),
            Summary = Summary.Trim(),
            Severity = Severity,
            Status = first ?? IncidentStatus.Triage,
            IsPrivate = IsPrivate,
            IsDrill = IsDrill,
            Reporter = By,
            DeclaredAt = now,
            Times = FirstSignal is { } at ? IncidentTimes.None.With(new Stamp(NamedTime.Detected, at, IsGiven: false)) : IncidentTimes.None,
        };
        return Decision.Accept(incident, new IncidentDeclared(By, now) { Severity = Severity, Summary = incident.Summary });
    }

    /// <summary>Blanks, joiners and marks of direction: a title of nothing else is one nobody can read.</summary>
    private static bool IsInvisible(Rune rune) =>
        Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.Control;
}
