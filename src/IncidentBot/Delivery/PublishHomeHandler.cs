using IncidentBot.Configuration;
using IncidentBot.Home;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Delivery;

internal sealed class PublishHomeHandler(ISlackApiClient slack, ExternalLabels labels, IDbContextFactory<BotDbContext> contexts, CurrentOptions options, TimeProvider clock) : IEffectHandler<PublishHome>
{
    public async Task<IReadOnlyList<Fact>> CarryOutAsync(PublishHome effect, Attempt attempt, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        if (!await db.Homes.AnyAsync(row => row.TeamId == attempt.Team && row.UserId == effect.User, ct))
            return [];
        using var spoken = (await Readers.LanguageOfAsync(db, attempt.Team, effect.User, options.Value.Language, ct)).Speak();
        await slack.Views.Publish(effect.User, await ViewAsync(effect.User, attempt, db, ct), cancellationToken: ct);
        return [];
    }

    private async Task<HomeViewDefinition> ViewAsync(string user, Attempt attempt, BotDbContext db, CancellationToken ct)
    {
        if (await db.People.IsExternalAsync(attempt.Team, user, ct))
            return HomeView.ForExternal;
        var view = HomeView.Of(await HomeSight.OfAsync(db, attempt.Team, user, await Listing.MayListAsync(db, options.Value, attempt.Team, user, ct), ct), clock.GetUtcNow());
        return view with { Blocks = await labels.OnAsync(view.Blocks, attempt.Team, ct) };
    }
}
