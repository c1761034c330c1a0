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
}
