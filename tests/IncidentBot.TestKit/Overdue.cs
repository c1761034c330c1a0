namespace IncidentBot.TestKit;

/// <summary>Lets an update be overdue, one reminder after the other.</summary>
internal static class Overdue
{
    /// <summary>The thread, the channel, and then the commander: 25 minutes after it was due.</summary>
    /// <param name="bot">The bot.</param>
    /// <param name="promised">So many minutes after it was declared, the update is due.</param>
    public static async Task UntilTheCommanderIsRemindedAsync(this TestBot bot, int promised = 60)
    {
        foreach (var minutes in new[] { promised + 1, 10, 14 })
            await bot.LaterAsync(TimeSpan.FromMinutes(minutes));
    }
}
