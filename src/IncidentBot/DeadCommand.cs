using System.Globalization;
using IncidentBot.Configuration;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot;

/// <summary>
/// <c>dead</c> lists what was given up; <c>replay out-12</c> or <c>replay all</c> lets it be tried again. Both may be used
/// while the bot runs on the same file: one short transaction, which the running bot finds within seconds.
/// </summary>
internal static class DeadCommand
{
    private const int Most = 200;

    public static async Task<int> ListAsync(string[] args)
    {
        await using var services = Open(args);
        await using var db = await services.GetRequiredService<IDbContextFactory<BotDbContext>>().CreateDbContextAsync();
        var dead = await db.ListDeadAsync(Most, CancellationToken.None);
        foreach (var letter in dead)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{letter.Reference,-10} {letter.Since:yyyy-MM-dd HH:mm} UTC  {letter.Kind}: {letter.Why}{(letter.Number is { } number ? $" (incident #{number})" : "")}"));
        var all = await db.CountDeadAsync(CancellationToken.None);
        if (all > dead.Count)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"These are the oldest; {all - dead.Count} more were given up."));
        Console.WriteLine(dead.Count == 0 ? "Nothing was given up." : "Try one again with: replay out-12 (or in-34), all of them with: replay all.");
        return 0;
    }

    public static async Task<int> ReplayAsync(string[] args)
    {
        if (args is not [var which, ..] || which.StartsWith("--", StringComparison.Ordinal))
            throw new BadSettingException("Say what to try again: a reference that \"dead\" lists, such as out-12, or all.");
        await using var services = Open(args[1..]);
        var replayed = await services.GetRequiredService<SingleWriter>().WriteAsync(
            db => db.ReplayDeadAsync(which == "all" ? null : which, TimeProvider.System.GetUtcNow(), CancellationToken.None), CancellationToken.None);
        Console.WriteLine(replayed == 0
            ? "Nothing like that was given up; \"dead\" lists what was."
            : string.Create(CultureInfo.InvariantCulture, $"{replayed} will be tried again: within seconds if the bot is running, else when it starts."));
        return replayed == 0 ? 1 : 0;
    }

    private static ServiceProvider Open(string[] args)
    {
        var path = Settings.DatabaseOf(new ConfigurationBuilder().AddEnvironmentVariables().AddCommandLine(args).Build());
        if (!File.Exists(path))
            throw new BadSettingException($"There is no database {path}. Set DATABASE to the file the bot uses.");
        return new ServiceCollection().AddSingleton(TimeProvider.System).AddStore(path).BuildServiceProvider();
    }
}
