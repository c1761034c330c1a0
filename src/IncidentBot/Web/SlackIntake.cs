using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Slack.Requests;
using IncidentBot.Storage;

namespace IncidentBot.Web;

/// <summary>
/// Takes one request, whichever way it came: what must be answered at once is answered, all else is stored. Only what is on
/// the disk, or needs not be, may be acknowledged.
/// </summary>
internal sealed class SlackIntake(Inbox inbox, SlackRouter router, FormErrors errors, ILogger<SlackIntake> log)
{
    private static readonly byte[] NoOptions = """{"options":[]}"""u8.ToArray();

    public async Task<Reception> TakeAsync(SlackRequest request, string contentType, byte[] body)
    {
        switch (request)
        {
            case UrlVerification verification:
                return new Reception.SaidText(verification.Challenge);
            case SslCheck:
                return Reception.Taken;
            case AppRateLimited:
                log.LogWarning("Slack held back events of this workspace for a minute: more than 30,000 in an hour");
                return Reception.Taken;
            case BlockOptionsRequest:
                return new Reception.SaidJson(NoOptions);
            case ViewSubmission submission when await errors.OfAsync(submission) is { Count: > 0 } wrong:
                return new Reception.SaidJson(SlackJson.SerializeToUtf8Bytes<ViewSubmissionResponse>(new ViewErrorsResponse(wrong)));
        }
        if (request.Key is not { } key || !router.Knows(request))
        {
            // Every message people write in an incident's channel ends here, and is nothing to log.
            var level = request is EventCallback { Event: MessageEvent } ? LogLevel.Debug : LogLevel.Information;
            log.Log(level, "Nobody here acts on {Kind}; acknowledged and not stored", Name(request));
            return Reception.Taken;
        }
        try
        {
            var isNew = await inbox.StoreAsync(new Arrival(request.TeamId, key, InboxSource.Slack, contentType, body) { NaturalKey = NaturalKey.Of(request) });
            if (!isNew)
                log.LogInformation("{Kind} came again", Name(request));
            return Reception.Taken;
        }
        catch (InboxUnavailableException)
        {
            return Reception.NotStored;
        }
    }

    private static string Name(SlackRequest request) => request is EventCallback happened ? happened.Event.Type : request.GetType().Name;
}

/// <summary>What Slack is to be told.</summary>
internal abstract record Reception
{
    public static readonly Reception Taken = new Nothing();
    public static readonly Reception NotStored = new Refused();

    private Reception()
    {
    }

    /// <summary>That all is well, and nothing more.</summary>
    internal sealed record Nothing : Reception;

    /// <summary>A plain text, to the URL check.</summary>
    internal sealed record SaidText(string Text) : Reception;

    /// <summary>A form's errors or a menu's options.</summary>
    internal sealed record SaidJson(byte[] Json) : Reception;

    /// <summary>That it is not safe here and must be sent again.</summary>
    internal sealed record Refused : Reception;
}
