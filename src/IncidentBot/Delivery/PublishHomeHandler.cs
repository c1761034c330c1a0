using IncidentBot.Home;
using IncidentBot.Messaging;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Delivery;

internal sealed class PublishHomeHandler(ISlackApiClient slack, IDbContextFactory<BotDbContext> contexts, TimeProvider clock) : IEffectHandler<PublishHome>
{
    private const int Most = 15;

    public async Task<IReadOnlyList<Fact>> CarryOutAsync(PublishHome effect, Attempt attempt, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var open = await db.Incidents.NewestOpenAsync(attempt.Team, effect.User, Most, ct);
        var owed = await db.Incidents.ReviewsOwedByAsync(attempt.Team, effect.User, Most, ct);
        await slack.Views.Publish(effect.User, HomeView.Of(open, owed, clock.GetUtcNow()), cancellationToken: ct);
        return [];
    }
}
