using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Requests;
using IncidentBot.Storage;
using IncidentBot.Wording;

namespace IncidentBot.Timeline;

/// <summary>Puts a message of any channel on an open incident's timeline, from the message's menu.</summary>
internal sealed class AddToTimeline : IShortcut
{
    public string CallbackId => "add_to_timeline";

    public string Name => "Add to timeline";

    public string Description => "Puts this message on an open incident's timeline";

    public bool OnMessage => true;

    public async Task HandleAsync(SlackRequest request, Turn turn, CancellationToken ct)
    {
        var remembered = SourceMessage.Remember(turn.InboxId);
        if (await AddToTimelineForm.MayAsync(remembered, turn, ct))
            turn.OpenForm(AddToTimelineForm.Callback, remembered);
    }
}

/// <summary>Which incident, and what the message is about.</summary>
internal sealed class AddToTimelineForm : IForm
{
    public const string Callback = "add_to_timeline";
    private const string Value = "value";
    private const string IncidentBlock = "incident";
    private const string Kind = "kind";

    public string CallbackId => Callback;

    public Task<bool> MayOpenAsync(string remembered, Turn turn, CancellationToken ct) => MayAsync(remembered, turn, ct);

    public static Task<bool> MayAsync(string remembered, Turn turn, CancellationToken ct) => turn.MayForOneAsync(remembered, ["note"], ct);

    public async Task<ModalViewDefinition> OpenAsync(string remembered, FormReading reading, CancellationToken ct)
    {
        var open = await IncidentChoices.OfAsync(remembered, reading, ct);
        var kinds = KindWords.ForPeople.Select(kind => Choice(KindWords.Name(kind), KindWords.Word(kind))).ToList();
        if (open.Count == 0)
        {
            return new ModalViewDefinition
            {
                CallbackId = Callback,
                Title = Speak("Add to timeline"),
                Close = Speak("Close"),
                Blocks = [new SectionBlock { Text = new Markdown(Speak("There is no open incident to add this to. `/incident declare` declares one; the message's menu also has *Declare an incident*.")) }],
            };
        }
        var incidents = open.Select(IncidentChoices.Option).ToList();
        return new ModalViewDefinition
        {
            CallbackId = Callback,
            PrivateMetadata = remembered,
            Title = Speak("Add to timeline"),
            Submit = Speak("Add"),
            Close = Speak("Cancel"),
            Blocks =
            [
                Inputs.Of(IncidentBlock, Speak("Which incident?"), new StaticSelectMenu { ActionId = Value, Options = incidents, InitialOption = incidents[0] }, hint: Speak("Everybody in its channel will see the message.")),
                Inputs.Of(Kind, Speak("What is it about?"), new StaticSelectMenu { ActionId = Value, Options = kinds, InitialOption = kinds[0] }),
            ],
        };
    }

    public IReadOnlyDictionary<string, string> Check(ViewState state) => IncidentChoices.Chosen(state, IncidentBlock, Value) is null
        ? new Dictionary<string, string> { [IncidentBlock] = Speak("Choose an incident.") }
        : new Dictionary<string, string>();

    public async Task SubmitAsync(ViewInfo view, Turn turn, CancellationToken ct)
    {
        if (IncidentChoices.Chosen(view.State, IncidentBlock, Value) is not { } number
            || await SourceMessage.FindAsync(view.PrivateMetadata, await turn.StoreAsync(ct), turn.Team, turn.By.Value, ct) is not { } source
            || await turn.IncidentAsync(number, source, ct) is not { } chosen)
        {
            turn.Refuse(MessageContent.Plain(Speak("That message could not be added. Use *Add to timeline* in its menu again.")), "could not be added");
            return;
        }
        if (await MergedMarks.KeptByIfPermittedAsync(chosen, turn, ct) is not { } incident)
            return;
        var goesOn = await turn.WhereItGoesOnAsync(chosen, ct);
        var place = incident.Id == chosen.Id || goesOn.There is not null ? IncidentWords.Place(incident) : IncidentWords.Number(incident);
        var kind = KindWords.Read(view.State.GetSelectedOption(Kind, Value) ?? "") ?? EntryKind.Note;
        var choice = new Capture(source.Channel, source.Message.Ts, CaptureRow.Menu, turn.By.Value, turn.By, turn.Now);
        if (await turn.EntryOfAsync(incident.Id, choice.Channel, choice.Ts, ct) is { } standing)
        {
            var change = await Captures.SetAsync(incident, choice, kind, turn, ct);
            turn.Say(standing.State.HasFlag(EntryState.Hidden) ? await HiddenAsync(standing, turn, ct) : HeldAlready(place, change));
            return;
        }
        if (await MessageWords.OrWaitAsync(turn.ForAll(() => CapturedText.Of(source.Message)), turn, ct) is not { } text)
            return;
        var entry = await Captures.RecordAsync(incident, choice, turn.ForAll(() => source.AsEntry(incident.Id, kind, text, turn)), turn, ct);
        CardThread.Tell(incident, () => NoteReplies.InThread(entry), turn);
        turn.Confirm(Added(Speak($"On the timeline of {place}: {TimelineWords.When(entry)} {KindWords.Name(entry.Kind)}."), goesOn));
    }

    private static async Task<MessageContent> HiddenAsync(TimelineEntry entry, Turn turn, CancellationToken ct)
    {
        var db = await turn.StoreAsync(ct);
        return CaptureReplies.IsHidden(entry.Number, await db.TimelineVersions.HiddenByAsync(entry.Incident, entry.Number, ct));
    }

    private static MessageContent Added(string text, GoesOn goesOn)
    {
        text = goesOn.Line.Length == 0 ? text : $"{text}\n{goesOn.Line}";
        return goesOn.There is not { } there ? MessageContent.Plain(text) : MessageContent.With(text, GoesOnWords.Open(there));
    }

    private static MessageContent HeldAlready(string place, EntryChange? change) => MessageContent.Plain(change switch
    {
        EntryChange.Restored => Speak($"That message is back on the timeline of {place}."),
        EntryChange.CapturedAgain => Speak($"That message is on the timeline of {place} already. It stays there for you too, should others take theirs back."),
        _ => Speak($"That message is on the timeline of {place} already."),
    });

    private static Option Choice(string text, string value) => new() { Text = new PlainText(text), Value = value };
}
