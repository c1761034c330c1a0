using System.Text;
using IncidentBot.TestKit;

namespace IncidentBot.Tests.Timeline;

/// <summary>What every test of a redaction does.</summary>
internal static class RedactSteps
{
    /// <summary>Entry 1 is that it was declared, entry 2 that Alice commands.</summary>
    public static async Task<TestIncident> CommandedAsync(TestBot bot)
    {
        var incident = await bot.Alice.Declares();
        await bot.Alice.In(incident).Asks("/incident take");
        return incident;
    }

    /// <summary>Asks, looks, and presses the button; gives what is said then.</summary>
    public static async Task<string> RedactAsync(TestBot bot, TestPerson who, TestIncident incident, int entry, string why)
    {
        var here = who.In(incident);
        var card = await here.AsksFor($"/incident redact {entry} {why}");
        await here.Presses(card, $"Redact entry {entry}");
        await bot.SettlesAsync();
        return (await here.Whispers()).Single(message => message.Ts == card.Ts).Text;
    }

    /// <summary>The hourly job is nobody's request, so nothing says when it is done.</summary>
    public static Task UntilNothingIsLeftOnDiskAsync(TestBot bot, string secret) => Until.ItIsAsync(
        async () => (await OnDiskAsync(bot, secret)).Count == 0,
        async () => string.Join("\n", await OnDiskAsync(bot, secret)));

    /// <summary>The database's files that have the word in them, in whatever encoding SQLite keeps it: text is UTF-8.</summary>
    private static async Task<IReadOnlyList<string>> OnDiskAsync(TestBot bot, string word)
    {
        var carrying = new List<string>();
        foreach (var file in Directory.GetFiles(Path.GetDirectoryName(bot.DatabasePath)!, Path.GetFileName(bot.DatabasePath) + "*").Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            await using var open = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await open.CopyToAsync(bytes);
            if (bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(word)) >= 0)
                carrying.Add(Path.GetFileName(file));
        }
        return carrying;
    }
}
