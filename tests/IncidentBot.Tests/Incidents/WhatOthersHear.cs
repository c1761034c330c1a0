using System.Text.Json;
using IncidentBot.Sandbox;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Incidents;

/// <summary>
/// Everything that left the bot, whatever it was: each call with where it went, what each person who may not know sees
/// anywhere, and the log. New outputs need no line here: a call that says nothing of where it goes counts as public.
/// </summary>
internal sealed class WhatOthersHear(TestBot bot, IReadOnlyList<string> secrets, IReadOnlyList<string> privateChannels, IReadOnlyList<string> insiders, IReadOnlyList<SandboxPerson> outsiders)
{
    /// <summary>Which say by themselves where they go: a private channel that is made, and a form on the screen of whoever asked, whose screens are looked at.</summary>
    private static readonly HashSet<string> ToNobodyElse = ["conversations.create", "views.open", "files.getUploadURLExternal"];
    private static readonly string[] Targets = ["channel", "channel_id", "user_id", "user"];

    private long said;
    private int logged;
    private string from = "";

    /// <summary>What was said before now was no secret then: direct messages, calls and the log count from here on, what stands in channels counts all the same.</summary>
    public async Task FromNowOnAsync()
    {
        said = (await bot.Client.JournalAsync()).Max(entry => entry.N);
        logged = bot.Log.Lines.Count;
        from = Slack.WebApi.SlackTs.FromTime(bot.Now);
    }

    /// <summary>Where a secret was said to somebody who may not know it; empty when nowhere.</summary>
    public async Task<IReadOnlyList<string>> LeaksAsync() =>
        [.. await CallsAsync(), .. await ScreensAsync(), .. bot.Log.Lines.Skip(logged).Where(Tells).Select(line => $"log: {Short(line)}"), .. await HealthAsync()];

    private async Task<IEnumerable<string>> CallsAsync()
    {
        var direct = (await bot.Client.StateAsync(bot.Sandbox.BotUserId)).Channels.Where(channel => channel is { IsIm: true, With: not null }).ToDictionary(channel => channel.Id, channel => channel.With!);
        return (await bot.Client.JournalAsync(said))
            .Where(entry => entry.Direction == "api" && entry.Args is not null && Tells(Plain(entry.Args.Value)) && !ToNobodyElse.Contains(entry.Method) && !IsToInsiders(entry.Args.Value))
            .Select(entry => $"{entry.Method}: {Short(Plain(entry.Args!.Value))}");

        bool IsToInsiders(JsonElement args) =>
            Targets.Select(name => args.TryGetProperty(name, out var target) ? target.GetString() : null).FirstOrDefault(target => target is not null) is { } to
            && (privateChannels.Contains(to) || insiders.Contains(direct.GetValueOrDefault(to, to)));
    }

    private async Task<IReadOnlyList<string>> ScreensAsync()
    {
        var seen = new List<string>();
        foreach (var person in outsiders)
        {
            foreach (var channel in (await person.StateAsync()).Channels.Where(channel => channel.IsMember || channel.IsIm || !channel.IsPrivate))
                seen.AddRange((await person.MessagesAsync(channel.Id)).Where(message => message.IsBot && (!channel.IsIm || string.CompareOrdinal(message.Ts, from) > 0)).Select(message => $"{person.Id} in {channel.Name}: {message.Text} {Plain(message.Blocks)}"));
            seen.AddRange((await person.ViewsAsync()).Select(view => $"{person.Id} on a form: {Plain(view)}"));
            if (await person.HomeAsync() is { } home)
                seen.Add($"{person.Id} on Home: {Plain(home)}");
        }
        return [.. seen.Where(Tells).Select(Short)];
    }

    private async Task<IEnumerable<string>> HealthAsync() => new[] { await bot.ReadinessAsync() }.Where(Tells).Select(text => $"health: {text}");

    private bool Tells(string text) => secrets.Any(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase));

    /// <summary>As read: a secret in escaped letters is one all the same.</summary>
    private static string Plain(JsonElement element) => System.Text.RegularExpressions.Regex.Unescape(element.GetRawText().Replace("\\\"", "'", StringComparison.Ordinal).Replace("\\/", "/", StringComparison.Ordinal));

    private string Short(string text)
    {
        var at = secrets.Select(secret => text.IndexOf(secret, StringComparison.OrdinalIgnoreCase)).Where(found => found >= 0).DefaultIfEmpty(0).Min();
        return $"{text[..Math.Min(60, at)]} … {text[Math.Max(0, at - 60)..Math.Min(text.Length, at + 120)]}";
    }
}
