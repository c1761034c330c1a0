using IncidentBot.Domain.Timeline;
using IncidentBot.Storage;
using IncidentBot.TestKit;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Tests.Reconciliation;

/// <summary>A bot that is not there for a while, and comes back.</summary>
internal static class Absence
{
    public static readonly TimeSpan Long = TimeSpan.FromMinutes(30);

    /// <summary>The bot goes away, things happen of which Slack tells nobody, and half an hour later it comes back and compares.</summary>
    public static async Task MissesAsync(this TestBot bot, Func<Task> whatHappens, bool keepFaults = false, string? untilGivenUp = null)
    {
        await bot.LaterAsync(TimeSpan.FromMinutes(2));
        await bot.GoDownAsync();
        await bot.Client.FaultAsync("delivery", "lost", times: 1_000);
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await whatHappens();
        if (!keepFaults && untilGivenUp is null)
            await bot.Client.ClearFaultsAsync();
        bot.Clock.Advance(Long);
        await bot.ComeUpAsync();
        if (untilGivenUp is { } effect)
            await Until.ItIsAsync(async () => (await bot.Store.OutboxAsync()).Exists(row => row.Kind == effect && row.State == OutboxState.Dead));
        else
            await bot.HasComparedAsync();
    }

    /// <summary>Waits until nothing that may have been missed is left to be looked for, or the round had to stop, and what came of it is done. Where the bot is outside, that stays to be looked for.</summary>
    public static async Task HasComparedAsync(this TestBot bot)
    {
        await Until.ItIsAsync(async () =>
            !await bot.Store.ReadAsync(db => db.Incidents.AnyAsync(row => row.MissedFrom != null && row.StoppedAt == null && !row.IsArchived && !row.IsBotOutside))
            && await bot.Store.ReadAsync(async db => (await db.Workspaces.SingleAsync()).HeardAt >= bot.Now.AddMinutes(-2)));
        await bot.SettlesAsync();
    }

    /// <summary>What the timeline says of people's messages, without what depends on when it was heard.</summary>
    public static async Task<IReadOnlyList<(string Text, EntryKind Kind, EntryState State, Capturers Capturers)>> EndsAsync(this TestBot bot, TestIncident incident) =>
        [.. (await bot.Store.RecordedAsync(incident)).OrderBy(entry => entry.Source!.Ts, StringComparer.Ordinal)
            .Select(entry => (entry.Text, entry.Kind, entry.State, entry.Capturers))];

    /// <summary>Who holds which message how.</summary>
    public static Task<List<string>> HeldAsync(this TestBot bot, TestIncident incident) => bot.Store.ReadAsync(db => db.Captures
        .Where(row => row.Number == incident.Number && row.IsOn).OrderBy(row => row.Ts).ThenBy(row => row.Means).ThenBy(row => row.Holder)
        .Select(row => $"{row.Ts} {row.Means} {row.Holder} {row.IsRefused}").ToListAsync());
}
