using IncidentBot.Domain.Channels;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Reviews;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace IncidentBot.Storage;

/// <summary>An incident as stored. <see cref="ToDomain"/> and <see cref="Take"/> are the one place where it becomes the domain's.</summary>
internal sealed class IncidentRow
{
    public required string TeamId { get; init; }

    public required int Number { get; init; }

    public string Title { get; set; } = "";

    public string Summary { get; set; } = "";

    /// <summary>The severity's own key, rank, name and sign, as they were when it was given.</summary>
    public string SeverityKey { get; set; } = Severity.Unset.Key;

    public int SeverityRank { get; set; }

    public string SeverityName { get; set; } = "";

    public string SeveritySign { get; set; } = "";

    /// <summary>The state's own key and name, as they were when it came there.</summary>
    public string StatusKey { get; set; } = IncidentStatus.Triage.Key;

    public string StatusName { get; set; } = IncidentStatus.Triage.Name;

    public IncidentPhase Phase { get; set; }

    public bool IsPrivate { get; set; }

    public bool IsDrill { get; set; }

    public string Reporter { get; set; } = "";

    public string? Commander { get; set; }

    public string? AcknowledgedBy { get; set; }

    public DateTimeOffset? AcknowledgedAt { get; set; }

    public DateTimeOffset DeclaredAt { get; set; }

    public DateTimeOffset? ResolvedAt { get; set; }

    public DateTimeOffset? ClosedAt { get; set; }

    public string? UpdateText { get; set; }

    public string? UpdateBy { get; set; }

    public DateTimeOffset? UpdateAt { get; set; }

    public string? ReviewOwner { get; set; }

    public DateTimeOffset? ReviewOpenedAt { get; set; }

    public DateTimeOffset? ReviewDueAt { get; set; }

    public string? ReviewLink { get; set; }

    public string? ReviewWaiver { get; set; }

    public string? NamedReviewOwner { get; set; }

    public string? ChannelId { get; set; }

    /// <summary>For people only; nothing is looked up by it.</summary>
    public string ChannelName { get; set; } = "";

    public DateTimeOffset? NamedAt { get; set; }

    public bool IsArchived { get; set; }

    public DateTimeOffset? ArchivedSaidAt { get; set; }

    public bool IsBotOutside { get; set; }

    public DateTimeOffset? OutsideSaidAt { get; set; }

    /// <summary>When a comparison of the channel with what is stored was last begun.</summary>
    public DateTimeOffset? ComparedAt { get; set; }

    /// <summary>From when on we may have missed what happened in the channel; empty once it was compared since.</summary>
    public DateTimeOffset? MissedFrom { get; set; }

    /// <summary>Until when.</summary>
    public DateTimeOffset? MissedUntil { get; set; }

    /// <summary>The message the last comparison stopped at, because it might not read more; it and what is older is looked at next.</summary>
    public string? StoppedAt { get; set; }

    public string? CardTs { get; set; }

    public string? AnnouncementChannelId { get; set; }

    public string? AnnouncementTs { get; set; }

    public IncidentMore More { get; set; } = IncidentMore.Nothing;

    /// <summary>The ids of <see cref="Incident.ThoseWhoAnswer"/>, each between two blanks.</summary>
    public string Answering { get; set; } = " ";

    public int Version { get; set; }

    /// <summary>The last entry number given out on its timeline.</summary>
    public int LastEntry { get; set; }

    /// <summary>How many versions its entries have had together; the sequence number of the last one.</summary>
    public int LastSequence { get; set; }

    /// <summary>The last link of the chain of its timeline's versions; empty before the first.</summary>
    public byte[] ChainHead { get; set; } = [];

    /// <summary>Whether something was recorded since the last checkpoint, and the next one is asked for.</summary>
    public bool AwaitsCheckpoint { get; set; }

