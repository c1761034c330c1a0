using IncidentBot.Configuration;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Timeline;
using IncidentBot.Storage;
using IncidentBot.Wording;

namespace IncidentBot.Messaging;

/// <summary>
/// One request being handled: who asks, where, when, and the hands to act with. Everything a turn does is kept in one
/// transaction; nothing it does reaches the outside before that transaction is on the disk.
/// </summary>
internal sealed class Turn(TurnBatch batch, InboxRow row, CommandRouter commands, string by, string? here, ReplyTo? replyTo, string? triggerId)
{
    private readonly List<Func<CancellationToken, Task>> doings = [];

    /// <summary>What somebody asked for; what was learned on the way there follows from that too.</summary>
    private readonly long request = row.RequestId ?? row.Id;

    private Outcome outcome = Outcome.Recorded;
    private string? outcomeWords;
    private DateTimeOffset? saidAt;

    /// <summary>Others it is about too: the same message may be on several timelines.</summary>
    private readonly HashSet<int> alsoAbout = [];

    public UserId By { get; } = new(by);

    public ChannelId? Here { get; private set; } = here is null ? null : new ChannelId(here);

    /// <summary>When it happened: a request that waited for us happened when it came in, not when we got round to it.</summary>
    public DateTimeOffset Now { get; private set; } = row.Source == InboxSource.Slack ? row.ReceivedAt : batch.Now;

    /// <summary>From when words such as <c>25m ago</c> count: from when they were written, also where a button says them again later.</summary>
    public DateTimeOffset SaidAt => saidAt ?? Now;

    /// <summary>A button says again what was said then.</summary>
    public void WasSaidAt(DateTimeOffset at) => saidAt = at < Now ? at : Now;

    /// <summary>When it came in: the same each time it is handled, so that what was asked of Slack since was asked for it.</summary>
    public DateTimeOffset CameAt => row.ReceivedAt;

    /// <summary>It was done earlier than it came in, as whoever sent it says; later it cannot have been.</summary>
    public void HappenedAt(DateTimeOffset at) => Now = at < Now ? at : Now;

    /// <summary>Whether a button of ours was pressed; words that only buttons type are good only then.</summary>
    public bool IsPressed { get; init; }

    /// <summary>The line somebody typed, where it holds more than they would type again; else empty.</summary>
    public string Typed { get; set; } = "";

    public BotOptions Options => batch.Options;

    public WorkspaceRow Workspace => batch.Workspace;

    public string Team => batch.Workspace.TeamId;

    public ReplyTo? ReplyTo { get; private set; } = replyTo;

    public string? TriggerId { get; } = triggerId;

    /// <summary>The request's own row; a form opened from it names it, to find the message it was opened on.</summary>
    public long InboxId => row.Id;

    /// <summary>By which log and ledger name what somebody asked for.</summary>
    public string RequestReference => InboxRow.ReferenceOf(request);

    /// <summary>The store, to read from: with everything in it that the turns before this one did.</summary>
    public Task<BotDbContext> StoreAsync(CancellationToken ct) => batch.SaveAsync(ct);

    /// <summary>Which incident it turned out to be about, for the ledger.</summary>
    public int? About { get; private set; } = row.Number;

    /// <summary>What the request waits for, when it cannot be handled yet.</summary>
    public string? WaitsFor { get; private set; }

    /// <summary>The incident with that number, or this channel's.</summary>
    public async Task<Incident?> FindIncidentAsync(int? number, CancellationToken ct)
    {
        var found = number is { } named
            ? await batch.NumberedAsync(named, ct)
            : Here is { } channel ? await batch.InChannelAsync(channel.Value, ct) : null;
        return found is not null && !await MaySeeAsync(found, ct) ? null : Concern(found);
    }

    /// <summary>
    /// Whether the person may hear of the incident here: in its channel; elsewhere a private one only those who answer for it or
    /// were given something to do about it. External people know what is in their channels, and nothing else.
    /// </summary>
    public async Task<bool> MaySeeAsync(Incident incident, CancellationToken ct) =>
        (incident.Channel is { } channel && channel == Here) || (!await IsExternalAsync(ct) && await (await StoreAsync(ct)).MayKnowOfAsync(incident, By, ct));

