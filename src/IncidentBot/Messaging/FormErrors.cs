using IncidentBot.Configuration;
using IncidentBot.Slack.Requests;
using IncidentBot.Storage;
using IncidentBot.Wording.Languages;
using Microsoft.EntityFrameworkCore;

namespace IncidentBot.Messaging;

/// <summary>What is wrong with an answered form, by block id, told while it is still open, in the language of whoever filled it in.</summary>
internal sealed class FormErrors(SlackRouter router, IDbContextFactory<BotDbContext> contexts, CurrentOptions options)
{
    public async Task<IReadOnlyDictionary<string, string>?> OfAsync(ViewSubmission submission)
    {
        var form = router.Form(submission.View.CallbackId);
        if (form?.Check(submission.View.State) is not { Count: > 0 } wrong)
            return null;
        var language = await LanguageOfAsync(submission);
        if (language.IsAsWritten)
            return wrong;
        using var spoken = language.Speak();
        return form.Check(submission.View.State);
    }

    /// <summary>A good answer needs no reading at all; and where nothing can be read, the workspace's language is understood.</summary>
    private async Task<Language> LanguageOfAsync(ViewSubmission submission)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync();
            return await Readers.LanguageOfAsync(db, submission.TeamId, submission.UserId ?? "", options.Value.Language, CancellationToken.None);
        }
        catch (Exception fault) when (StorageFault.Is(fault))
        {
            return options.Value.Language.Workspace;
        }
    }
}
