using IncidentBot.Configuration;
using IncidentBot.Domain.Impacts;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Reviews;
using IncidentBot.Domain.Roles;
using IncidentBot.Domain.Timeline;
using IncidentBot.Domain.Times;
using IncidentBot.Domain.Updates;
using IncidentBot.Evidence;
using IncidentBot.Home;
using IncidentBot.Impacts;
using IncidentBot.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Reconciliation;
using IncidentBot.Reminding;
using IncidentBot.Reviews;
using IncidentBot.Roles;
using IncidentBot.Storage;
using IncidentBot.TestKit;
using IncidentBot.Timeline;
using IncidentBot.Times;
using IncidentBot.Updates;
using IncidentBot.Wording;

namespace IncidentBot.Tests.Views;

/// <summary>What people are told, as they read it.</summary>
public sealed class ReplySnapshots
{
    private static readonly Incident Live = Some.Incident(severity: Severity.Sev2, status: IncidentStatus.Identified, commander: Some.OtherUser);

    private static Page<T> Latest<T>(IReadOnlyList<T> rows, int earlier = 0) => new(rows, 1, 0, earlier);

    [Fact]
    public void Help_where_there_is_no_incident() => Snapshot.Match("help-outside", HelpReply.Of(WorstCase.Usages, null, WorstCase.Options));

    [Fact]
    public void Help_in_an_incident() => Snapshot.Match("help-inside", HelpReply.Of(WorstCase.Usages, Live, WorstCase.Options));

    [Fact]
    public void Help_on_one_screen()
    {
        Snapshot.Match("help-first-outside", HelpReply.First(WorstCase.Usages, null));
        Snapshot.Match("help-first", HelpReply.First(WorstCase.Usages, Some.Incident()));
        Snapshot.Match("help-first-commanded", HelpReply.First(WorstCase.Usages, Live));
        Snapshot.Match("help-first-over", HelpReply.First(WorstCase.Usages, Live with { Status = IncidentStatus.Resolved }));
    }

    [Fact]
    public void Help_about_one_command() => Snapshot.Match("help-one", HelpReply.About(WorstCase.Usages.Single(usage => usage.Word == "sev"), WorstCase.Options));

    [Fact]
    public void A_raise_where_it_was_announced() => Snapshot.Match("raised", IncidentAnnouncement.Raised(new SeverityChanged(Severity.Sev2, Severity.Sev1, "Payments too", Some.User, Some.Moment), Live));

    [Fact]
    public void The_impact()
    {
        var estimate = new ImpactEstimate(new AffectedUsers(new PeopleCount(200, 300), true) { Source = "logs" }, new DailyActiveUsers(new PeopleCount(60_000, 60_000)), Some.User, Some.Moment);
        Snapshot.Match("impact-form", ImpactFormView.Of(null, ""));
        Snapshot.Match("impact-form-again", ImpactFormView.Of(estimate, ""));
        Snapshot.Match("impact-history", ImpactReplies.History(Live with { Impacts = ImpactHistory.None.With(estimate) }));
        Snapshot.Match("impact-history-empty", ImpactReplies.History(Live));
    }

    [Fact]
    public void The_times()
    {
        var times = new[] { (NamedTime.ImpactStart, -30), (NamedTime.Detected, -25), (NamedTime.Mitigated, 40), (NamedTime.Resolved, -60) }
            .Aggregate(IncidentTimes.None, (all, each) => all.With(new Stamp(each.Item1, Some.Moment.AddMinutes(each.Item2), IsGiven: each.Item1 != NamedTime.Mitigated)));
        Snapshot.Match("times-unknown", TimesReply.Of(Some.Incident(), WorstCase.Options));
        Snapshot.Match("times", TimesReply.Of(Live with { Times = times, DetectedBy = new DetectionSource("support", "Customer support") }, WorstCase.Options));
    }

