using IncidentBot.Domain.Reviews;
using IncidentBot.Domain.Roles;
using IncidentBot.Domain.Timeline;

namespace IncidentBot.Domain.Incidents;

/// <summary>It turned out to be another incident, and goes on as that one.</summary>
/// <param name="From">Where it stood.</param>
/// <param name="Into">Which one.</param>
/// <param name="Channel">The channel of that one, where it has one.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When.</param>
public sealed record IncidentMerged(IncidentStatus From, IncidentId Into, ChannelId? Channel, UserId By, DateTimeOffset At) : IncidentEvent(By, At);

/// <summary>Another incident turned out to be this one; what stood on its timeline stands on this one too.</summary>
/// <param name="Merged">Which one.</param>
/// <param name="Title">Its title.</param>
/// <param name="Entries">How many entries came with it.</param>
/// <param name="By">Who said so.</param>
/// <param name="At">When.</param>
public sealed record AnotherMergedIn(IncidentId Merged, string Title, int Entries, UserId By, DateTimeOffset At) : IncidentEvent(By, At)
{
    /// <summary>How bad it was said to be. What the one that goes on is, stays: only a person changes that.</summary>
    public Severity Was { get; init; } = Severity.Unset;

    /// <summary>How many open tasks and follow-ups came with it.</summary>
    public int Tasks { get; init; }

    /// <summary>Who commanded it, if anybody.</summary>
    public UserId? Commander { get; init; }
}

/// <summary>One that had turned out to be this one is live again by itself; what came with it stays here.</summary>
/// <param name="Merged">Which one.</param>
/// <param name="Title">Its title; empty where those here may not know it.</param>
/// <param name="By">Who reopened it.</param>
/// <param name="At">When.</param>
public sealed record MergedOneReopened(IncidentId Merged, string Title, UserId By, DateTimeOffset At) : IncidentEvent(By, At);

/// <summary>It is merged into itself.</summary>
public sealed record MergesIntoItself : Refusal;

/// <summary>The incident it would be merged into goes on no more.</summary>
/// <param name="Number">Its number.</param>
public sealed record MergesIntoWhatIsOver(int Number) : Refusal;

/// <summary>What only invited people know would stand where everybody reads it.</summary>
/// <param name="Number">The number of the one everybody may know of.</param>
public sealed record PrivateMergesIntoPublic(int Number) : Refusal;

/// <summary>The channel everybody reads would tell of an incident only invited people know.</summary>
/// <param name="Number">The number of the private one.</param>
public sealed record PublicMergesIntoPrivate(int Number) : Refusal;

/// <summary>What happened would be counted nowhere and owe no review.</summary>
/// <param name="Number">The number of the drill.</param>
public sealed record RealMergesIntoDrill(int Number) : Refusal;

/// <summary>What was only practised would stand among what happened.</summary>
/// <param name="Number">The number of the real one.</param>
public sealed record DrillMergesIntoReal(int Number) : Refusal;

/// <summary>Two incidents that are one become one: the duplicate is over and owes nothing, the other goes on with what both knew.</summary>
public static class Merging
{
    /// <summary>More people than these are not remembered to have been told.</summary>
    private const int MostTold = 200;

    /// <summary>Ends the duplicate. It can be reopened; what was taken over stays there.</summary>
    /// <param name="duplicate">The incident that is the other one.</param>
    /// <param name="into">The one that goes on.</param>
    /// <param name="merged">The state that means it.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">When.</param>
    public static Decision Into(Incident duplicate, Incident into, IncidentStatus merged, UserId by, DateTimeOffset now) => (duplicate, into) switch
    {
        _ when duplicate.Id == into.Id => Decision.Refuse(new MergesIntoItself()),
        ({ Status.Phase: IncidentPhase.Merged or IncidentPhase.Declined or IncidentPhase.Closed }, _) => Decision.Refuse(new IncidentIsOver(duplicate.Status)),
        (_, { IsOver: true }) => Decision.Refuse(new MergesIntoWhatIsOver(into.Id.Number)),
        ({ IsDrill: false }, { IsDrill: true }) => Decision.Refuse(new RealMergesIntoDrill(into.Id.Number)),
        ({ IsDrill: true }, { IsDrill: false }) => Decision.Refuse(new DrillMergesIntoReal(into.Id.Number)),
        ({ IsPrivate: true }, { IsPrivate: false }) => Decision.Refuse(new PrivateMergesIntoPublic(into.Id.Number)),
        ({ IsPrivate: false }, { IsPrivate: true }) => Decision.Refuse(new PublicMergesIntoPrivate(into.Id.Number)),
        _ => Decision
            .Accept(duplicate with { Status = merged, MergedInto = into.Id, MergedBy = by, ToldOfMerge = [], Offer = null, ResolvedAt = null }, new IncidentMerged(duplicate.Status, into.Id, into.Channel, by, now))
            .Then(over => PostIncidentReview.Withdraw(over, by, now))
            .Then(over => Handover.EndByMerge(over, duplicate.Offer, by, now)),
    };

