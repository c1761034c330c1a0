using IncidentBot.Messaging;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Delivery;

/// <summary>People's names for the places that take no mention, such as a topic.</summary>
internal sealed class People(ISlackApiClient slack, IDbContextFactory<BotDbContext> contexts)
{
    public async Task<string> NameAsync(string team, string user, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        var name = await db.People.Where(row => row.TeamId == team && row.UserId == user).Select(row => row.Name).SingleOrDefaultAsync(ct);
        if (!string.IsNullOrEmpty(name))
            return name;
        try
        {
            return NameOf(await slack.Users.Info(user, cancellationToken: ct));
        }
        catch (SlackException unknown) when (unknown.ErrorCode is "user_not_found" or "user_not_visible")
        {
            return Speak("somebody");
        }
    }

    public static string NameOf(Slack.Requests.User user) =>
        new[] { user.Profile.DisplayName, user.RealName, user.Name }.FirstOrDefault(name => !string.IsNullOrEmpty(name)) ?? user.Id;
}

internal sealed class LookUpPersonHandler(ISlackApiClient slack, ExternalPeople externals) : IEffectHandler<LookUpPerson>
{
    public async Task<IReadOnlyList<Fact>> CarryOutAsync(LookUpPerson effect, Attempt attempt, CancellationToken ct)
    {
        try
        {
            var user = await slack.Users.Info(effect.User, includeLocale: true, ct);
            return [Heard(new PersonLookedUp(effect.User, user.Tz, People.NameOf(user), user.IsBot, !user.Deleted, user.IsExternalTo(attempt.Team)) { Locale = user.Locale }, attempt)];
        }
        catch (SlackException unknown) when (unknown.ErrorCode is "user_not_found" or "user_not_visible")
        {
            return [Heard(new PersonLookedUp(effect.User, null, "", IsBot: false, IsActive: false, IsExternal: unknown.ErrorCode == "user_not_visible"), attempt)];
        }
    }

    private PersonLookedUp Heard(PersonLookedUp said, Attempt attempt)
    {
        externals.Heard(attempt.Team, said.User, said.IsExternal);
        return said;
    }
}