    [Fact]
    public void The_list()
    {
        Snapshot.Match("list", ListReply.Of([Live with { Id = Live.Id with { Number = 9 } }, Some.Incident(title: "Logins & more")], andMore: true));
        var over = Live with { Status = IncidentStatus.Resolved, ResolvedAt = Some.Moment };
        Snapshot.Match("list-over", ListReply.Over([over with { Review = Some.Review() }, over with { Status = IncidentStatus.Closed, Review = Some.Review(new ReviewEnd.Waived("A drill.")) }], andMore: false));
        Snapshot.Match("list-over-empty", ListReply.Over([], andMore: false));
        Snapshot.Match("list-empty", ListReply.Of([], andMore: false));
    }

    [Fact]
    public void What_was_done_with_a_way_back() => Snapshot.Match("done-with-undo", Replies.Done(
        Live, new Decision.Accepted(Live with { Severity = Severity.Sev1, Version = 2 }, [new SeverityChanged(Severity.Sev2, Severity.Sev1, "Payments too", Some.User, Some.Moment)]),
        Live.Channel));

    [Fact]
    public void An_emoji_on_the_card_that_came_too_late()
    {
        var emoji = new Capture("C1", "1.2", ":large_yellow_circle:", Some.User.Value, Some.User, Some.Moment);
        Snapshot.Match("card-emoji-late", CardEmojiReplies.Overtaken(Live, emoji, new CommandLine(null, "sev", "3"), Matter.Severity, new LastWord(Some.OtherUser, Some.Moment.AddMinutes(2))));
        Snapshot.Match("card-emoji-late-own", CardEmojiReplies.Overtaken(Live, emoji, new CommandLine(null, "resolve", ""), Matter.Status, new LastWord(Some.User, Some.Moment.AddMinutes(2))));
    }

    [Fact]
    public void The_timeline() => Snapshot.Match("timeline", TimelineReply.Of(
        Live, Latest<TimelineLine>([
            new(Some.Entry("api 2.4 is out", EntryKind.Deploy, Some.Moment.AddMinutes(-30)) with { Number = 4, Permalink = "https://example.com/archives/C1/p1" }, new WordsChange(EntryChange.MessageEdited, Some.User)),
            new(Some.Entry("Checkout answers with errors", EntryKind.Alert) with { Number = 2, Author = null, AuthorName = "Monitoring" }),
            new(Some.Entry("<@U000000001> took command", EntryKind.Role) with { Number = 3, Author = null }),
            new(Some.Entry("the queue was full", EntryKind.RootCause) with { Number = 12, Happened = HappenedAt.Untimed with { AsGiven = "sometime" }, Author = Some.User }, new WordsChange(EntryChange.Reworded, Some.OtherUser)),
        ], earlier: 36)));

    [Fact]
    public void An_entry_with_all_that_can_be_done_to_it()
    {
        Snapshot.Match("entry", EntryCard.Of(Live, Some.Entry("the queue was full", EntryKind.RootCause) with { Number = 12 }));
        Snapshot.Match("entry-fact", EntryCard.Of(Live, Some.Entry("Incident declared", EntryKind.Ticket) with { Number = 1, Author = null, State = EntryState.Hidden }));
        Snapshot.Match("entry-deleted", EntryCard.Of(Live, Some.Entry("gone") with { Number = 3, State = EntryState.SourceDeleted, Permalink = "https://example.com/archives/C1/p1" }));
    }

    [Fact]
    public void A_correction_and_the_history()
    {
        var before = Some.Entry("the queue was full", EntryKind.RootCause) with { Number = 12 };
        var (by, why, at) = (Some.OtherUser, "it was two queues", Some.Moment.AddHours(1));
        var reworded = new EntryRevision(before with { Text = "the queues were full", Version = 2 }, EntryChange.Reworded, by, why, at);
        var hidden = new EntryRevision(reworded.After with { State = EntryState.Hidden, Version = 3 }, EntryChange.Hidden, by, "", at.AddMinutes(1));
        var retimed = reworded with { After = before with { Happened = new HappenedAt(Some.Moment, "9:00 Europe/Berlin", TimePrecision.Minute), Version = 4 }, Change = EntryChange.Retimed };
        Snapshot.Match("entry-reworded", EntryReplies.Done(Live, before, reworded));
        Snapshot.Match("entry-reworded-thread", EntryReplies.InThread(reworded));
        Snapshot.Match("entry-hidden", EntryReplies.Done(Live, before, hidden));
        Snapshot.Match("entry-retimed", EntryReplies.Done(Live, before, retimed));
        Snapshot.Match("entry-missing", EntryReplies.NoSuchEntry(Live, 99));
        Snapshot.Match("entry-history", HistoryReply.OfEntry(
            Live,
            12,
            Latest<EntryVersion>([
                EntryVersion.Of(before, EntryChange.Recorded, before.RecordedBy, "", before.RecordedAt),
                .. new[] { reworded, hidden, retimed }.Select(revision => EntryVersion.Of(revision.After, revision.Change, by, revision.Why, revision.At)),
            ])));
        Snapshot.Match("history", HistoryReply.Of(
            Live, Latest([EntryVersion.Of(reworded.After, EntryChange.Reworded, by, why, at) with { Sequence = 31 }], earlier: 30)));
    }

