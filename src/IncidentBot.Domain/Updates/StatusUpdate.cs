using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;

namespace IncidentBot.Domain.Updates;

/// <summary>Whom an update is for.</summary>
public enum UpdateAudience
{
    /// <summary>People who work on it or beside it.</summary>
    Internal = 0,

    /// <summary>People outside too, such as customers.</summary>
    External = 1,
}

/// <summary>An update in its three parts (seed document 000: real-time status, findings, and actions taken).</summary>
/// <param name="Status">How it stands.</param>
/// <param name="Findings">What was found; may be empty.</param>
/// <param name="Actions">What is done, and what is needed; may be empty.</param>
public sealed record UpdateParts(string Status, string Findings, string Actions);

/// <summary>What people were last told.</summary>
/// <param name="Text">The words, as Slack mrkdwn.</param>
/// <param name="By">Who told them.</param>
/// <param name="At">When; of an incident's updates no two have the same moment.</param>
public sealed record StatusUpdate(string Text, UserId By, DateTimeOffset At)
{
    /// <summary>The same in its parts; null where it was said in one.</summary>
    public UpdateParts? Parts { get; init; }

    /// <summary>Whom it is for.</summary>
    public UpdateAudience Audience { get; init; }

    /// <summary>Who corrected the words since, if anybody: then they are theirs.</summary>
    public UserId? CorrectedBy { get; init; }

    /// <summary>The ts of the message that says it in the incident's channel; null where none is known to stand there.</summary>
    public string? PostTs { get; init; }

    /// <summary>Whether it says something else than people were told.</summary>
    public bool IsCorrected { get; init; }

    /// <summary>When its words were last corrected; null where they are as they were told.</summary>
    public DateTimeOffset? CorrectedAt { get; init; }

    /// <summary>The number of its entry on the timeline; null where none is known.</summary>
    public int? Entry { get; init; }

    /// <summary>Tells this update, with these words, from any other, while somebody corrects it. Kept with no update and no message: who has it can try words until one fits.</summary>
    public string Mark => $"{At.UtcTicks.ToString(CultureInfo.InvariantCulture)}-{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)).AsSpan(0, 8))}";
}

/// <summary>People were told how it stands.</summary>
/// <param name="Text">The words, as Slack mrkdwn.</param>
/// <param name="By">Who told them.</param>
/// <param name="At">When.</param>
public sealed record UpdatePosted(string Text, UserId By, DateTimeOffset At) : IncidentEvent(By, At)
{
    /// <summary>Whom it is for.</summary>
    public UpdateAudience Audience { get; init; }
}

/// <summary>The last update was corrected; nobody was told anew.</summary>
/// <param name="Text">The words as they are now, as Slack mrkdwn.</param>
/// <param name="By">Who corrected it.</param>
/// <param name="At">When.</param>
public sealed record UpdateCorrected(string Text, UserId By, DateTimeOffset At) : IncidentEvent(By, At)
{
    /// <summary>When the update was told that it corrects.</summary>
    public DateTimeOffset ToldAt { get; init; }

    /// <summary>The number of that update's entry on the timeline; null where none is known.</summary>
    public int? Entry { get; init; }
}

/// <summary>Whom the last update is for was corrected; nobody was told anew.</summary>
/// <param name="To">Whom it is for.</param>
/// <param name="By">Who corrected it.</param>
/// <param name="At">When.</param>
public sealed record UpdateAudienceCorrected(UpdateAudience To, UserId By, DateTimeOffset At) : IncidentEvent(By, At)
{
    /// <summary>Whether its words were corrected in the same breath.</summary>
    public bool IsBesideWords { get; init; }
}

/// <summary>The last update was meant for people outside too.</summary>
/// <param name="By">Who said so.</param>
/// <param name="At">When.</param>
public sealed record UpdateToldOutside(UserId By, DateTimeOffset At) : IncidentEvent(By, At);

/// <summary>The reminder of the next update was put off, once.</summary>
/// <param name="Until">Until when.</param>
/// <param name="By">Who put it off.</param>
/// <param name="At">When.</param>
public sealed record UpdateSnoozed(DateTimeOffset Until, UserId By, DateTimeOffset At) : IncidentEvent(By, At);

/// <summary>There is no update yet that could be corrected.</summary>
public sealed record NoUpdateYet : Refusal;

/// <summary>Another update came, or this one was corrected, while somebody was correcting it.</summary>
/// <param name="Text">The words they wrote, as Slack mrkdwn.</param>
public sealed record UpdateChangedSince(string Text) : Refusal;

/// <summary>The update says so already.</summary>
public sealed record UpdateSaysSo : Refusal;

/// <summary>Nobody is reminded of an update of it, so nothing is put off.</summary>
public sealed record NoUpdateIsDue : Refusal;

/// <summary>The reminder comes later than it would be put off to.</summary>
/// <param name="DueAt">When the next update is due.</param>
public sealed record UpdateIsDueLater(DateTimeOffset DueAt) : Refusal;

/// <summary>Telling people how it stands.</summary>
public static class Updates
{
    /// <summary>How many of <see cref="Incident.UpdatesToCorrect"/> are remembered.</summary>
    public const int MostToCorrect = 10;

    /// <summary>The longest an update can be put off.</summary>
    public static readonly TimeSpan LongestSnooze = TimeSpan.FromDays(1);