    /// <summary>Whether whoever asks is external, as far as Slack was asked.</summary>
    public async Task<bool> IsExternalAsync(CancellationToken ct) =>
        By.Value != Workspace.BotUserId && await (await StoreAsync(ct)).People.FindAsync([Team, By.Value], ct) is { IsExternal: true };

    private Incident? Concern(Incident? incident)
    {
        if (incident is not null && About is { } other && other != incident.Id.Number)
            alsoAbout.Add(other);
        About = incident?.Id.Number ?? About;
        return incident;
    }

    /// <summary>The incident with that number, for our own follow-ups, whoever may see it.</summary>
    public async Task<Incident?> NumberedAsync(int number, CancellationToken ct) => Concern(await batch.NumberedAsync(number, ct));

    /// <summary>The incident whose channel that is, for our own follow-ups, whoever may see it.</summary>
    public async Task<Incident?> InChannelAsync(string channel, CancellationToken ct) => Concern(await batch.InChannelAsync(channel, ct));

    /// <summary>Another incident than the one the request is about, to name it.</summary>
    public Task<Incident?> OtherAsync(IncidentId incident, CancellationToken ct) => batch.NumberedAsync(incident.Number, ct);

    public IncidentId NextIncidentId() => batch.NextId();

    /// <summary>What a command line decides about an incident, where it is one thing.</summary>
    public Matter? Decides(CommandLine line) => commands.UsageOf(line.Verb)?.Decides;

    /// <summary>Whether it was nothing for us: nobody hears of it.</summary>
    public bool IsIgnored => outcome == Outcome.Ignored;

    /// <summary>All the words there are.</summary>
    public IReadOnlyList<Usage> Usages => commands.Usages;

    /// <summary>The usage somebody probably meant by a word nobody knows; null when none is near.</summary>
    public Usage? Nearest(string word) => commands.Nearest(word);

    /// <summary>Runs a command line in this turn, as if it had been typed.</summary>
    public Task RunAsync(CommandLine line, CancellationToken ct) => commands.RunAsync(line, this, ct);

    /// <summary>Whether whoever asks may do what that line does; where not, they were told who can.</summary>
    public Task<bool> MayRunAsync(CommandLine line, CancellationToken ct) => commands.MayAsync(line, this, ct);

    /// <summary>Goes back to the channel a form was opened in; Slack does not say it with the answer.</summary>
    public void ComeBackTo(string channel)
    {
        Here = new ChannelId(channel);
        ReplyTo = ReplyTo is { } where ? where with { Channel = channel } : null;
    }

    /// <summary>Acts on what the domain said, and tells the person.</summary>
    public void Conclude(Incident before, Decision decision)
    {
        switch (decision)
        {
            case Decision.Accepted accepted:
                Accept(accepted);
                Confirm(Replies.Done(before, accepted, Here), accepted.Events[0].GetType().Name);
                break;
            case Decision.Refused refused:
                Refuse(WithWords(Refusals.SentenceFor(refused.Why, before, Here)), refused.Why.GetType().Name);
                break;
        }
    }

    public void Accept(Decision.Accepted decision)
    {
        Concern(decision.After);
        doings.Add(ct => batch.AcceptAsync(decision, request, ct));
    }

    /// <summary>Keeps facts about the incident that are no event: where its channel and messages are.</summary>
    public void Keep(Incident incident) => doings.Add(ct => batch.KeepAsync(incident, ct));

    /// <summary>The reminder that fell due was given; the next one is set.</summary>
    public void RemindNext(Incident incident, string kind) => doings.Add(ct => batch.Reminders.GivenAsync(incident, kind, ct));

    /// <summary>Nothing is to be reminded of now. What is wanted later could not be set while this one was due, and is now.</summary>
    public void RemindLater(ReminderDue due, Incident? incident)
    {
        if (incident is null)
            RemindAt(due.Number, due.Kind, due.Subject, null);
        else
            RemindNext(incident, due.Kind);
    }

    /// <summary>Sets when something of an incident's, or of nobody's (0), is to be reminded of; null: no more. Where one of them is due now, it was given.</summary>
    public void RemindAt(int number, string kind, string subject, DateTimeOffset? due) =>
        doings.Add(ct => batch.Reminders.SetAsync(number, kind, subject, due, wasGiven: true, ct));

    /// <summary>How far the incident's timeline has come, to be said now; the reminder that fell due is done.</summary>
    public Task<Checkpoint> CheckpointAsync(Incident incident, CancellationToken ct) => batch.CheckpointAsync(incident.Id.Number, ct);

