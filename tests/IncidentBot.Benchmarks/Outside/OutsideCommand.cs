using System.Text.Json;

namespace IncidentBot.Benchmarks.Outside;

/// <summary>
/// Everything that is not the bot, in a process of its own: Slack's side of the wire. Says the stub's address, then obeys
/// one order per line until its input ends: a load order is answered with its result, an empty line with the sends so far.
/// </summary>
internal static class OutsideCommand
{
    public const string Word = "outside";

    public static async Task<int> RunAsync()
    {
        await using var slack = await SlackStub.StartAsync();
        await Console.Out.WriteLineAsync(slack.Url.AbsoluteUri);
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var answer = line.Length == 0
                ? JsonSerializer.Serialize(slack.Sends)
                : JsonSerializer.Serialize(Load.Run(JsonSerializer.Deserialize<LoadOrder>(line)!, slack.Url));
            await Console.Out.WriteLineAsync(answer);
        }
        return 0;
    }
}