    /// <summary>Posts an update. Allowed after the end as well: the last word is often <i>all is well</i>.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="text">The words, not empty.</param>
    /// <param name="by">Who says them.</param>
    /// <param name="now">When.</param>
    /// <param name="parts">The same in its parts, where it has some.</param>
    /// <param name="audience">Whom it is for.</param>
    public static Decision Post(Incident incident, string text, UserId by, DateTimeOffset now, UpdateParts? parts = null, UpdateAudience audience = UpdateAudience.Internal)
    {
        // Several may come in at the same instant; what stands in the channel is told apart by it.
        var at = incident.LastUpdate is { } last && last.At >= now ? last.At.AddTicks(1) : now;
        var told = incident with
        {
            LastUpdate = new StatusUpdate(text, by, at) { Parts = parts, Audience = audience },
            UpdatesToCorrect = StillToCorrect(incident),
            SnoozedUntil = null,
        };
        var posted = new UpdatePosted(text, by, now) { Audience = audience };
        return audience == UpdateAudience.External ? Decision.Accept(told, posted, new UpdateToldOutside(by, now)) : Decision.Accept(told, posted);
    }

    /// <summary>Corrects the last update without telling anybody anew; the next one is due as before.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="text">The words, not empty.</param>
    /// <param name="parts">The same in its parts, where it has some.</param>
    /// <param name="by">Who corrects it.</param>
    /// <param name="now">When.</param>
    /// <param name="seen">The <see cref="StatusUpdate.Mark"/> of the update they saw and meant; null where they meant the last one, whatever it is.</param>
    /// <param name="audience">Whom it is for; null where that stays as it was.</param>
    public static Decision Correct(Incident incident, string text, UpdateParts? parts, UserId by, DateTimeOffset now, string? seen = null, UpdateAudience? audience = null)
    {
        if (incident.LastUpdate is not { } last)
            return Decision.Refuse(new NoUpdateYet());
        if (seen is not null && seen != last.Mark)
            return Decision.Refuse(new UpdateChangedSince(text));
        var corrected = last with { IsCorrected = true, Audience = audience ?? last.Audience };
        List<IncidentEvent> events = [];
        if (text != last.Text)
        {
            corrected = corrected with { Text = text, Parts = parts, CorrectedBy = by == last.By ? null : by, CorrectedAt = now };
            events.Add(new UpdateCorrected(text, by, now) { ToldAt = last.At, Entry = last.Entry });
        }
        if (corrected.Audience != last.Audience)
            events.Add(new UpdateAudienceCorrected(corrected.Audience, by, now) { IsBesideWords = events.Count > 0 });
        return events.Count == 0 ? Decision.Refuse(new UpdateSaysSo()) : Decision.Accept(incident with { LastUpdate = corrected }, [.. events]);
    }

    /// <summary>The last update's line stands on the timeline.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="entry">Its number.</param>
    /// <returns>The incident, no version on: nothing happened to it.</returns>
    public static Incident Recorded(Incident incident, int entry) => incident with { LastUpdate = incident.LastUpdate is { } last ? last with { Entry = entry } : null };

    /// <summary>The entry of an update as its correction leaves it; null where its words are gone for ever, for then no others take their place.</summary>
    /// <param name="told">The entry.</param>
    /// <param name="corrected">The correction.</param>
    public static EntryRevision? Reworded(TimelineEntry told, UpdateCorrected corrected) => told.State.HasFlag(EntryState.Redacted)
        ? null
        : new EntryRevision(told with { Text = corrected.Text }, EntryChange.Reworded, corrected.By, "", corrected.At);

    /// <summary>The message that told an update stands in the incident's channel.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="at">The update's <see cref="StatusUpdate.At"/>.</param>
    /// <param name="ts">The message.</param>
    /// <returns>The incident, no version on, and the update as it is now; null where it is none that matters any more.</returns>
    public static (Incident After, StatusUpdate Update)? Stands(Incident incident, DateTimeOffset at, string ts)
    {
        if (incident.LastUpdate is { } last && last.At == at)
        {
            var standing = last with { PostTs = ts };
            return (incident with { LastUpdate = standing }, standing);
        }
        if (incident.UpdatesToCorrect.FirstOrDefault(update => update.At == at) is not { } earlier)
            return null;
        var found = earlier with { PostTs = ts };
        return (incident with { UpdatesToCorrect = [.. incident.UpdatesToCorrect.Where(update => update != earlier), .. incident.Standing.IsOpen ? [] : new[] { found }] }, found);
    }

    /// <summary>The updates whose message may still say what was corrected since, where it is known to stand: to be made up for when the channel can be written to again.</summary>
    /// <param name="incident">The incident.</param>
    public static IEnumerable<StatusUpdate> Behind(Incident incident) =>
        incident.UpdatesToCorrect.Append(incident.LastUpdate).OfType<StatusUpdate>().Where(update => update is { IsCorrected: true, PostTs: not null });

    /// <summary>Puts the reminder of the next update off, once; an update ends it.</summary>
    /// <param name="incident">The incident.</param>
    /// <param name="scale">The severities, with how often people should hear.</param>
    /// <param name="by">Who puts it off.</param>
    /// <param name="now">When.</param>
    /// <param name="wait">For how long, at most <see cref="LongestSnooze"/>.</param>
    public static Decision Snooze(Incident incident, SeverityScale scale, UserId by, DateTimeOffset now, TimeSpan wait)
    {
        if (UpdateCadence.DueAt(incident, scale) is not { } due)
            return Decision.Refuse(new NoUpdateIsDue());
        var until = now + (wait < LongestSnooze ? wait : LongestSnooze);
        if (until <= due)
            return Decision.Refuse(new UpdateIsDueLater(due));
        return Decision.Accept(incident with { SnoozedUntil = until }, new UpdateSnoozed(until, by, now));
    }

    private static ValueList<StatusUpdate> StillToCorrect(Incident incident) =>
        incident is { Channel: not null, LastUpdate: { IsCorrected: true } last } && (last.PostTs is null || !incident.Standing.IsOpen)
            ? [.. incident.UpdatesToCorrect.TakeLast(MostToCorrect - 1), last]
            : incident.UpdatesToCorrect;
}
