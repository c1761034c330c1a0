using System.Globalization;
using IncidentBot.Sandbox;

namespace IncidentBot.Tests.Replays;

/// <summary>Turns the steps of a replay into what people do in Slack; patient as people are who have an incident.</summary>
internal sealed class Player(Stage stage)
{
    private const string OpenTheForm = "Open the form";
    private const int MostTriesForAForm = 3;
    private static readonly TimeSpan FillingInTakes = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, (string Channel, string Ts)> messages = [];

    /// <summary>Everything that is done, in order. A form is two acts: opening it, and sending it.</summary>
    public IEnumerable<Act> Acts() => stage.Replay.Steps.SelectMany(ActsOf);

    private IEnumerable<Act> ActsOf(ReplayStep step)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{step.At:MM-dd HH:mm} {step.Who} {step.Does} {step.To ?? step.Text}");
        return step.Does switch
        {
            "wait" => [new Act(name, () => Task.CompletedTask, () => HappensAsync(() => stage.MoveToAsync(stage.Replay.Moment(step.At))), IsHeard: true)],
            "post" => [SlackTakes(name, step, PostAsync, isHeard: false)],
            "reply" => [SlackTakes(name, step, ReplyAsync, isHeard: false)],
            "join" => [SlackTakes(name, step, async () => await Who(step).JoinAsync(await ChannelAsync(step.In!)), isHeard: false)],
            "react" => [SlackTakes(name, step, ReactAsync, isHeard: true)],
            "type" => [new Act(name, () => TimeOf(step), () => TypeAsync(step), IsHeard: true, LooksFirst: true)],
            "declare_from" => FormActs(name, step, "declare_from_message"),
            "add_to_timeline" => FormActs(name, step, "add_to_timeline"),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step.Does, "A replay does not know that."),
        };

        async Task PostAsync() => Remember(step, await ChannelAsync(step.In!), await Who(step).PostAsync(await ChannelAsync(step.In!), step.Text!));

        async Task ReplyAsync()
        {
            var (channel, root) = await MessageAsync(step.To!);
            Remember(step, channel, await Who(step).PostAsync(channel, step.Text!, root));
        }

        async Task ReactAsync()
        {
            var (channel, ts) = await MessageAsync(step.To!);
            await Who(step).ReactAsync(channel, ts, step.Emoji!);
        }
    }

    private async Task<bool> TypeAsync(ReplayStep step) => Worked(await Who(step).CommandAsync(await ChannelAsync(step.In!), step.Text!));

    private IEnumerable<Act> FormActs(string name, ReplayStep step, string shortcut) =>
    [
        new Act($"{name}, opening the form", () => stage.MoveToAsync(stage.Replay.Moment(step.At) - FillingInTakes), () => UseShortcutAsync(step, shortcut), IsHeard: true, LooksFirst: true),
        new Act($"{name}, sending the form", () => FormIsOpenAsync(step, shortcut), () => SubmitAsync(step), IsHeard: true),
    ];

    private async Task<bool> UseShortcutAsync(ReplayStep step, string shortcut)
    {
        var (channel, ts) = await MessageAsync(step.To!);
        return Worked(await Who(step).ShortcutAsync(shortcut, channel, ts));
    }

    /// <summary>A form that could not open in time is offered by a button; when there is neither, the menu is used again.</summary>
    private async Task FormIsOpenAsync(ReplayStep step, string shortcut)
    {
        for (var tries = 0; (await Who(step).ViewsAsync()).Count == 0; tries++)
        {
            if (tries == MostTriesForAForm)
                throw new TimeoutException($"No form opened for {step.Who} on {step.To}.");
            if (!await PressOpenTheFormAsync(step))
                await UseShortcutAsync(step, shortcut);
            await stage.SettlesAsync();
        }
        await TimeOf(step);
    }

    private async Task<bool> PressOpenTheFormAsync(ReplayStep step)
    {
        var (channel, _) = await MessageAsync(step.To!);
        var offered = (await Who(step).MessagesAsync(channel)).LastOrDefault(message => message.Ephemeral && ButtonOf(message) is not null);
        if (offered is null || ButtonOf(offered) is not var (block, action))
            return false;
        await Who(step).ClickAsync(channel, offered.Ts, block, action);
        await Who(step).DeleteAsync(channel, offered.Ts);
        return true;
    }

    private static (string Block, string Action)? ButtonOf(SandboxMessage message) => message.Blocks.EnumerateArray()
        .Where(block => block.GetProperty("type").GetString() == "actions")
        .SelectMany(block => block.GetProperty("elements").EnumerateArray(), (block, element) => (Block: block, Element: element))
        .Where(each => each.Element.TryGetProperty("text", out var text) && text.GetProperty("text").GetString() == OpenTheForm)
        .Select(each => ((string, string)?)(each.Block.GetProperty("block_id").GetString()!, each.Element.GetProperty("action_id").GetString()!))
        .FirstOrDefault();

    private async Task<bool> SubmitAsync(ReplayStep step)
    {
        var form = (await Who(step).ViewsAsync())[^1];
        var elements = form.GetProperty("blocks").EnumerateArray().Where(block => block.TryGetProperty("element", out _))
            .ToDictionary(block => block.GetProperty("block_id").GetString()!, block => block.GetProperty("element").GetProperty("action_id").GetString()!);
        var values = step.Form!.ToDictionary(
            field => field.Key,
            field => (IReadOnlyDictionary<string, object?>)new Dictionary<string, object?> { [elements[field.Key]] = field.Value });
        var sent = await Who(step).SubmitAsync(form.GetProperty("id").GetString()!, values);
        Assert.Empty(sent.Errors);
        return Worked(sent.Delivery!);
    }

    /// <summary>What Slack itself takes; the bot hears of it by an event, sooner or later.</summary>
    private Act SlackTakes(string name, ReplayStep step, Func<Task> act, bool isHeard) => new(name, () => TimeOf(step), () => HappensAsync(act), isHeard);

    private static async Task<bool> HappensAsync(Func<Task> act)
    {
        await act();
        return true;
    }

    private static bool Worked(SandboxDelivery delivery) => delivery.Error is null;

    private Task TimeOf(ReplayStep step) => stage.MoveToAsync(stage.Replay.Moment(step.At));

    private SandboxPerson Who(ReplayStep step) => stage.People[step.Who!];

    private async Task<string> ChannelAsync(string name) => name == "incident" ? (await stage.IncidentChannelAsync()).Id : stage.Channels[name];

    private async Task<(string Channel, string Ts)> MessageAsync(string name)
    {
        if (name != "card")
            return messages[name];
        var channel = await stage.IncidentChannelAsync();
        return (channel.Id, Assert.Single(channel.Pins));
    }

    private void Remember(ReplayStep step, string channel, string ts)
    {
        if (step.As is { } name)
            messages[name] = (channel, ts);
    }
}
