using IncidentBot.Delivery;
using IncidentBot.Domain.Incidents;
using IncidentBot.Domain.Updates;
using IncidentBot.Messaging;
using IncidentBot.Slack.Blocks;
using IncidentBot.Wording;

namespace IncidentBot.Incidents;

/// <summary>The message that tells an update in the incident's channel: it is corrected with the update, quietly, for an edit rings for nobody.</summary>
internal sealed class UpdatePost : IFactHandler<UpdateStands>
{
    public async Task HearAsync(UpdateStands fact, Turn turn, CancellationToken ct)
    {
        if (await turn.NumberedAsync(fact.Number, ct) is not { } incident || incident.Channel?.Value != fact.Channel)
            turn.Ignore("it has another channel");
        else if (Domain.Updates.Updates.Stands(incident, fact.At, fact.Ts) is not var (after, update))
            turn.Ignore("another update came since");
        else
            Stands(after, update, turn);
    }

    private static void Stands(Incident after, StatusUpdate update, Turn turn)
    {
        turn.Keep(after);
        if (update.IsCorrected && Of(update, after) is { } corrected)
            turn.Owe(corrected);
        turn.Noted("update stands");
    }

    /// <summary>The correction of the message; null while none is known to stand there: then it follows once it is.</summary>
    public static Effect? Corrected(Incident incident) => incident.LastUpdate is { } update ? Of(update, incident) : null;

    /// <summary>What could not be corrected while nobody could write there.</summary>
    public static IEnumerable<Effect> Behind(Incident incident) => Domain.Updates.Updates.Behind(incident).Select(update => Of(update, incident)).OfType<Effect>();

    private static CorrectPost? Of(StatusUpdate update, Incident incident) => (incident.Channel, update.PostTs) is ({ } channel, { } ts)
        ? new CorrectPost(channel.Value, ts, UpdateReply.Of(update, isCorrected: true))
        : null;
}

/// <summary>What the channel reads of an update.</summary>
internal static class UpdateReply
{
    /// <summary>Longer texts would be cut by Slack without a word (Slack docs: chat.postMessage).</summary>
    private const int LongestMessage = 38_000;

    /// <summary>An edit may say less (Slack docs: chat.update), with the words around it.</summary>
    private const int LongestEdit = 3_500;

    public static MessageContent Of(StatusUpdate update, bool isCorrected = false)
    {
        var quoted = IncidentWords.Quoted(update.Text);
        var longest = isCorrected ? LongestEdit : LongestMessage;
        var words = Mrkdwn.Truncate(quoted, longest) + (quoted.Length > longest ? Speak("\nThat is not all of it, for Slack lets no edit say more: `/incident update` opens all of it, and `/incident export` has it.") : "");
        var when = IncidentWords.Moment(update.At) + (isCorrected ? Correction(update) : "");
        return MessageContent.Plain(Speak(
            $"📢 *Update* {(update.Audience == UpdateAudience.External ? Speak("(for people outside too) ") : "")}from {IncidentWords.Person(update.By)}, {when}\n{words}"));
    }

    private static string Correction(StatusUpdate update) => update.CorrectedBy is { } by ? Speak($" (corrected by {IncidentWords.Person(by)})") : Speak(" (corrected)");
}
