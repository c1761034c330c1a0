using IncidentBot.Messaging;
using IncidentBot.Slack.Requests;
using IncidentBot.Slack.SocketMode;

namespace IncidentBot.Web;

/// <summary>Takes what Slack sends over Socket Mode, with the same care as over HTTP: stored first, then acknowledged.</summary>
internal sealed class SocketListener(SlackIntake intake, Hearing hearing, ILogger<SocketListener> log) : ISocketModeListener
{
    /// <summary>Whether a socket opens again that was not there, so that something may have been missed. A renewed one follows another without a gap.</summary>
    private volatile bool wasCut = true;

    public async Task<SocketAnswer> HandleAsync(SocketEnvelope envelope)
    {
        var body = envelope.Body.ToArray();
        if (SlackRequestReader.Read(envelope.ContentType, body) is not SlackReading.Understood understood)
        {
            // Sent again it would be the same, so it is acknowledged; over HTTP it gets 400 and is not repeated for ever either.
            log.LogWarning("An envelope of kind {Type} made no sense and was left", envelope.Type);
            return new SocketAnswer.Acknowledge();
        }
        return await intake.TakeAsync(understood.Request, envelope.ContentType!, body) switch
        {
            Reception.SaidJson said => new SocketAnswer.Acknowledge(said.Json),
            Reception.Refused => NotStored(envelope),
            _ => new SocketAnswer.Acknowledge(),
        };
    }

    public void Notice(SocketNotice notice, Exception? cause)
    {
        switch (notice)
        {
            case SocketNotice.Opened opened:
                log.LogInformation("A socket to Slack is open, {Count} in all", opened.Connections);
                if (wasCut)
                    hearing.Return();
                wasCut = false;
                break;
            case SocketNotice.Refreshing refreshing:
                log.LogInformation("Slack renews a socket ({Reason}); another one is opened first", refreshing.Reason);
                break;
            case SocketNotice.Lost:
                wasCut = true;
                log.LogWarning("A socket to Slack broke ({Cause}); opening another", cause?.GetType().Name ?? "closed");
                break;
            case SocketNotice.NotOpened { Why: var why, After: var after }:
                wasCut = true;
                log.LogWarning("No socket to Slack: {Why} ({Cause}); trying again in {Seconds} s. If it stays, check SLACK_APP_TOKEN", why, cause?.GetType().Name ?? "said by Slack", after.TotalSeconds);
                break;
            case SocketNotice.SwitchedOff:
                log.LogCritical("Socket Mode was switched off in the app's settings, so nothing comes from Slack any more. Switch it on there and restart, or take SLACK_APP_TOKEN away and use HTTP");
                break;
            case SocketNotice.UnknownFrame unknown:
                log.LogInformation("Slack sent a frame of kind {Type}, which nobody here knows; acknowledged and left", unknown.Type);
                break;
            case SocketNotice.NotAcknowledged failed:
                log.LogError(cause, "An envelope of kind {Type} was not acknowledged; Slack sends it again", failed.Type);
                break;
        }
    }

    private SocketAnswer.Withhold NotStored(SocketEnvelope envelope)
    {
        log.LogWarning("An envelope of kind {Type} could not be stored and was not acknowledged; Slack sends it again", envelope.Type);
        return new SocketAnswer.Withhold();
    }
}