    [Fact]
    public void An_export()
    {
        Snapshot.Match("export-coming", ExportReplies.Coming(Live));
        Snapshot.Match("export", ExportReplies.Above(Live, "incident-7-out-12.jsonl"));
        Snapshot.Match("export-private", ExportReplies.Above(Live with { IsPrivate = true }, "incident-7-out-12.jsonl"));
        Snapshot.Match("export-not-sent", ExportReplies.NotSent(Live, "file_uploads_disabled"));
        Snapshot.Match("export-too-long", ExportReplies.NotSent(Live, BundleNotSent.TooLong));
    }

    [Fact]
    public void Files_of_an_entry() => Snapshot.Match("timeline-files", TimelineReply.Of(
        Live, Latest([.. new[]
        {
            Some.Entry("📎 graph.png") with { Number = 2, Files = EntryFiles.Of(new EntryFile("F1", "graph.png", 81_234, FileFate.Copied, "5f2c")) },
            Some.Entry("📎 heap.bin") with { Number = 3, Files = EntryFiles.Of(new EntryFile("F1", "heap.bin", 31_000_000, FileFate.NotCopied, "", FileWords.Reason("too_large"))) },
            Some.Entry("📎 one.log, two.log") with
            {
                Number = 4,
                Files = EntryFiles.Of(
                    new EntryFile("F1", "one.log", 812, FileFate.Awaited),
                    new EntryFile("F2", "two.log", 0, FileFate.NotCopied, "", FileWords.Reason("tombstone"))),
            },
        }.Select(entry => new TimelineLine(entry))])));

    [Fact]
    public void A_checkpoint() => Snapshot.Match(
        "checkpoint", CheckpointWords.Of(new Checkpoint(12, 31, "5f2c8a1be07d94c3a6e1f0b2d4857c9960a3b1e8d7f4c2059a6b8e3d1c7f0a42", Some.Moment)));

    [Fact]
    public void Words_that_go_for_ever()
    {
        var entry = Some.Entry("the password is in the log", EntryKind.Note) with { Number = 12, Version = 3 };
        Snapshot.Match("redact", RedactReplies.Confirm(Live, entry, AlsoStands.Nowhere, "a password"));
        Snapshot.Match("redacted", RedactReplies.Done(entry, AlsoStands.Nowhere));
        Snapshot.Match("redacted-message", RedactReplies.Done(entry with { Permalink = "https://example.com/archives/C1/p1" }, new AlsoStands([(Live, 4)], 2, [56]) { With = [13, 17] }));
        Snapshot.Match("redacted-post-stands", RedactReplies.StillInSlack(new PostNotTakenBack("C1", "1930291203.258527", Some.Moment, "is_archived"), "https://example.com/"));
        Snapshot.Match("redacted-thread", RedactReplies.InThread(new EntryRevision(entry with { Text = "" }, EntryChange.Redacted, Some.OtherUser, "a password", Some.Moment), []));
        Snapshot.Match("redacted-entry", EntryCard.Of(Live, entry with { Text = "", State = EntryState.Redacted }));
        Snapshot.Match("redacted-history", HistoryReply.OfEntry(
            Live,
            12,
            Latest([
                EntryVersion.Of(entry with { Text = "", Version = 1 }, EntryChange.Recorded, entry.RecordedBy, "", entry.RecordedAt),
                EntryVersion.Of(entry with { Text = "", Version = 2 }, EntryChange.Redacted, Some.OtherUser, "a password", Some.Moment.AddHours(1)),
            ])));
    }