    public Incident ToDomain() => new()
    {
        Id = new IncidentId(new TeamId(TeamId), Number),
        Title = Title,
        Summary = Summary,
        Severity = new Severity(SeverityKey, SeverityRank, SeverityName, SeveritySign),
        Status = new IncidentStatus(StatusKey, StatusName, Phase),
        IsPrivate = IsPrivate,
        IsDrill = IsDrill,
        CouldNotDo = More.CouldNotDo(),
        Reporter = new UserId(Reporter),
        Commander = Commander is null ? null : new UserId(Commander),
        AcknowledgedBy = AcknowledgedBy is null ? null : new UserId(AcknowledgedBy),
        AcknowledgedAt = AcknowledgedAt,
        DeclaredAt = DeclaredAt,
        ResolvedAt = ResolvedAt,
        ClosedAt = ClosedAt,
        LastUpdate = UpdateText is null ? null : (More.Update ?? StoredUpdate.Nothing).Read(UpdateText, new UserId(UpdateBy!), UpdateAt!.Value),
        UpdatesToCorrect = StoredEarlier.Read(More.UpdatesToCorrect),
        SnoozedUntil = More.SnoozedUntil,
        UpdateReminded = More.UpdateReminded?.Read(),
        Review = ReviewOwner is null
            ? null
            : new Review(new UserId(ReviewOwner), ReviewOpenedAt!.Value, ReviewDueAt!.Value) { End = ReviewEnd() },
        NamedReviewOwner = NamedReviewOwner is null ? null : new UserId(NamedReviewOwner),
        Channel = ChannelId is null ? null : new ChannelId(ChannelId),
        ChannelName = ChannelName,
        NamedAt = NamedAt,
        Standing = new ChannelStanding { IsArchived = IsArchived, ArchivedSaidAt = ArchivedSaidAt, IsBotOutside = IsBotOutside, OutsideSaidAt = OutsideSaidAt },
        Card = Message(ChannelId, CardTs),
        Announcement = Message(AnnouncementChannelId, AnnouncementTs),
        LastWords = More.LastWords(),
        Times = StoredTime.Read(More.Times),
        Impacts = StoredImpact.Read(More.Impacts),
        Services = StoredService.Read(More.Services),
        Teams = StoredTeam.Read(More.Teams),
        IsRetroactive = More.IsRetroactive ?? false,
        IsTitleCut = More.IsTitleCut ?? false,
        OwnersAskedFor = StoredQuestion.Read(More.OwnersAskedFor),
        SaidElsewhere = [.. (More.SaidElsewhere ?? []).Select(post => post.Read())],
        MergedBy = More.MergedBy is { } by ? new UserId(by) : null,
        MergedInto = More.MergedInto is { } into ? new IncidentId(new TeamId(TeamId), into) : null,
        ToldOfMerge = [.. (More.ToldOfMerge ?? []).Select(user => new UserId(user))],
        DetectedBy = More.DetectedBy?.Read(),
        Roles = StoredHolder.Read(More.Roles),
        Custody = StoredLink.Read(More.Custody),
        Offer = More.Offer?.Read(),
        Search = More.Search?.Read(),
        Version = Version,
    };

