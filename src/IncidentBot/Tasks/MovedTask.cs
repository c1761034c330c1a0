using System.Globalization;
using IncidentBot.Domain.Incidents;
using IncidentBot.Messaging;
using IncidentBot.Storage;

namespace IncidentBot.Tasks;

/// <summary>A task that went along with a merge keeps its old name: what is said of it there, by words or by a button that stands on, is done where it is now.</summary>
internal static class MovedTask
{
    /// <summary>Whether the task of that number went on elsewhere, and what was said of it was done there, or whoever asks was told why not.</summary>
    public static async Task<bool> IsFollowedAsync(int number, string said, CommandLine line, Turn turn, CancellationToken ct)
    {
        var tasks = (await turn.StoreAsync(ct)).Tasks;
        if (await turn.FindIncidentAsync(line.Number, ct) is not { } incident
            || await tasks.NumberedAsync(incident.Id, number, ct) is not { GoesOnAs: { } now } task
            || IsForItself(incident, said))
            return false;
        for (var step = 0; step < MergedIncidents.MostSteps && await tasks.NumberedAsync(now.Incident, now.Number, ct) is { GoesOnAs: { } further }; step++)
            now = further;
        if (await turn.OtherAsync(now.Incident, ct) is not { } there)
            return false;
        if (await turn.MaySeeAsync(there, ct))
            await turn.RunAsync(line with { Number = there.Id.Number, Rest = string.Create(CultureInfo.InvariantCulture, $"{now.Number} {said}").TrimEnd() }, ct);
        else
            turn.RefuseBeside(TaskReplies.GoesOnWhereYouCannotSee(task, now), "it goes on elsewhere");
        return true;
    }

    /// <summary>An incident that is live by itself again may have it done here too.</summary>
    private static bool IsForItself(Incident incident, string said) => incident.MergedInto is null && said.Trim().Equals("open", StringComparison.OrdinalIgnoreCase);
}