    [Fact]
    public void What_a_note_is_answered_with()
    {
        Snapshot.Match("note", NoteReplies.Noted(Live, Some.Entry() with { Happened = new HappenedAt(Some.Moment, "9:00 Europe/Berlin", TimePrecision.Minute) }));
        Snapshot.Match("note-sometime", NoteReplies.Noted(Live, Some.Entry() with { Happened = HappenedAt.Untimed }));
        Snapshot.Match("note-twice", NoteReplies.Noted(
            Live, Some.Entry() with { Happened = new HappenedAt(Some.Moment, "2:30 Europe/Berlin", TimePrecision.Minute) },
            new TimeReading.Timed(HappenedAt.Untimed, "", new ClockChange.Repeated("Europe/Berlin", TimeSpan.FromHours(1), TimeSpan.FromHours(2)))));
        Snapshot.Match("note-skipped", NoteReplies.Noted(
            Live, Some.Entry() with { Happened = new HappenedAt(Some.Moment, "2:30 Europe/Berlin", TimePrecision.Minute) },
            new TimeReading.Timed(HappenedAt.Untimed, "", new ClockChange.Skipped("Europe/Berlin", new TimeOnly(3, 30)))));
        Snapshot.Match("note-yesterday", NoteReplies.Noted(
            Live, Some.Entry() with { Happened = new HappenedAt(Some.Moment, "23:50 Europe/Berlin", TimePrecision.Minute) },
            new TimeReading.Timed(HappenedAt.Untimed, "", null) { IsYesterdays = true }));
        Snapshot.Match("note-message-time", NoteReplies.Noted(
            Live, Some.Entry() with { Happened = HappenedAt.Exactly(Some.Moment) with { AsGiven = "https://example.slack.com/archives/C1/p1" } }));
        Snapshot.Match("note-which-time", NoteReplies.WhichTime(Live, "14.05 fix: cache & queue", new TimeReading.Doubtful("14.05", TimeDoubt.Unreadable)));
        Snapshot.Match("note-which-zone", NoteReplies.WhichTime(Live, "14:05 EST text", new TimeReading.Doubtful("14:05 EST", TimeDoubt.ZoneByLetters)));
        Snapshot.Match("note-in-thread", NoteReplies.InThread(Some.Entry(kind: EntryKind.Fix)));
    }

    [Fact]
    public void Reminders_before_it_is_due_when_it_is_and_after()
    {
        var (incident, review) = (Live with { Review = Some.Review() }, Some.Review());
        foreach (var (name, now) in new[] { ("before", review.DueAt.AddDays(-1)), ("due", review.DueAt), ("overdue", review.DueAt.AddDays(1)) })
        {
            Snapshot.Match($"reminder-{name}", ReviewReminder.ToOwner(incident, review, now));
            Snapshot.Match($"reminder-{name}-thread", ReviewReminder.InThread(incident, review, now));
        }
    }

    [Fact]
    public void Declared() => Snapshot.Match("declared", DeclareReplies.Declared(Some.Incident()));

    [Fact]
    public void Declared_but_without_a_channel() => Snapshot.Match("no-channel", DeclareReplies.NoChannel(Some.Incident() with { Channel = null }, "restricted_action"));

    [Fact]
    public void Words_nobody_knows_and_places_without_an_incident()
    {
        Snapshot.Match("unknown-word", Replies.UnknownWord("statsu", WorstCase.Usages.Single(usage => usage.Word == "status")));
        Snapshot.Match("unknown-far", Replies.UnknownWord("pizza", null));
        Snapshot.Match("no-incident-here", Replies.NoIncidentHere(WorstCase.Usages.Single(usage => usage.Word == "sev"), null));
        Snapshot.Match("no-such-incident", Replies.NoIncidentHere(WorstCase.Usages.Single(usage => usage.Word == "sev"), 99));
        Snapshot.Match("failed", Replies.Failed("in-41"));
        Snapshot.Match("form-later", Replies.OpenFormLater("declare", "source:41"));
        Snapshot.Match("not-read", CaptureReplies.NotRead("message_not_found", "in-41"));
    }