    public void Take(Incident incident)
    {
        Title = incident.Title;
        Summary = incident.Summary;
        (SeverityKey, SeverityRank, SeverityName, SeveritySign) = (incident.Severity.Key, incident.Severity.Rank, incident.Severity.Name, incident.Severity.Sign);
        (StatusKey, StatusName, Phase) = (incident.Status.Key, incident.Status.Name, incident.Status.Phase);
        IsPrivate = incident.IsPrivate;
        IsDrill = incident.IsDrill;
        Reporter = incident.Reporter.Value;
        Commander = incident.Commander?.Value;
        AcknowledgedBy = incident.AcknowledgedBy?.Value;
        AcknowledgedAt = incident.AcknowledgedAt;
        DeclaredAt = incident.DeclaredAt;
        ResolvedAt = incident.ResolvedAt;
        ClosedAt = incident.ClosedAt;
        UpdateText = incident.LastUpdate?.Text;
        UpdateBy = incident.LastUpdate?.By.Value;
        UpdateAt = incident.LastUpdate?.At;
        ReviewOwner = incident.Review?.Owner.Value;
        ReviewOpenedAt = incident.Review?.OpenedAt;
        ReviewDueAt = incident.Review?.DueAt;
        ReviewLink = (incident.Review?.End as ReviewEnd.Done)?.Link;
        ReviewWaiver = (incident.Review?.End as ReviewEnd.Waived)?.Reason;
        NamedReviewOwner = incident.NamedReviewOwner?.Value;
        ChannelId = incident.Channel?.Value;
        ChannelName = incident.ChannelName;
        NamedAt = incident.NamedAt;
        IsArchived = incident.Standing.IsArchived;
        ArchivedSaidAt = incident.Standing.ArchivedSaidAt;
        IsBotOutside = incident.Standing.IsBotOutside;
        OutsideSaidAt = incident.Standing.OutsideSaidAt;
        CardTs = incident.Card?.Ts;
        AnnouncementChannelId = incident.Announcement?.Channel.Value;
        AnnouncementTs = incident.Announcement?.Ts;
        More = IncidentMore.Of(incident);
        Answering = $" {string.Join(' ', incident.ThoseWhoAnswer.Select(user => user.Value))} ";
        Version = incident.Version;
    }

    private ReviewEnd? ReviewEnd() => (ReviewLink, ReviewWaiver) switch
    {
        ({ } link, _) => new ReviewEnd.Done(link),
        (_, { } reason) => new ReviewEnd.Waived(reason),
        _ => null,
    };

    private static MessageRef? Message(string? channel, string? ts) =>
        channel is null || ts is null ? null : new MessageRef(new ChannelId(channel), ts);
}

internal sealed class IncidentTable : IEntityTypeConfiguration<IncidentRow>
{
    public void Configure(EntityTypeBuilder<IncidentRow> builder)
    {
        builder.ToTable("incidents");
        builder.HasKey(row => new { row.TeamId, row.Number });
        builder.HasIndex(row => new { row.TeamId, row.ChannelId }).IsUnique();
        builder.HasIndex(row => new { row.TeamId, row.Phase, row.Number });
        builder.HasIndex(row => new { row.TeamId, row.AnnouncementChannelId, row.Phase }).HasFilter("\"AnnouncementChannelId\" IS NOT NULL");
        builder.HasIndex(row => new { row.TeamId, row.ResolvedAt }).HasFilter("\"ResolvedAt\" IS NOT NULL");
        builder.HasIndex(row => new { row.TeamId, row.ReviewOwner, row.ReviewDueAt })
            .HasFilter("\"ReviewOwner\" IS NOT NULL AND \"ReviewLink\" IS NULL AND \"ReviewWaiver\" IS NULL");
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.Property(row => row.More).HasConversion(more => more.Write(), text => IncidentMore.Read(text));
    }
}

internal static class IncidentQueries
{
    /// <summary>Its card's message; null while there is none.</summary>
    public static Task<string?> CardAsync(this DbSet<IncidentRow> incidents, string team, int number, CancellationToken ct) =>
        incidents.Where(row => row.TeamId == team && row.Number == number).Select(row => row.CardTs).FirstOrDefaultAsync(ct);

    /// <summary>The incident whose channel this is.</summary>
    public static Task<IncidentRow?> InChannelAsync(this DbSet<IncidentRow> incidents, string team, string channel, CancellationToken ct) =>
        incidents.SingleOrDefaultAsync(row => row.TeamId == team && row.ChannelId == channel, ct);

    /// <summary>The incidents whose channels these are.</summary>
    public static Task<List<IncidentRow>> InChannelsAsync(this DbSet<IncidentRow> incidents, string team, string[] channels, CancellationToken ct) =>
        incidents.Where(row => row.TeamId == team && EF.Parameter(channels).Contains(row.ChannelId)).ToListAsync(ct);

