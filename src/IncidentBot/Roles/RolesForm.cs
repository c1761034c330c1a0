using System.Text.Json;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Roles;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Requests;
using IncidentBot.Wording;

namespace IncidentBot.Roles;

/// <summary>
/// All roles on one form, as they were held when it opened. Only what somebody changed on it is done: what others changed
/// meanwhile stays.
/// </summary>
internal sealed class RolesForm : IForm
{
    public const string Callback = "roles";
    private const string Value = "value";

    public string CallbackId => Callback;

    /// <summary>What was shown has to come back with the answer.</summary>
    public static string Remember(Incident incident, IReadOnlyList<Role> roles, ChannelId? openedIn) => JsonSerializer.Serialize(new Remembered(
        incident.Id.Number,
        openedIn?.Value,
        roles.ToDictionary(role => role.Key, role => RoleWords.HoldersOf(incident, role).Select(user => user.Value).ToArray())));

    public Task<bool> MayOpenAsync(string remembered, Turn turn, CancellationToken ct) => turn.MayRunAsync(new CommandLine(Read(remembered).Number, RoleCommand.Called.Word, "edit"), ct);

    public Task<ModalViewDefinition> OpenAsync(string remembered, FormReading reading, CancellationToken ct)
    {
        var shown = Read(remembered);
        return Task.FromResult(RolesFormView.Of(reading.Options.Roles, key => shown.Holders.GetValueOrDefault(key, []), remembered));
    }

    public IReadOnlyDictionary<string, string> Check(ViewState state) => new Dictionary<string, string>();

    public async Task SubmitAsync(ViewInfo view, Turn turn, CancellationToken ct)
    {
        var shown = Read(view.PrivateMetadata);
        if (shown.Channel is { } channel)
            turn.ComeBackTo(channel);
        if (await turn.IncidentAsync(new CommandLine(shown.Number, "role", ""), RoleCommand.Called, ct) is not { } incident)
            return;
        var wanted = Changes(shown, view.State, turn.Options.Roles).ToList();
        string[] needed = [RoleCommand.Called.Word, .. wanted.Any(change => change.Role.IsCommand && change.Come.Count + change.Go.Count > 0) ? ["commander"] : Array.Empty<string>()];
        if (!await turn.MayAsync(needed, incident, "", ct))
            return;
        foreach (var (person, isCommand) in wanted.SelectMany(change => change.Come.Select(come => (come, change.Role.IsCommand))).Distinct())
        {
            var whyNot = await (isCommand ? turn.WhyNoCommandAsync(person, incident, ct) : turn.WhyNoDutyAsync(person, incident, ct));
            if (turn.WaitsFor is not null)
                return;
            if (whyNot is not null)
            {
                turn.Refuse(whyNot);
                return;
            }
        }
        turn.Conclude(incident, Duties.Arrange(incident, wanted, turn.By, turn.Now));
    }

    private static IEnumerable<RoleChange> Changes(Remembered shown, ViewState state, IReadOnlyList<Role> roles)
    {
        foreach (var role in roles.Where(role => shown.Holders.ContainsKey(role.Key)))
        {
            string[] chosen = role.IsForSeveral ? [.. state.GetSelectedUsers(role.Key, Value)] : state.GetSelectedUser(role.Key, Value) is { } one ? [one] : [];
            var before = shown.Holders[role.Key];
            yield return new RoleChange(role, [.. before.Except(chosen).Select(id => new UserId(id))], [.. chosen.Except(before).Select(id => new UserId(id))]);
        }
    }

    private static Remembered Read(string remembered) =>
        JsonSerializer.Deserialize<Remembered>(remembered) ?? throw new FormatException("A form of roles that remembers nothing.");

    private sealed record Remembered(int Number, string? Channel, Dictionary<string, string[]> Holders);
}

/// <summary>The form: one menu of people for each role, with what the role does.</summary>
internal static class RolesFormView
{
    public static ModalViewDefinition Of(IReadOnlyList<Role> roles, Func<string, string[]> holders, string remembered) => new()
    {
        CallbackId = RolesForm.Callback,
        PrivateMetadata = remembered,
        Title = Speak("Who does what"),
        Submit = Speak("Save"),
        Close = Speak("Cancel"),
        Blocks = [.. roles.Select(role => Input(role, holders(role.Key)))],
    };

    private static InputBlock Input(Role role, string[] holders) => Inputs.Of(
        role.Key,
        Speak(role.Name),
        role.IsForSeveral
            ? new MultiUserSelectMenu { ActionId = "value", InitialUsers = holders.Length > 0 ? holders : null, MaxSelectedItems = Role.MostHolders, Placeholder = Speak("Nobody") }
            : new UserSelectMenu { ActionId = "value", InitialUser = holders.FirstOrDefault(), Placeholder = Speak("Nobody") },
        optional: true,
        Speak(role.Does));
}