    [Fact]
    public void What_is_said_of_what_was_missed()
    {
        var (most, from) = (new Repaired(3, 1, 1, 2, 1), Some.Moment);
        Snapshot.Match("missed", ReconcileWords.InChannel(Live, from, from.AddMinutes(29), most, null));
        Snapshot.Match("missed-in-part", ReconcileWords.InChannel(Live, from, from.AddMinutes(29), most, from.AddMinutes(8)));
        Snapshot.Match("missed-nothing-so-far", ReconcileWords.InChannel(Live, from, from.AddMinutes(29), new Repaired(0, 0, 0, 0, 0), from.AddMinutes(8)));
        Snapshot.Match("missed-overnight", ReconcileWords.InChannel(Live, from, from.AddHours(14), new Repaired(0, 2, 0, 0, 0), null));
        Snapshot.Match("missed-unaware", ReconcileWords.InChannel(Live, null, null, new Repaired(1, 0, 0, 0, 0), null));
        Snapshot.Match("compared", ReconcileWords.ToAsker(Live, couldRead: true, most, null));
        Snapshot.Match("compared-in-part", ReconcileWords.ToAsker(Live, couldRead: true, most, from));
        var card = new Repaired(0, 0, 0, 0, 0)
        {
            Channel = [ChannelChange.Renamed],
            Decided = [Matter.Severity, Matter.Status, Matter.Command],
            Unheard = [new UnheardEmoji(new Capture("C1", "1.2", ":raising_hand:", Some.User.Value, Some.User, from), new CommandLine(null, "take", ""))],
        };
        Snapshot.Match("missed-state", ReconcileWords.InChannel(Live, from, from.AddSeconds(29), card, null));
        Snapshot.Match("card-emoji-unheard", CardEmojiReplies.Unheard(Live, card.Unheard[0].Emoji, card.Unheard[0].Line));
        Snapshot.Match("compared-nothing", ReconcileWords.ToAsker(Live, couldRead: true, new Repaired(0, 0, 0, 0, 0), null));
        Snapshot.Match("compared-not", ReconcileWords.ToAsker(Live, couldRead: false, new Repaired(0, 0, 0, 0, 0), null));
        Snapshot.Match("compared-refused", ReconcileWords.NotRead("fatal_error"));
    }

    [Fact]
    public void The_home_tab()
    {
        Snapshot.Match("home-empty", HomeView.Of(new HomeSight([], [], [], [], []), Some.Moment));
        Snapshot.Match("home", HomeView.Of(
            new HomeSight([Live], [Some.Incident(9, "Logins are slow")], [new TaskOf(Some.Task() with { Owner = Some.User, DueAt = Some.Moment }, Live)], [Live with { Review = Some.Review() }], [Live with { Status = IncidentStatus.Resolved, ResolvedAt = Some.Moment, Review = Some.Review() }]),
            Some.Moment.AddDays(6)));
    }

    [Fact]
    public void Roles_handing_over_and_the_chain_of_command()
    {
        var roles = WorstCase.Options.Roles;
        var held = Live with { Roles = RoleHolders.Of(new RoleHolder("scribe", "Scribe", Some.User)), LastUpdate = Some.Update() };
        var until = Some.Moment.AddMinutes(40);
        Snapshot.Match("roles", RoleReplies.Board(held, roles));
        Snapshot.Match("role-given", RoleReplies.Given(held, new RoleGiven(roles[1], null, Some.User, Some.OtherUser, Some.Moment)));
        Snapshot.Match("roles-form", RolesFormView.Of(roles, key => key == "commander" ? [Some.OtherUser.Value] : [], "{}"));
        Snapshot.Match("handover", HandoverBrief.Of(
            held, new CommandOffer(Some.User, Some.OtherUser, Some.Moment, until), [Some.Entry("the new gateway", EntryKind.Hypothesis)], [Some.Entry("not the database", EntryKind.DeadEnd)], [Some.Task()], WorstCase.Options, Some.Moment.AddMinutes(30)));
        Snapshot.Match("handover-asked", HandoverReplies.Offered(held, new CommandOffered(Some.User, until, Some.OtherUser, Some.Moment)));
        Snapshot.Match("custody", CustodyReply.Of(
            held with { Custody = Custody.Of(new CustodyLink(Some.User, Some.Moment.AddMinutes(7)), new CustodyLink(Some.OtherUser, Some.Moment.AddMinutes(20))) }, Some.Moment.AddMinutes(90)));
    }

