using IncidentBot.Configuration;
using IncidentBot.Messaging;
using IncidentBot.Slack.Requests;
using IncidentBot.Slack.WebApi;
using IncidentBot.Storage;
using IncidentBot.Wording;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Delivery;

internal sealed class OpenFormHandler(ISlackApiClient slack, SlackRouter router, AnswerHandler answers, IDbContextFactory<BotDbContext> contexts, CurrentOptions options) : IEffectHandler<OpenForm>
{
    public async Task<IReadOnlyList<Fact>> CarryOutAsync(OpenForm effect, Attempt attempt, CancellationToken ct)
    {
        await using var db = await contexts.CreateDbContextAsync(ct);
        using var spoken = (await Readers.LanguageOfAsync(db, attempt.Team, effect.ReplyTo.User, options.Value.Language, ct)).Speak();
        if (effect.TriggerId is { } trigger && !attempt.InDoubt && await OpenAsync(db, effect, trigger, attempt, ct))
            return [];
        var offer = Replies.OpenFormLater(effect.CallbackId, effect.Remembered, effect.Sent);
        return await answers.CarryOutAsync(new Answer(effect.ReplyTo with { InPlace = false }, offer, effect.InboxId), attempt, ct);
    }

    private async Task<bool> OpenAsync(BotDbContext db, OpenForm effect, string trigger, Attempt attempt, CancellationToken ct)
    {
        var view = await router.Form(effect.CallbackId)!.OpenAsync(effect.Remembered, new FormReading(db, attempt.Team, effect.ReplyTo.User, options.Value), ct);
        if (effect.Sent is { } sent && await SaidBefore.RequestAsync(db, sent, attempt.Team, effect.ReplyTo.User, ct) is ({ } said, _) && said is ViewSubmission { View: var before })
            view = view with { Blocks = AnsweredBefore.In(view.Blocks, before.State) };
        try
        {
            await slack.Views.Open(trigger, view, ct);
            return true;
        }
        catch (SlackException gone) when (gone.ErrorCode is "expired_trigger_id" or "exchanged_trigger_id" or "invalid_trigger_id" or "trigger_expired" or "trigger_exchanged"
            || (gone.ErrorCode == "invalid_arguments" && gone.ErrorMessages.Any(message => message.Contains("trigger_id", StringComparison.Ordinal))))
        {
            return false;
        }
    }
}
