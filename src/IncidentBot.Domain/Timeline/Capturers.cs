using IncidentBot.Domain.Incidents;

namespace IncidentBot.Domain.Timeline;

/// <summary>Those who hold a captured message on the timeline, each once, in the order they came. Equal when the same people stand in the same order.</summary>
public sealed record Capturers
{
    private readonly ValueList<UserId> people;

    private Capturers(ValueList<UserId> people) => this.people = people;

    /// <summary>Nobody: for notes and facts, and for what was withdrawn.</summary>
    public static Capturers Nobody { get; } = new([]);

    /// <summary>The people, each once.</summary>
    public IReadOnlyList<UserId> People => people;

    /// <summary>Whether nobody holds it.</summary>
    public bool IsNobody => people.Count == 0;

    /// <summary>These people.</summary>
    /// <param name="people">In the order they came; somebody named twice counts once.</param>
    public static Capturers Of(params IEnumerable<UserId> people) => new([.. people.Distinct()]);

    /// <summary>Their ids, with a space between.</summary>
    public override string ToString() => string.Join(' ', people);
}