    [Fact]
    public void Nobody_commands()
    {
        var free = Live with { Commander = null };
        var told = new CommandStillFree(Some.Moment, AreOthersTold: true, Some.User, Some.Moment.AddMinutes(20));
        Snapshot.Match("nobody-commands", FreeCommandReplies.InChannel(free, told, "S0123456"));
        Snapshot.Match("nobody-commands-elsewhere", FreeCommandReplies.Elsewhere(free, told));
        Snapshot.Match("nobody-found", FreeCommandReplies.NobodyFound(free, new CommanderNotFound("S0123456", "", Some.User, Some.Moment)));
    }

    [Fact]
    public void An_update_is_due()
    {
        var next = Some.Moment.AddMinutes(70);
        Snapshot.Match("update-due", UpdateReplies.Due(Live, Some.Moment.AddHours(1), next, WorstCase.Options));
        Snapshot.Match("update-due-to", UpdateReplies.DueTo(Live, Some.Moment.AddHours(1), next, WorstCase.Options));
        Snapshot.Match("not-acknowledged", AcknowledgeReplies.Missed(Live, TimeSpan.FromMinutes(30)));
        Snapshot.Match("after-quiet-hours", QuietReplies.Held([UpdateReplies.DueLine(Live, Some.Moment), ReviewReminder.Line(Live, Some.Review())]));
        Snapshot.Match("update-form", UpdateFormView.Of(Some.Update() with { Parts = new UpdateParts("We rolled back.", "The gateway refused cards.", "") }, "{}"));
    }

    [Fact]
    public void Why_the_bot_does_what_it_does()
    {
        ReminderRow Wish(string kind, int minutes) => new() { TeamId = "T1", Number = 7, Kind = kind, DueAt = Some.Moment.AddMinutes(minutes) };
        var held = new HeldNudgeRow { TeamId = "T1", UserId = Some.OtherUser.Value, Number = 7, Kind = ReminderKinds.Update, Of = Some.OtherUser.Value, Until = Some.Moment.AddHours(8) };
        Snapshot.Match("why", WhyReply.Of(Live, [Wish(ReminderKinds.Acknowledge, 30), Wish(ReminderKinds.Update, 60), Wish(ReminderKinds.Checkpoint, 1440)], [held], WorstCase.Options));
        Snapshot.Match("why-nothing", WhyReply.Of(Some.Incident(), [], [], WorstCase.Options));
    }

    [Fact]
    public void Why_while_nobody_commands()
    {
        ReminderRow Wish(string kind, int minutes) => new() { TeamId = "T1", Number = 7, Kind = kind, DueAt = Some.Moment.AddMinutes(minutes) };
        var free = Some.Incident(severity: Severity.Sev2);
        var asking = ConfigFile.Read("commander: S0123456789\ncommand: { tell: C0123456789 }", null).Options;
        var told = ConfigFile.Read("command: { tell: S0123456789 }", null).Options;
        Snapshot.Match("why-asking", WhyReply.Of(free, [Wish(ReminderKinds.AskGroup, 0), Wish(ReminderKinds.FreeCommand, 10)], [], asking));
        Snapshot.Match("why-others", WhyReply.Of(free, [Wish(ReminderKinds.FreeCommand, 20)], [], told));
        Snapshot.Match("why-told", WhyReply.Of(free with { Search = new CommandSearch("S0123456789", Some.Moment) { IsOver = true } }, [], [], asking));
    }

    [Fact]
    public void Somebody_covers()
    {
        var until = Some.Moment.AddHours(2);
        Snapshot.Match("cover-asked", CoverReplies.Asked(Some.User, until));
        Snapshot.Match("cover-begun", CoverReplies.Begun(Some.OtherUser, until));
        Snapshot.Match("cover-none", CoverReplies.Standing(null));
    }
}
