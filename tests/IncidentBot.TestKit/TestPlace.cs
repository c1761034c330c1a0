using System.Text.Json;
using IncidentBot.Sandbox;

namespace IncidentBot.TestKit;

/// <summary>Somebody, somewhere: what they do there, and what they see.</summary>
internal sealed class TestPlace(TestBot bot, SandboxPerson person, string channel)
{
    /// <summary>Types a command; the bot must take it within Slack's three seconds.</summary>
    public async Task Types(string command) => Taken(await person.CommandAsync(channel, command));

    /// <summary>Types a command and waits; the answer only this person sees.</summary>
    public async Task<string> Asks(string command) => (await AsksFor(command)).Text;

    /// <summary>Like <see cref="Asks"/>, with the whole message.</summary>
    public Task<SandboxMessage> AsksFor(string command) => HearsAfter(() => Types(command));

    /// <summary>Does something, waits, and gives the one new message only this person sees.</summary>
    public async Task<SandboxMessage> HearsAfter(Func<Task> act)
    {
        var before = (await Whispers()).Select(message => message.Ts).ToHashSet();
        await act();
        await bot.SettlesAsync();
        var heard = (await Whispers()).Where(message => !before.Contains(message.Ts)).ToList();
        return heard.Count == 1
            ? heard[0]
            : throw new InvalidOperationException($"One answer was expected and {heard.Count} came: {string.Join(" / ", heard.Select(message => message.Text))}");
    }

    public Task<string> Says(string text, string? inThread = null, bool broadcast = false) => person.PostAsync(channel, text, inThread, broadcast);

    /// <summary>Says something, puts it on the timeline with an emoji, and waits.</summary>
    /// <returns>The message's <c>ts</c>.</returns>
    public async Task<string> Captures(string text)
    {
        var ts = await Says(text);
        await Reacts(ts, "pushpin");
        await bot.SettlesAsync();
        return ts;
    }

    public Task Reacts(string ts, string emoji) => person.ReactAsync(channel, ts, emoji);

    public Task TakesBack(string ts, string emoji) => person.UnreactAsync(channel, ts, emoji);

    public Task Pins(string ts) => person.PinAsync(channel, ts);

    /// <summary>Uses a shortcut of a message's menu.</summary>
    public async Task Uses(string callbackId, string ts) => Taken(await person.ShortcutAsync(callbackId, channel, ts));

    /// <summary>Presses the button that says so.</summary>
    public async Task Presses(SandboxMessage message, string button)
    {
        var (block, action, _) = Controls.Find(message.Blocks, button);
        Taken(await person.ClickAsync(channel, message.Ts, block, action));
    }

    /// <summary>Chooses an option of the menu whose placeholder says so.</summary>
    public async Task Chooses(SandboxMessage message, string menu, string option)
    {
        var (block, action, element) = Controls.Find(message.Blocks, menu);
        Taken(await person.ClickAsync(channel, message.Ts, block, action, Controls.Option(element, option)));
    }

    /// <summary>Everything this person sees here, oldest first.</summary>
    public Task<IReadOnlyList<SandboxMessage>> Sees() => person.MessagesAsync(channel);

    /// <summary>What only this person sees here, oldest first; not what everybody is told who joins.</summary>
    public async Task<IReadOnlyList<SandboxMessage>> Whispers() => [.. (await Sees()).Where(message => message.Ephemeral && !IsWelcome(message))];

    /// <summary>What this person was told when they joined.</summary>
    public async Task<IReadOnlyList<SandboxMessage>> Welcomes() => [.. (await Sees()).Where(message => message.Ephemeral && IsWelcome(message))];

    private static bool IsWelcome(SandboxMessage message) => message.Text.StartsWith(":wave: You are in.", StringComparison.Ordinal);

    private static void Taken(SandboxDelivery delivery)
    {
        if (delivery is not { Status: 200, Error: null })
            throw new InvalidOperationException($"The bot answered {delivery.Status} and the person saw {delivery.Error ?? "nothing"}.");
    }
}

/// <summary>Finds buttons and menus by what people read on them.</summary>
internal static class Controls
{
    public static (string Block, string Action, JsonElement Element) Find(JsonElement blocks, string label)
    {
        var all = All(blocks).ToList();
        return all.Where(each => each.Label == label).Select(each => (each.Block, each.Action, each.Element)).FirstOrDefault() is { Block: not null } found
            ? found
            : throw new InvalidOperationException($"There is no \"{label}\" among: {string.Join(", ", all.Select(each => each.Label))}.");
    }

    /// <summary>What people read on all buttons and menus.</summary>
    public static IReadOnlyList<string> Labels(JsonElement blocks) => [.. All(blocks).Select(each => each.Label)];

    public static string Option(JsonElement menu, string text) => menu.GetProperty("options").EnumerateArray()
        .Single(option => option.GetProperty("text").GetProperty("text").GetString() == text).GetProperty("value").GetString()!;

    private static IEnumerable<(string Block, string Action, string Label, JsonElement Element)> All(JsonElement blocks) =>
        from block in blocks.EnumerateArray()
        from element in block switch
        {
            _ when block.GetProperty("type").GetString() == "actions" => block.GetProperty("elements").EnumerateArray().ToArray(),
            _ when block.TryGetProperty("accessory", out var beside) => [beside],
            _ => [],
        }
        let label = element.TryGetProperty("text", out var text) ? text : element.GetProperty("placeholder")
        select (block.GetProperty("block_id").GetString()!, element.GetProperty("action_id").GetString()!, label.GetProperty("text").GetString()!, element);
}