    /// <summary>Those that person may know of outside their channels: of the private ones those they answer for or have a task of; external people of none.</summary>
    public static IQueryable<IncidentRow> KnownTo(this IQueryable<IncidentRow> incidents, string user, BotDbContext db)
    {
        var answering = $" {user} ";
        return incidents.Where(row =>
            (!row.IsPrivate
                || (user != "" && (row.Answering.Contains(answering) || db.Tasks.Any(task => task.TeamId == row.TeamId && task.Number == row.Number && task.Owner == user))))
            && !db.People.Any(person => person.TeamId == row.TeamId && person.UserId == user && person.IsExternal));
    }

    /// <summary>Whether that person may know of it outside its channel: the same rule, for one incident that is at hand.</summary>
    public static async Task<bool> MayKnowOfAsync(this BotDbContext db, Incident incident, UserId user, CancellationToken ct) =>
        (await db.WhoMayKnowOfAsync(incident, [user.Value], ct)).Count > 0;

    /// <summary>Those of these people who may know of it outside its channel, in the same order.</summary>
    public static async Task<IReadOnlyList<string>> WhoMayKnowOfAsync(this BotDbContext db, Incident incident, string[] users, CancellationToken ct)
    {
        if (users.Length == 0)
            return users;
        var (team, number) = (incident.Id.Team.Value, incident.Id.Number);
        var external = await db.People.ExternalAsync(team, users, ct);
        if (!incident.IsPrivate)
            return [.. users.Except(external)];
        var owners = await db.Tasks.Where(task => task.TeamId == team && task.Number == number && EF.Parameter(users).Contains(task.Owner)).Select(task => task.Owner!).Distinct().ToListAsync(ct);
        return [.. users.Where(user => (incident.IsAnsweredForBy(new UserId(user)) || owners.Contains(user)) && !external.Contains(user))];
    }

    /// <summary>The numbers of the live incidents that person answers for, the newest first.</summary>
    public static Task<List<int>> LiveOnesAnsweredForAsync(this DbSet<IncidentRow> incidents, string team, string user, int most, CancellationToken ct)
    {
        var answering = $" {user} ";
        return incidents.Where(row => row.TeamId == team && row.Phase == IncidentPhase.Live && row.Answering.Contains(answering))
            .OrderByDescending(row => row.Number).Take(most).Select(row => row.Number).ToListAsync(ct);
    }

    /// <summary>The live incidents behind that number, in order, to look at.</summary>
    public static Task<List<IncidentRow>> LiveAfterAsync(this DbSet<IncidentRow> incidents, string team, int after, int most, CancellationToken ct) =>
        incidents.AsNoTracking().Where(row => row.TeamId == team && row.Phase == IncidentPhase.Live && row.Number > after)
            .OrderBy(row => row.Number).Take(most).ToListAsync(ct);

    /// <summary>The same of those that are over and still owe their review.</summary>
    public static Task<List<IncidentRow>> OverWithReviewOwedAfterAsync(this DbSet<IncidentRow> incidents, string team, int after, int most, CancellationToken ct) =>
        incidents.AsNoTracking()
            .Where(row => row.TeamId == team && row.ReviewOwner != null && row.ReviewLink == null && row.ReviewWaiver == null && row.Phase != IncidentPhase.Live && row.Number > after)
            .OrderBy(row => row.Number).Take(most).ToListAsync(ct);

    /// <summary>Something may have been missed in the channels of all live incidents, besides what may have been missed before.</summary>
    public static Task<int> MarkMissedAsync(this DbSet<IncidentRow> incidents, string team, DateTimeOffset from, DateTimeOffset until, CancellationToken ct) =>
        incidents.Where(row => row.TeamId == team && row.Phase == IncidentPhase.Live && row.ChannelId != null).ExecuteUpdateAsync(
            row => row
                .SetProperty(r => r.MissedFrom, r => r.MissedFrom ?? from)
                .SetProperty(r => r.MissedUntil, until)
                .SetProperty(r => r.StoppedAt, (string?)null),
            ct);

