namespace IncidentBot.Domain.Timeline;

/// <summary>What the front of a note says about its time.</summary>
public abstract record TimeReading
{
    private TimeReading()
    {
    }

    /// <summary>It begins with its text; nothing there speaks of a time.</summary>
    public sealed record NoTime : TimeReading;

    /// <summary>It begins with a time.</summary>
    /// <param name="Happened">The time, with the words it was given in.</param>
    /// <param name="Rest">The note without them, perhaps empty.</param>
    /// <param name="Change">What the zone's clocks did at that time, where they did something.</param>
    public sealed record Timed(HappenedAt Happened, string Rest, ClockChange? Change) : TimeReading
    {
        /// <summary>Whether no day was said and the time has not been today, so that it was taken for the day before.</summary>
        public bool IsYesterdays { get; init; }
    }

    /// <summary>It begins with what was probably meant as a time; whoever wrote it has to be asked.</summary>
    /// <param name="Words">The words in question, as written.</param>
    /// <param name="Doubt">What is wrong with them.</param>
    public sealed record Doubtful(string Words, TimeDoubt Doubt) : TimeReading;
}

/// <summary>Why words that were meant as a time cannot be taken for one.</summary>
public enum TimeDoubt
{
    /// <summary>No clock shows that, or it is written in a way that is not read.</summary>
    Unreadable = 0,

    /// <summary>A day without a time of day.</summary>
    DayOnly = 1,

    /// <summary>It lies ahead by more than clocks differ.</summary>
    NotYet = 2,

    /// <summary>A zone by its letters, which mean different zones to different people; an offset is exact.</summary>
    ZoneByLetters = 3,

    /// <summary>From one time to another; an entry has one.</summary>
    TwoTimes = 4,

    /// <summary>The link of a message from long before; a message of that time is hardly meant, and perhaps there is none.</summary>
    LongBefore = 5,

    /// <summary>The link of a message in another workspace, of which nothing is known here.</summary>
    AnotherWorkspace = 6,
}

/// <summary>A time of day at which the clocks of a zone were changed.</summary>
public abstract record ClockChange
{
    private ClockChange()
    {
    }

    /// <summary>The clocks never showed it; it moved on with them.</summary>
    /// <param name="Zone">The zone's id.</param>
    /// <param name="Shown">What the clocks showed at the instant that was taken.</param>
    public sealed record Skipped(string Zone, TimeOnly Shown) : ClockChange;

    /// <summary>The clocks showed it twice, and both have been; the later was taken.</summary>
    /// <param name="Zone">The zone's id.</param>
    /// <param name="Taken">The zone's offset from UTC at the instant that was taken.</param>
    /// <param name="Other">The offset at the other one.</param>
    public sealed record Repeated(string Zone, TimeSpan Taken, TimeSpan Other) : ClockChange;
}
