using System.Globalization;
using IncidentBot.Wording;

namespace IncidentBot.Messaging;

/// <summary><c>asof 638… note 25m ago …</c>, typed by a button that says again what was written then: its times count from then, not from the press.</summary>
internal sealed class AsOf : ISubcommand
{
    private const string Word = "asof";

    public Usage Usage => new(Word, "<moment> <command>", Unspoken("Do what was written before, as of then"), Where.Anywhere) { Hidden = true };

    /// <summary>The line such a button types.</summary>
    /// <param name="said">When the words were written.</param>
    /// <param name="line">The words, with the command's in front.</param>
    public static string Line(DateTimeOffset said, string line) => string.Create(CultureInfo.InvariantCulture, $"{Word} {said.UtcTicks} {line}");

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        var (moment, rest) = CommandLine.SplitFirst(line.Rest);
        if (long.TryParse(moment, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks) && ticks <= DateTimeOffset.MaxValue.UtcTicks)
            turn.WasSaidAt(new DateTimeOffset(ticks, TimeSpan.Zero));
        await turn.RunAsync(CommandLine.Read(rest) with { Number = line.Number }, ct);
    }
}
