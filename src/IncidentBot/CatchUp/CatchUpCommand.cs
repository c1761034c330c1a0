using IncidentBot.Domain.Timeline;
using IncidentBot.Messaging;
using IncidentBot.Storage;
using IncidentBot.Wording;

namespace IncidentBot.CatchUp;

/// <summary><c>/incident catchup</c> — how it stands and what changed since you last looked; <c>catchup 20m</c>, <c>catchup since I left</c>.</summary>
internal sealed class CatchUpCommand : ISubcommand
{
    public Usage Usage => new("catchup", "[20m|14:05|since I left|all]", Unspoken("How it stands, and what changed since you last looked"), Where.InIncident, "brief")
    {
        More = Unspoken("Only you see it. `catchup 20m` and `catchup 14:05` look back that far, `catchup since I left` to when you left the channel, `catchup all` to the beginning."),
    };

    public async Task HandleAsync(CommandLine line, Turn turn, CancellationToken ct)
    {
        if (await turn.IncidentAsync(line, Usage, ct) is not { } incident)
            return;
        var look = await (await turn.StoreAsync(ct)).Looks.OfAsync(turn.Team, turn.By.Value, incident.Id.Number, ct);
        var (since, doubt) = await SinceAsync(line.Rest, look, turn, ct);
        if (doubt)
            turn.NotUnderstood(CatchUpReply.SinceWhen, Usage);
        else if (turn.WaitsFor is null)
        {
            var known = await Knowledge.OfAsync(incident, since, turn, ct);
            look.AskedAt = turn.Now;
            turn.Answer(CatchUpReply.Of(known), "caught up");
        }
    }

    /// <summary>From when on; null for the beginning. While Slack has not said in which zone the asker is, the turn waits.</summary>
    private static async Task<(DateTimeOffset? Since, bool Doubt)> SinceAsync(string words, LookRow look, Turn turn, CancellationToken ct)
    {
        var said = words.Trim().ToLowerInvariant();
        said = said.StartsWith("since ", StringComparison.Ordinal) ? said[6..].Trim() : said;
        switch (said)
        {
            case "" or "last" or "i looked":
                return (look.LastLook, false);
            case "all" or "start" or "the beginning":
                return (null, false);
            case "i left" or "left":
                return (look.LeftAt ?? look.LastLook, false);
        }
        var zone = NoteTime.NeedsZone(said) ? await turn.ZoneOrWaitAsync(ct) : TimeZoneInfo.Utc;
        if (zone is null)
            return (null, false);
        var reading = NoteTime.Read($"{said} ago", turn.Now, zone) is TimeReading.Timed { Rest: "" } ago ? ago : NoteTime.Read(said, turn.Now, zone) as TimeReading.Timed;
        return (reading?.Happened.Instant, reading is not { Rest: "", Happened.Instant: not null });
    }
}
