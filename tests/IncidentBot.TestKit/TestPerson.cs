using System.Text.Json;
using IncidentBot.Domain.Incidents;
using IncidentBot.Sandbox;

namespace IncidentBot.TestKit;

/// <summary>Somebody in the workspace.</summary>
internal sealed class TestPerson(TestBot bot, SandboxPerson person)
{
    public string Id => person.Id;

    public UserId User => new(person.Id);

    public string Mention => person.Mention;

    /// <summary>The sandbox's own hands, for what is rarely done.</summary>
    public SandboxPerson Hands => person;

    public TestPlace In(string channel) => new(bot, person, channel);

    public TestPlace In(TestIncident incident) => In(incident.Channel);

    /// <summary>Declares from the general channel, and joins what came of it.</summary>
    public async Task<TestIncident> Declares(string title = "Checkout is failing")
    {
        await In(bot.General).Types($"/incident declare {title}");
        await bot.SettlesAsync();
        return await bot.Store.NewestAsync();
    }

    /// <summary>The form in front, or null when none is open.</summary>
    public async Task<JsonElement?> Form()
    {
        var views = await person.ViewsAsync();
        return views.Count == 0 ? null : views[^1];
    }

    /// <summary>Fills in the form in front, each block by its one element, and sends it.</summary>
    public async Task<SandboxSubmission> Submits(params IReadOnlyList<(string Block, object? Value)> values)
    {
        var form = await Form() ?? throw new InvalidOperationException("No form is open.");
        var elements = form.GetProperty("blocks").EnumerateArray().Where(block => block.TryGetProperty("element", out _))
            .ToDictionary(block => block.GetProperty("block_id").GetString()!, block => block.GetProperty("element").GetProperty("action_id").GetString()!);
        return await person.SubmitAsync(
            form.GetProperty("id").GetString()!,
            values.ToDictionary(
                each => each.Block,
                each => (IReadOnlyDictionary<string, object?>)new Dictionary<string, object?> { [elements[each.Block]] = each.Value }));
    }

    /// <summary>Uses a global shortcut.</summary>
    public Task<SandboxDelivery> Uses(string callbackId) => person.ShortcutAsync(callbackId);

    /// <summary>What the bot wrote to this person directly, oldest first.</summary>
    public async Task<IReadOnlyList<SandboxMessage>> DirectMessages() =>
        await Directly() is { } direct ? [.. (await direct.Sees()).Where(message => message.IsBot && !message.Ephemeral)] : [];

    /// <summary>Where they and the bot talk; null while they never did.</summary>
    public async Task<TestPlace?> Directly() =>
        (await person.StateAsync()).Channels.FirstOrDefault(channel => channel.IsIm && channel.With == bot.Sandbox.BotUserId) is { } direct ? In(direct.Id) : null;

    /// <summary>Opens the Home tab and waits for it.</summary>
    public async Task<JsonElement> OpensHome()
    {
        await person.OpenHomeAsync();
        await bot.SettlesAsync();
        return await person.HomeAsync() ?? throw new InvalidOperationException("There is no Home tab.");
    }
}