    /// <summary>The checkpoint that fell due cannot be said now.</summary>
    public Task PostponeCheckpointAsync(Incident incident, CancellationToken ct) => batch.PostponeCheckpointAsync(incident.Id.Number, ct);

    /// <summary>Puts an entry on the timeline, and says under which number.</summary>
    public TimelineEntry Record(TimelineEntry entry) => batch.Record(entry);

    /// <summary>Puts what an incident is declared with on its timeline, once the incident is there: the message it is declared from, and words that do not fit its title.</summary>
    public void RecordFirst(TimelineEntry evidence) => doings.Add(_ => batch.RecordFirstAsync(evidence));

    /// <summary>The entry with that number on the incident's timeline.</summary>
    public Task<TimelineEntry?> EntryAsync(IncidentId incident, int entry, CancellationToken ct) => batch.EntryAsync(incident, entry, ct);

    /// <summary>The incident's entry for that very message, whatever became of it since.</summary>
    public Task<TimelineEntry?> EntryOfAsync(IncidentId incident, string channel, string ts, CancellationToken ct) => batch.EntryOfAsync(incident, channel, ts, ct);

    /// <summary>Keeps a change of an entry, with its version.</summary>
    public Task ReviseAsync(EntryRevision revision, CancellationToken ct) => batch.ReviseAsync(revision, ct);

    /// <summary>Remembers that an entry's message was edited without its words becoming others.</summary>
    public Task RememberEditAsync(TimelineEntry entry, DateTimeOffset editedAt, CancellationToken ct) => batch.RememberEditAsync(entry, editedAt, ct);

    /// <summary>Takes an entry's words away for ever, wherever they stand.</summary>
    public Task RedactAsync(EntryRevision redaction, CancellationToken ct) => batch.RedactAsync(redaction, request, ct);

    /// <summary>What this request says is not kept beyond this turn, only that it came and what became of it.</summary>
    public void ForgetRequest() => doings.Add(ct => batch.Db.Inbox.ForgetAsync(InboxId, ct));

    /// <summary>What this request says is kept as it was read.</summary>
    public void KeepRequestAs(Func<string, string> read)
    {
        if (BlackenedBody.Of(row.Body, new BlackenedJson(read, null), read) is { } body && !ReferenceEquals(body, row.Body))
            doings.Add(ct => batch.Db.Inbox.SayAsync(InboxId, body, ct));
    }

    public void Owe(Effect effect) => doings.Add(ct => batch.OweAsync(effect, About, request, ct));

    /// <summary>Tells the person who asked, and only them.</summary>
    public void Say(MessageContent content)
    {
        if (ReplyTo is { } where)
            Owe(new Answer(where, content, InboxId));
    }

    /// <summary>What is kept or read by everybody is written in the workspace's language, whoever acts.</summary>
    public T ForAll<T>(Func<T> write)
    {
        using var spoken = Options.Language.Workspace.Speak();
        return write();
    }

    /// <summary>How all these people read is learned in one go, before each is owed something.</summary>
    public Task LookAheadAsync(IReadOnlyCollection<string> people, CancellationToken ct) => batch.Readers.LookAheadAsync(people, ct);

    /// <summary>Tells one person, and only them, in the language they read.</summary>
    public void Tell(ReplyTo where, Func<MessageContent> content) => Owe(Unwritten.For(where.User, () => new Answer(where, content(), InboxId)));

    /// <summary>Tells whoever made the request this follows from, where a person did.</summary>
    public async Task TellWhoAskedAsync(Func<MessageContent> content, CancellationToken ct)
    {
        var asked = await (await StoreAsync(ct)).Inbox.FindAsync([request], ct);
        if (asked is { Source: InboxSource.Slack } && WaysBack.To(asked) is { } where)
            Tell(where with { InPlace = false }, content);
    }

    /// <summary>Shows the person what they asked to see.</summary>
    public void Answer(MessageContent content, string what)
    {
        Shown(what);
        Say(content);
    }

    /// <summary>What the person asked to see is on its way, where no answer carries it.</summary>
    public void Shown(string what) => Became(Outcome.Answered, what);

    /// <summary>Tells the person that it is done.</summary>
    public void Confirm(MessageContent content, string? what = null)
    {
        Became(Outcome.Recorded, what);
        Say(content);
    }