    /// <summary>Notes with the one that goes on that the duplicate was none after all.</summary>
    /// <param name="into">The one that goes on.</param>
    /// <param name="duplicate">The one that is reopened.</param>
    /// <param name="by">Who reopens it.</param>
    /// <param name="now">When.</param>
    public static Decision Separate(Incident into, Incident duplicate, UserId by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(into);
        ArgumentNullException.ThrowIfNull(duplicate);
        return Decision.Accept(into, new MergedOneReopened(duplicate.Id, duplicate.IsPrivate && !into.IsPrivate ? "" : duplicate.Title, by, now));
    }

    /// <summary>Somebody was told where it goes on; they need not be told at each mark they make.</summary>
    /// <param name="duplicate">The incident that was merged.</param>
    /// <param name="user">Who was told.</param>
    /// <returns>The incident, no version on: nobody decided anything by that.</returns>
    public static Incident Told(Incident duplicate, UserId user)
    {
        ArgumentNullException.ThrowIfNull(duplicate);
        return duplicate with { ToldOfMerge = [.. duplicate.ToldOfMerge.Where(other => other != user).TakeLast(MostTold - 1), user] };
    }

    /// <summary>An entry of the duplicate as it stands with the one that goes on: its own time and writer, and where it came from.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="into">The one that goes on.</param>
    /// <param name="now">When it comes there.</param>
    public static TimelineEntry Copy(TimelineEntry entry, IncidentId into, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return entry with
        {
            Incident = into,
            RecordedAt = now,
            CopiedFrom = entry.CopiedFrom ?? new EntryRef(entry.Incident.Number, entry.Number),
            Files = EntryFiles.Of(entry.Files.All.Select(file => new EntryFile(file.Id, file.Name, file.Size, FileFate.Awaited))),
        };
    }

    /// <summary>Notes with the one that goes on what came to it; what the duplicate affected, and who was told of it, is its own now.</summary>
    /// <param name="into">The one that goes on.</param>
    /// <param name="duplicate">The one that is over.</param>
    /// <param name="entries">How many of its entries came with it.</param>
    /// <param name="tasks">How many of its open tasks and follow-ups came with it.</param>
    /// <param name="by">Who says so.</param>
    /// <param name="now">When.</param>
    public static Decision TakeIn(Incident into, Incident duplicate, int entries, int tasks, UserId by, DateTimeOffset now) =>
        Decision.Accept(
            into with
            {
                Services = [.. into.Services.UnionBy(duplicate.Services, service => service.Key)],
                Teams = [.. into.Teams.UnionBy(duplicate.Teams, team => team.Team.Key)
                    .Select(team => duplicate.Teams.Any(theirs => theirs.Team.Key == team.Team.Key && theirs.IsTold) ? team with { IsTold = true } : team)],
                OwnersAskedFor = [.. into.OwnersAskedFor.UnionBy(duplicate.OwnersAskedFor, asked => asked.Service.Key)
                    .Select(asked => duplicate.OwnersAskedFor.Any(theirs => theirs.Service.Key == asked.Service.Key && theirs.IsAnswered) ? asked with { IsAnswered = true } : asked)],
            },
            new AnotherMergedIn(duplicate.Id, duplicate.Title, entries, by, now) { Was = duplicate.Severity, Tasks = tasks, Commander = duplicate.Commander });
}
