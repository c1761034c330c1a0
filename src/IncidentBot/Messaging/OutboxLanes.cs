using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Messaging;

/// <summary>Opens the lanes in which what we owe goes out.</summary>
internal sealed class OutboxLanes(
    IDbContextFactory<BotDbContext> contexts,
    OutboxAttempts attempts,
    SlackAccess access,
    Nudges nudges,
    TimeProvider clock,
    ILogger<OutboxDispatcher> log)
{
    public LaneWorker Open(OutboxLane lane, int streamsAtOnce) => new(lane, streamsAtOnce, contexts, attempts, access, nudges, clock, log);
}
