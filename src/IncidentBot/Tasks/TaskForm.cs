using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Tasks;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Requests;
using IncidentBot.Storage;
using IncidentBot.Wording;

namespace IncidentBot.Tasks;

/// <summary>Makes a task or follow-up of a message of any channel, from the message's menu.</summary>
internal sealed class AddAsTask : IShortcut
{
    public string CallbackId => "add_as_task";

    public string Name => "Add as task";

    public string Description => "Makes this message a task or follow-up of an incident";

    public bool OnMessage => true;

    public async Task HandleAsync(SlackRequest request, Turn turn, CancellationToken ct)
    {
        var remembered = SourceMessage.Remember(turn.InboxId);
        if (await TaskForm.MayAsync(remembered, turn, ct))
            turn.OpenForm(TaskForm.Callback, remembered);
    }
}

/// <summary>What is to be done, for which incident, by whom and by when.</summary>
internal sealed class TaskForm : IForm
{
    public const string Callback = "add_as_task";
    private const string Value = "value";
    private const string IncidentBlock = "incident";
    private const string Text = "text";
    private const string Sort = "sort";
    private const string Owner = "owner";
    private const string Due = "due";

    public string CallbackId => Callback;

    public Task<bool> MayOpenAsync(string remembered, Turn turn, CancellationToken ct) => MayAsync(remembered, turn, ct);

    public static Task<bool> MayAsync(string remembered, Turn turn, CancellationToken ct) => turn.MayForOneAsync(remembered, [TaskCommand.Called.Word, FollowUpCommand.Word], ct);

    public async Task<ModalViewDefinition> OpenAsync(string remembered, FormReading reading, CancellationToken ct)
    {
        var open = await IncidentChoices.OfAsync(remembered, reading, ct);
        if (open.Count == 0)
            return new ModalViewDefinition { CallbackId = Callback, Title = TaskFormWords.Title, Close = Speak("Close"), Blocks = [new SectionBlock { Text = new Markdown(TaskFormWords.NoIncident) }] };
        var source = await SourceMessage.FindAsync(remembered, reading.Db, reading.Team, reading.Asker, ct);
        Option[] incidents = [.. open.Select(IncidentChoices.Option)];
        Option[] sorts = [.. Enum.GetValues<TaskSort>().Select(sort => new Option { Text = new PlainText(TaskFormWords.Sort(sort)), Value = sort.ToString() })];
        return new ModalViewDefinition
        {
            CallbackId = Callback,
            PrivateMetadata = remembered,
            Title = TaskFormWords.Title,
            Submit = Speak("Add"),
            Close = Speak("Cancel"),
            Blocks =
            [
                Inputs.Of(IncidentBlock, TaskFormWords.WhichIncident, new StaticSelectMenu { ActionId = Value, Options = incidents, InitialOption = incidents[0] }),
                Inputs.Of(Text, TaskFormWords.What, new PlainTextInput { ActionId = Value, InitialValue = source is null ? null : Suggested(source), MaxLength = IncidentTask.LongestText }),
                Inputs.Of(Sort, TaskFormWords.Now, new StaticSelectMenu { ActionId = Value, Options = sorts, InitialOption = sorts[0] }),
                Inputs.Of(Owner, TaskFormWords.Who, new UserSelectMenu { ActionId = Value }, optional: true),
                Inputs.Of(Due, TaskFormWords.When, new PlainTextInput { ActionId = Value, MaxLength = 60, Placeholder = TaskFormWords.WhenHint }, optional: true),
            ],
        };
    }

    public IReadOnlyDictionary<string, string> Check(ViewState state)
    {
        var wrong = new Dictionary<string, string>();
        if (IncidentChoices.Chosen(state, IncidentBlock, Value) is null)
            wrong[IncidentBlock] = TaskFormWords.ChooseIncident;
        if (string.IsNullOrWhiteSpace(state.GetText(Text, Value)))
            wrong[Text] = TaskFormWords.SayWhat;
        if (state.GetText(Due, Value)?.Trim() is { Length: > 0 } due && DueTime.Read(due, DateTimeOffset.UnixEpoch, TimeZoneInfo.Utc) is DueReading.Unreadable && !char.IsAsciiDigit(due[0]))
            wrong[Due] = TaskFormWords.SayWhen;
        return wrong;
    }

    public async Task SubmitAsync(ViewInfo view, Turn turn, CancellationToken ct)
    {
        if (IncidentChoices.Chosen(view.State, IncidentBlock, Value) is not { } number
            || await SourceMessage.FindAsync(view.PrivateMetadata, await turn.StoreAsync(ct), turn.Team, turn.By.Value, ct) is not { } source
            || await turn.IncidentAsync(number, source, ct) is not { } incident)
        {
            turn.Refuse(TaskReplies.NotAdded, "could not be added");
            return;
        }
        var sort = view.State.GetSelectedOption(Sort, Value) == nameof(TaskSort.FollowUp) ? TaskSort.FollowUp : TaskSort.Task;
        var word = sort == TaskSort.FollowUp ? FollowUpCommand.Word : TaskCommand.Called.Word;
        if (await turn.RefusedForElsewhereAsync(incident, view, word, _ => view.PrivateMetadata, ct)
            || !await turn.MayAsync([word], incident, ViewWords.Typed(view.State), ct))
            return;
        var db = await turn.StoreAsync(ct);
        if (await db.Tasks.OfMessageAsync(incident.Id, source.Channel, source.Message.Ts, ct) is { } known)
        {
            turn.Refuse(TaskReplies.IsTaskAlready(incident, known), "a task already");
            return;
        }
        var line = new TaskLine(
            PeoplesWords.OneLine(PeoplesWords.Harmless(Mrkdwn.Escape(view.State.GetText(Text, Value) ?? ""))),
            view.State.GetSelectedUser(Owner, Value) is { } owner ? new UserId(owner) : null,
            view.State.GetText(Due, Value)?.Trim() ?? "");
        await TaskActs.AddAsync(
            incident, sort, line, TaskCommand.Called, turn, ct,
            task => TaskOfMessage.FromMessage(task, source.Channel, source.Message.Ts, source.Message.ThreadTs, turn) with { Text = Mrkdwn.Truncate(task.Text, IncidentTask.LongestText) });
    }

    private static string? Suggested(SourceMessage source) =>
        PeoplesWords.OneLine(PeoplesWords.Plain(CapturedText.Of(source.Message))) is { Length: > 0 } line ? Mrkdwn.Truncate(line, IncidentTask.LongestText) : null;
}

/// <summary>What the form says.</summary>
internal static class TaskFormWords
{
    public static string Title => Speak("Add as task");
    public static string NoIncident => Speak("There is no open incident to add this to. `/incident declare` declares one; the message's menu also has *Declare an incident*.");
    public static string WhichIncident => Speak("Which incident?");
    public static string What => Speak("What is to be done?");
    public static string Now => Speak("When is it to be done?");
    public static string Who => Speak("Who does it?");
    public static string When => Speak("By when?");
    public static string WhenHint => Speak("17:00, 2h, tomorrow, friday 9:00");
    public static string ChooseIncident => Speak("Choose an incident.");
    public static string SayWhat => Speak("Say in a few words what is to be done.");
    public static string SayWhen => Speak("Write a time such as 17:00, 2h, tomorrow or friday 9:00.");

    public static string Sort(TaskSort sort) => sort == TaskSort.Task ? Speak("Now: a task") : Speak("After the incident: a follow-up");
}