    /// <summary>Tells the person why it cannot be.</summary>
    public void Refuse(MessageContent content, string why)
    {
        Became(Outcome.Refused, why);
        Say(content);
    }

    /// <summary>Tells the person why it cannot be, beside the buttons they pressed: another of these may be what they can do.</summary>
    public void RefuseBeside(MessageContent content, string why)
    {
        Became(Outcome.Refused, why);
        if (ReplyTo is { } where)
            Owe(new Answer(where with { InPlace = false }, content, InboxId));
    }

    public void Refuse(Refusal why) => Refuse(WithWords(Refusals.Sentence(why)), why.GetType().Name);

    public void NotUnderstood(string sentence, Usage usage) => Refuse(WithWords(Replies.NotUnderstood(sentence, usage).Text), "not understood");

    /// <summary>The sentence, and below it what was typed, where that was more than a few words.</summary>
    private MessageContent WithWords(string sentence) => Typed.Length == 0 ? MessageContent.Plain(sentence) : GivenBack.Below(Speak($"{sentence} You wrote:"), Typed);

    /// <summary>Opens the one-question form whose answer completes <paramref name="line"/>.</summary>
    public void Ask(Question question, CommandLine line)
    {
        OpenForm(QuestionForm.Callback, QuestionForm.Remember(question, line, Here));
    }

    /// <summary>Opens a form; where the request carries no trigger, or it comes too late, a button is offered instead.</summary>
    /// <param name="callbackId">The form.</param>
    /// <param name="remembered">What it remembers.</param>
    /// <param name="sent">The request that sent it before, where it begins with what was written then.</param>
    public void OpenForm(string callbackId, string remembered, long? sent = null)
    {
        Await("asked");
        if (ReplyTo is { } where)
            Owe(new OpenForm(callbackId, remembered, TriggerId, where, InboxId) { Sent = sent });
    }

    /// <summary>It changed something, and no answer says so.</summary>
    public void Noted(string? what = null) => Became(Outcome.Recorded, what);

    /// <summary>What comes of it comes in as a request of its own.</summary>
    public void Await(string what) => Became(Outcome.Begun, what);

    public void Duplicate(string why) => Became(Outcome.Duplicate, why);

    public void Ignore(string why) => Became(Outcome.Ignored, why);

    public void Fail(string why) => Became(Outcome.Failed, why);

    /// <summary>What became of this is what became of the request that began it.</summary>
    public void EndRequest() => doings.Add(ct => WaitsFor is null ? batch.Db.Inbox.EndAsync(request, outcome, outcomeWords, ct) : Task.CompletedTask);

    private void Became(Outcome became, string? inWords) => (outcome, outcomeWords) = (became, inWords);

    /// <summary>What we know of a user, or null after having arranged that the request is handled again once Slack has said.</summary>
    public async Task<PersonRow?> PersonOrWaitAsync(UserId user, TimeSpan notOlderThan, CancellationToken ct)
    {
        var person = await batch.Db.People.FindAsync([Team, user.Value], ct);
        if (person is not null && Now - person.LookedUpAt <= notOlderThan)
            return person;
        WaitFor(PersonLookup.Waiting(user.Value), new LookUpPerson(user.Value));
        return null;
    }

    /// <summary>It is handled again once that is known.</summary>
    public void WaitFor(string what, Effect asking)
    {
        WaitsFor = what;
        Owe(asking);
    }

    /// <summary>Puts what the turn decided into the transaction. Called once, after the handlers.</summary>
    public async Task FinishAsync(CancellationToken ct)
    {
        foreach (var doing in doings)
            await doing(ct);
        if (About is null && Here is { } here)
            await InChannelAsync(here.Value, ct);
        row.State = WaitsFor is null ? InboxState.Handled : InboxState.Waiting;
        row.WaitingFor = WaitsFor;
        row.HandledAt = WaitsFor is null ? batch.Now : null;
        row.Number = About;
        if (WaitsFor is not null)
            return;
        (row.Outcome, row.OutcomeWords) = (outcome, outcomeWords);
        batch.Db.AlsoAbout.AddRange(alsoAbout.Where(number => number != About).Select(number => new AlsoAboutRow { TeamId = Team, Number = number, RequestId = row.Id }));
    }
}