    /// <summary>Live incidents whose channel is to be compared: those first where something may have been missed, then those compared longest ago.</summary>
    public static Task<List<IncidentRow>> ToCompareAsync(this DbSet<IncidentRow> incidents, string team, DateTimeOffset notSince, int most, CancellationToken ct) =>
        incidents.AsNoTracking()
            .Where(row => row.TeamId == team && row.Phase == IncidentPhase.Live && row.ChannelId != null
                && ((row.ComparedAt ?? row.DeclaredAt) <= notSince || (row.MissedUntil != null && (row.ComparedAt == null || row.ComparedAt < row.MissedUntil))))
            .OrderBy(row => row.MissedUntil == null).ThenBy(row => row.ComparedAt).Take(most).ToListAsync(ct);

    /// <summary>Comparisons of their channels begin.</summary>
    public static Task<int> BeginToCompareAsync(this DbSet<IncidentRow> incidents, string team, int[] numbers, DateTimeOffset now, CancellationToken ct) =>
        incidents.Where(row => row.TeamId == team && EF.Parameter(numbers).Contains(row.Number)).ExecuteUpdateAsync(row => row.SetProperty(r => r.ComparedAt, now), ct);

    /// <summary>What may have been missed in the incident's channel, and the message an earlier comparison stopped at.</summary>
    public static async Task<(DateTimeOffset? From, DateTimeOffset? Until, string? StoppedAt)> MissedAsync(this DbSet<IncidentRow> incidents, IncidentId incident, CancellationToken ct)
    {
        var row = await incidents.Where(row => row.TeamId == incident.Team.Value && row.Number == incident.Number)
            .Select(row => new { row.MissedFrom, row.MissedUntil, row.StoppedAt }).SingleAsync(ct);
        return (row.MissedFrom, row.MissedUntil, row.StoppedAt);
    }

    /// <summary>What was missed until then is made good; what was missed since is not.</summary>
    public static Task<int> MakeGoodAsync(this DbSet<IncidentRow> incidents, IncidentId incident, DateTimeOffset? until, CancellationToken ct) =>
        incidents.MissedNotAfter(incident, until).ExecuteUpdateAsync(
            row => row
                .SetProperty(r => r.MissedFrom, (DateTimeOffset?)null)
                .SetProperty(r => r.MissedUntil, (DateTimeOffset?)null)
                .SetProperty(r => r.StoppedAt, (string?)null),
            ct);

    /// <summary>Not all of it was looked at: that message is where the next comparison goes on.</summary>
    public static Task<int> StayMissedAsync(
        this DbSet<IncidentRow> incidents, IncidentId incident, DateTimeOffset? from, DateTimeOffset? until, string stoppedAt, CancellationToken ct) =>
        incidents.MissedNotAfter(incident, until).ExecuteUpdateAsync(
            row => row
                .SetProperty(r => r.MissedFrom, r => r.MissedFrom ?? from)
                .SetProperty(r => r.MissedUntil, r => r.MissedUntil ?? until)
                .SetProperty(r => r.StoppedAt, stoppedAt),
            ct);

    private static IQueryable<IncidentRow> MissedNotAfter(this DbSet<IncidentRow> incidents, IncidentId incident, DateTimeOffset? until) =>
        incidents.Where(row => row.TeamId == incident.Team.Value && row.Number == incident.Number && (row.MissedUntil == null || row.MissedUntil <= until));

    /// <summary>Announcements follow their channel to its new id; those of live incidents also where this turn knows them already.</summary>
    public static async Task MoveAnnouncementsAsync(this DbSet<IncidentRow> incidents, string team, string from, string to, CancellationToken ct)
    {
        var live = await incidents.Where(row => row.TeamId == team && row.Phase == IncidentPhase.Live && row.AnnouncementChannelId == from).ToListAsync(ct);
        live.ForEach(row => row.AnnouncementChannelId = to);
        await incidents.Where(row => row.TeamId == team && row.Phase != IncidentPhase.Live && row.AnnouncementChannelId == from)
            .ExecuteUpdateAsync(row => row.SetProperty(r => r.AnnouncementChannelId, to), ct);
    }
}
